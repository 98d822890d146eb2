"""The counts of litigation response, one module for each kind of record."""
