"""文书: the PDF papers an applicant keeps, set from data, signed, filed and found again."""
