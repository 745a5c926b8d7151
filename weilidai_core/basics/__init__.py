"""Money, rates and days: the exact numbers that everything else on the applicant's way is made of."""
