"""催收: the article's three stages inside the rules; a contact that no rule allows is never made."""
