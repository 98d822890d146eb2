"""How the tables of mediation came about."""
