"""What keeps secrets and personal data under lock: keys outside the database, and the seal they make."""
