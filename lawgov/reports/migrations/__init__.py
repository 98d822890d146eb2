"""How the tables of the reading room came about."""
