"""还款: what is due on which day, and paying it."""
