"""Lists and autocomplete fields search by the index, and say what was searched."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from cases.registry.records import Kept
from cases.registry.search.finding import find
from cases.registry.search.keeping import bring_up_to_date
from cases.registry.search.searched import Searched

# What one search brings up to date by itself; more than that is left to `index_search`.
BATCHES = 5


class SearchedAdmin(admin.ModelAdmin[Any]):
    """`search_fields` of a table of records are what is indexed of it.

    Short tables of codes and people are looked through as Django does.
    """

    def searched(self) -> Searched | None:
        if not self.search_fields or not issubclass(self.model, Kept):
            return None
        return Searched(self.model, tuple(map(str, self.search_fields)))

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        searched = self.searched()
        if searched is None or not search_term.strip():
            return super().get_search_results(request, queryset, search_term)
        request.is_behind = not bring_up_to_date([searched], BATCHES)  # type: ignore[attr-defined]  # as below
        found = find(searched, search_term)
        request.found = found  # type: ignore[attr-defined]  # for the sentence above the list
        return queryset.filter(found.condition()), False
