"""Soft rules: what the law frowns on is let pass, warned of with its article, and recorded."""
