"""How the tables of enforcement supervision came about."""
