"""The records of litigation response."""
