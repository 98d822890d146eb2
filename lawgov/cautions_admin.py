"""The warnings that were recorded, as a list to look through; nothing is entered here."""

from functools import reduce
from operator import or_
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from cases.registry.admin import KeptAdmin
from cases.registry.cautions.recorded import Caution
from lawgov.cautions import BY_TABLE, CAUTIONS, RULES


class RuleFilter(admin.SimpleListFilter):
    """By what is warned of, in words."""

    title = _("rule")
    parameter_name = "rule"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:  # noqa: ARG002
        return [(code, rule.message) for code, rule in RULES.items()]

    def queryset(self, request: HttpRequest, rows: QuerySet[Any]) -> QuerySet[Any]:  # noqa: ARG002
        return rows.filter(rule=self.value()) if self.value() else rows


class AnswerFilter(admin.SimpleListFilter):
    """What still holds, and what waits for a reason."""

    title = _("standing")
    parameter_name = "standing"
    conditions = {
        "mute": Q(ended_at=None, is_asked=True, reason=""),
        "given": Q(ended_at=None) & ~Q(reason=""),
        "noted": Q(ended_at=None, is_asked=False),
        "ended": Q(ended_at__isnull=False),
    }

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:  # noqa: ARG002
        return [
            ("mute", _("without a reason")),
            ("given", _("with a reason")),
            ("noted", _("noted")),
            ("ended", _("no longer so")),
        ]

    def queryset(self, request: HttpRequest, rows: QuerySet[Any]) -> QuerySet[Any]:  # noqa: ARG002
        condition = self.conditions.get(self.value() or "")
        return rows if condition is None else rows.filter(condition)


@admin.register(Caution)
class CautionAdmin(KeptAdmin):
    """A person sees the warnings of the records they may see."""

    list_display = ["of", "says", "due_on", "done_on", "reason", "by", "at", "ended_at"]
    list_display_links = None
    list_filter = [AnswerFilter, RuleFilter, "door"]
    list_select_related = ["by"]
    date_hierarchy = "at"
    search_fields = ["reason", "about"]

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:  # noqa: ARG002
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Caution]:
        shown = (
            Q(
                table=declared.table,
                record__in=declared.room.model._default_manager.visible_to(  # type: ignore[attr-defined]  # kept rows
                    request.user
                ).values("pk"),
            )
            for declared in CAUTIONS
        )
        return super().get_queryset(request).filter(reduce(or_, shown))

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        """The numbers of the records on the page, in one query for each kind."""
        changes = super().get_changelist_instance(request)
        for table, declared in BY_TABLE.items():
            rows = [row for row in changes.result_list if row.table == table]
            number = declared.room.number
            named = declared.room.model._base_manager.filter(pk__in=[row.record for row in rows])
            found = dict(named.values_list("pk", number)) if rows else {}
            for row in rows:
                row.number = found.get(row.record, "–")
        return changes

    @admin.display(description=_("record"))
    def of(self, row: Any) -> str:
        declared = BY_TABLE.get(row.table)
        if declared is None:
            return str(row.record)
        options = declared.room.model._meta
        path = reverse(f"admin:{options.app_label}_{options.model_name}_change", args=[row.record])
        return format_html('<a href="{}">{}</a>', path, getattr(row, "number", row.record))

    @admin.display(description=_("warning"))
    def says(self, row: Caution) -> str:
        rule = RULES.get(row.rule)
        about = f" {row.about}" if row.about else ""
        return f"{rule.message if rule else row.rule}{about} ({row.article})"
