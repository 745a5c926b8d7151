"""The books: every movement of money is a balanced double entry beside its event."""
