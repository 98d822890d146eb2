"""Lists of what left the house, each thing called what it is in the reader's language."""

from typing import Any

from django.db.models import Model
from django.http import HttpRequest

from cases.registry.admin import KeptAdmin
from cases.registry.changelist import SturdyChangeList
from lawgov.reports.exports.titles import Titles


class TitledChangeList(SturdyChangeList):
    """A page of a log, with one set of titles for all of it."""

    model_admin: "TitledAdmin"

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        titles = Titles()
        for entry in self.result_list:
            self.model_admin.retitle(entry, titles)


class TitledAdmin(KeptAdmin):
    """A log to which nothing is added; what is only read may be given another title."""

    actions = None
    list_display_links = None

    def retitle(self, entry: Any, titles: Titles) -> None:
        raise NotImplementedError

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[TitledChangeList]:  # noqa: ARG002
        return TitledChangeList

    def get_object(self, request: HttpRequest, *named: Any) -> Model | None:
        entry: Model | None = super().get_object(request, *named)
        if entry:
            self.retitle(entry, Titles())
        return entry

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:  # noqa: ARG002
        return False
