"""The classifications the house comes with, as tables."""
