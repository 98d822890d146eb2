"""Every kind of record that is searched."""

from django.contrib import admin

from cases.registry.desk.search import SearchedAdmin
from cases.registry.search import keeping
from cases.registry.search.searched import Searched


def every() -> list[Searched]:
    """As the admin declares them: what a list is searched by is what is indexed."""
    found = (each.searched() for each in _admins())
    return [each for each in found if each is not None]


def _admins() -> list[SearchedAdmin]:
    return [each for each in admin.site._registry.values() if isinstance(each, SearchedAdmin)]


def up_to_date() -> None:
    """Read again whatever has changed, however much that is."""
    keeping.bring_up_to_date(every())
