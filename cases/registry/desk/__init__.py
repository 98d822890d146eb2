"""Pieces of the admin that every line of work shares."""
