"""Bulk actions in the lists: shown before, done once, accounted for row by row."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.registry.desk.bulk import (
    MOST,
    VOID,
    Asked,
    BulkAction,
    Fate,
    Outcome,
    applicable,
    carry_out,
    stamp,
    tally,
)
from cases.registry.records import KeptQuerySet, Record

DIGITS = 18  # of the longest key
CONFIRMED, SEEN = "_confirmed", "_seen"


class BulkAdmin(admin.ModelAdmin[Any]):
    """A list whose records can be changed together, by the actions that `bulk` declares.

    They are Django's own actions to whoever asks `get_actions`; a record can always be voided.
    """

    bulk: tuple[BulkAction, ...] = ()

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        found: dict[str, Any] = dict(super().get_actions(request))
        if not found and self.actions is None:
            return found
        found.pop("delete_selected", None)
        for action in self.declared():
            if getattr(self, f"has_{action.permission}_permission")(request):
                found[action.name] = (_performed(action), action.name, str(action.label))
        return found

    def response_action(
        self, request: HttpRequest, queryset: QuerySet[Any], *args: Any, **kwargs: Any
    ) -> HttpResponse | None:
        """Keys that are none never came from the list; Django would fail over them."""
        keys = request.POST.getlist(ACTION_CHECKBOX_NAME)
        if all(map(_is_key, keys)):
            return super().response_action(request, queryset, *args, **kwargs)
        messages.warning(request, _("These records were not chosen from the list."))
        return HttpResponseRedirect(request.get_full_path())

    def declared(self) -> tuple[BulkAction, ...]:
        """What can be done to records of this kind, whoever asks."""
        return (*self.bulk, VOID) if issubclass(self.model, Record) else self.bulk

    def perform(
        self, action: BulkAction, request: HttpRequest, queryset: QuerySet[Any]
    ) -> HttpResponse:
        """First the page that shows what would be done, then the one that says what was."""
        choices = partial(_choices, request)
        if CONFIRMED not in request.POST:
            rows = list(queryset[: MOST + 1])
            return self._preview(action, request, rows, Asked(action, choices, self.model))
        seen = _seen(request)
        form = Asked(action, choices, self.model, request.POST)
        mine = self._mine(request).filter(pk__in=seen)
        if not form.is_valid():
            return self._preview(action, request, list(mine), form)
        person: Any = request.user
        why = form.cleaned_data["why"]
        with transaction.atomic():
            outcomes = carry_out(action, mine, seen, asked=form.values, by=person, why=why)
            self._log(request, action, outcomes, why)
        return self._account(action, request, outcomes, len(seen) - len(outcomes))

    def _mine(self, request: HttpRequest) -> QuerySet[Any]:
        """The rows of the page by key alone: what they were narrowed by may not hold any more."""
        related = self.get_list_select_related(request)
        rows = self.get_queryset(request)
        return rows.select_related(*related) if isinstance(related, list | tuple) else rows

    def _preview(
        self, action: BulkAction, request: HttpRequest, rows: list[Any], form: Asked
    ) -> HttpResponse:
        is_capped, rows = len(rows) > MOST, rows[:MOST]
        fit = applicable(action, rows, timezone.localdate())
        shown = [(row, stamp(row), row.pk in fit) for row in rows]
        context = {
            **self._context(request, action),
            "form": form,
            "rows": [each for each in shown if each[2]],
            "left_out": [each for each in shown if not each[2]],
            "why_left_out": action.otherwise,
            "most": MOST,
            "is_capped": is_capped,
            "checkbox": ACTION_CHECKBOX_NAME,
            "first": rows[0].pk if rows else "",
            "confirmed": CONFIRMED,
            "seen": SEEN,
            "media": self.media + form.media,
        }
        return TemplateResponse(request, "lawgov/bulk/preview.html", context)

    def _account(
        self, action: BulkAction, request: HttpRequest, outcomes: list[Outcome], gone: int
    ) -> HttpResponse:
        done = sum(each.fate == Fate.DONE for each in outcomes)
        said = ngettext("%(count)s record was changed.", "%(count)s records were changed.", done)
        level = messages.SUCCESS if done else messages.WARNING
        messages.add_message(request, level, said % {"count": done})
        context = {
            **self._context(request, action),
            "outcomes": outcomes,
            "tally": tally(outcomes),
            "gone": gone,
        }
        return TemplateResponse(request, "lawgov/bulk/account.html", context)

    def _context(self, request: HttpRequest, action: BulkAction) -> dict[str, Any]:
        return {
            **self.admin_site.each_context(request),
            "title": action.label,
            "action": action,
            "opts": self.opts,
            "back": request.get_full_path(),
        }

    def _log(
        self, request: HttpRequest, action: BulkAction, outcomes: list[Outcome], why: str
    ) -> None:
        done = [each.row for each in outcomes if each.fate == Fate.DONE]
        said = _("%(action)s, with others: %(why)s") if why else _("%(action)s, with others")
        if done:
            message = said % {"action": action.label, "why": why}
            person: Any = request.user
            LogEntry.objects.log_actions(person.pk, done, CHANGE, message)


def _performed(action: BulkAction) -> Callable[[Any, HttpRequest, QuerySet[Any]], HttpResponse]:
    def perform(
        model_admin: BulkAdmin, request: HttpRequest, queryset: QuerySet[Any]
    ) -> HttpResponse:
        return model_admin.perform(action, request, queryset)

    perform.allowed_permissions = (action.permission,)  # type: ignore[attr-defined]  # as Django has it
    perform.__name__ = action.name
    return perform


def _seen(request: HttpRequest) -> dict[int, str]:
    """The keys of the rows on the page, each with what told it from any other state of itself."""
    pairs = (text.partition(":") for text in request.POST.getlist(SEEN)[:MOST])
    return {int(pk): mark for pk, _colon, mark in pairs if _is_key(pk)}


def _is_key(text: str) -> bool:
    """Whether it may be the key of a row, and not a larger number than the database has."""
    return text.isdecimal() and text.isascii() and len(text) <= DIGITS


def _choices(request: HttpRequest, model: type[Model]) -> QuerySet[Any]:
    rows = model._default_manager.all()
    return rows.visible_to(request.user) if isinstance(rows, KeptQuerySet) else rows
