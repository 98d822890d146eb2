"""The pieces of a clerk's desk."""
