"""Narrowing a list to what one adjective of its queryset finds."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class OnlyFilter(admin.SimpleListFilter):
    """Narrows a list to the rows that one adjective of its queryset finds, or does not."""

    said: Promise

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:  # noqa: ARG002
        return [("1", self.said)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:  # noqa: ARG002
        return self.only(queryset) if self.value() else queryset

    def only(self, rows: Any) -> QuerySet[Any]:
        raise NotImplementedError


class HandledFilter(OnlyFilter):
    title = _("officers")
    parameter_name = "without_certificate"
    said = _("Handled without a certificate in force")

    def only(self, rows: Any) -> QuerySet[Any]:
        found: QuerySet[Any] = rows.handled_without_certificate()
        return found


class OverdueFilter(OnlyFilter):
    title = _("overdue")
    parameter_name = "overdue"
    said = _("Overdue today")

    def only(self, rows: Any) -> QuerySet[Any]:
        found: QuerySet[Any] = rows.overdue(timezone.localdate())
        return found
