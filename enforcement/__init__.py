"""Supervision of administrative enforcement 行政执法监督."""
