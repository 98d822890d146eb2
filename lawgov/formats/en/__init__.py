"""Formats of one language, found by Django under this name."""
