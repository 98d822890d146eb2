"""Pieces of the admin that several kinds of record share."""
