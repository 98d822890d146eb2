"""The statement of a year."""
