"""Commands that keep the records."""
