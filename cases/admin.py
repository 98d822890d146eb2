"""Gathers the admins of the ground floor, where Django looks for them."""

from cases.litigation import admin as litigation
from cases.reconsideration import admin as reconsideration
from cases.registry import admin as registry
from cases.registry.accesses import people_admin as people

__all__ = ["litigation", "people", "reconsideration", "registry"]
