"""客服: questions offered from the account's state, answered with the account's own figures."""
