"""How dates are written and what is taken for one, for each language."""
