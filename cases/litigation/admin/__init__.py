"""Gathers the admins of litigation, where Django looks for them."""

from cases.litigation.admin import disputes, instances, relations, suggestions

__all__ = ["disputes", "instances", "relations", "suggestions"]
