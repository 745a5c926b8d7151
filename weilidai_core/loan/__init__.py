"""借据的账: what a loan note owes on any day, from its terms and what has moved on it. Pure."""
