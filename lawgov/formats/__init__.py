"""How dates are written and read: the same in both languages, so that columns line up."""
