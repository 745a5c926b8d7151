"""What makes a signature the applicant's own: a secret, checked before the act, never in it."""
