"""Gathers the admins of the enforcement wing, where Django looks for them."""

from enforcement.admin import files, officers, relations, reviews

__all__ = ["files", "officers", "relations", "reviews"]
