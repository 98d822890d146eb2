"""How the tables of the board came about."""
