"""The tables a year ends with."""
