"""A hint at intake that the same may have been entered already: a warning, never a block."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from cases.registry.conditions import recorded
from cases.registry.desk.refusals import Refusal, send_back
from cases.registry.figures import Label
from cases.registry.parties import PartyRole

SEEN = "_seen"  # the records a person was shown before
SELF = "_self"  # the record the form itself is about
MOST = 5  # are shown
SHORTEST = 2  # characters of a name or number that say something
ASKED_AGAIN = _("Something like this is entered already; see below. To enter it, save once more.")


@dataclass(frozen=True)
class Likeness:
    """Two records are alike if this lookup, through an index, finds what was typed.

    `parties__name` is typed in the rows of the inline `parties`, `act_number` in the form.
    """

    lookup: str
    why: Label

    @property
    def inputs(self) -> str:
        """The names of its fields on the page; a star stands for the place of a row."""
        return "-*-".join(self.lookup.split("__"))

    def typed(self, data: QueryDict) -> set[str]:
        """What the form says, without the rows of those who only speak for others."""
        pattern = re.compile(re.escape(self.inputs).replace(r"\*", r"(\d+)"))
        found = {match: value for name, value in data.items() if (match := pattern.fullmatch(name))}
        values = {str(v).strip() for match, v in found.items() if not self._speaks(match, data)}
        return {value for value in values if len(value) >= SHORTEST}

    def _speaks(self, match: re.Match[str], data: QueryDict) -> bool:
        if not match.groups():
            return False
        row = f"{self.lookup.split('__')[0]}-{match[1]}"
        return data.get(f"{row}-role") == PartyRole.AGENT or f"{row}-DELETE" in data


@dataclass
class Similar:
    """A record that looks like the one being entered, and by what."""

    record: Any
    address: str
    reasons: list[Label] = field(default_factory=list)


class LooksAlike(Exception):
    """Saving stops once, so that the similar records are seen."""

    def __init__(self, found: list[Similar]) -> None:
        super().__init__()
        self.found = found


class SimilarAdmin(admin.ModelAdmin[Any]):
    """Says while one types which records look the same; without script, at the first saving.

    `similar` declares by what; records that share the field `alike_in` as well come first.
    """

    similar: ClassVar[tuple[Likeness, ...]] = ()
    alike_in: ClassVar[tuple[str, Label] | None] = None

    def get_urls(self) -> list[Any]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_similar"
        view = self.admin_site.admin_view(require_POST(self.similar_view))
        mine = [path("similar/", view, name=name)] if self.similar else []
        return [*mine, *super().get_urls()]

    def similar_view(self, request: HttpRequest) -> HttpResponse:
        """The hint for what was typed so far, as the page shows it."""
        if not (self.has_add_permission(request) or self.has_change_permission(request)):
            raise PermissionDenied
        found = self.look_alike(request)
        hint = render_to_string("lawgov/similar.html", {"similar": found}, request)
        return JsonResponse({"hint": hint, "seen": [each.record.pk for each in found]})

    def look_alike(self, request: HttpRequest) -> list[Similar]:
        """The records a person may see that look like what they typed, the likest first."""
        found: dict[Any, Similar] = {}
        for likeness in self.similar:
            if values := likeness.typed(request.POST):
                for record in self._alike(request, likeness, values):
                    address = self._address(record)
                    known = found.setdefault(record.pk, Similar(record, address))
                    known.reasons.append(likeness.why)
        for each in found.values():
            self._strengthen(request, each)
        return sorted(found.values(), key=lambda each: -len(each.reasons))[:MOST]

    def _alike(
        self, request: HttpRequest, likeness: Likeness, values: Iterable[str]
    ) -> QuerySet[Any]:
        rows = self.get_queryset(request).filter(**{f"{likeness.lookup}__in": sorted(values)})
        if isinstance(self.list_select_related, list | tuple):
            rows = rows.select_related(*self.list_select_related)
        own = _own(request)
        rows = rows.exclude(pk=own) if own.isdecimal() else rows
        return rows.filter(recorded()).order_by("-pk").distinct()[: MOST * 4]

    def _strengthen(self, request: HttpRequest, each: Similar) -> None:
        if self.alike_in is None:
            return
        name, why = self.alike_in
        if str(getattr(each.record, f"{name}_id")) == request.POST.get(name):
            each.reasons.append(why)

    def _address(self, record: Model) -> str:
        names = (self.opts.app_label, self.opts.model_name)
        return reverse("admin:{}_{}_change".format(*names), args=[record.pk])

    def save_model(
        self, request: HttpRequest, obj: Any, form: ModelForm[Any], change: bool
    ) -> None:
        if not change and SEEN in request.POST:
            found = self.look_alike(request)
            if not {str(each.record.pk) for each in found} <= _seen(request):
                raise LooksAlike(found)
        super().save_model(request, obj, form, change)

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().changeform_view(request, *args, **kwargs)
        except LooksAlike as alike:
            request.similar = alike.found  # type: ignore[attr-defined]
            send_back(request, Refusal(ASKED_AGAIN))
            return super().changeform_view(request, *args, **kwargs)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if self.similar:
            shown = getattr(request, "similar", None)
            if shown is None:  # sent back for another reason, the form still says what is alike
                shown = self.look_alike(request) if request.method == "POST" else []
            seen = _seen(request) | {str(each.record.pk) for each in shown}
            names = (self.opts.app_label, self.opts.model_name)
            context |= {
                "similar": shown,
                "similar_seen": ",".join(sorted(seen)),
                "similar_inputs": " ".join(each.inputs for each in self.similar),
                "similar_alike": self.alike_in[0] if self.alike_in else "",
                "similar_address": reverse("admin:{}_{}_similar".format(*names)),
            }
        return super().render_change_form(request, context, *args, **kwargs)


def _own(request: HttpRequest) -> str:
    """The record the form is about: a script says it, or the address of the form itself."""
    asked = request.resolver_match
    return request.POST.get(SELF) or (asked.kwargs.get("object_id", "") if asked else "")


def _seen(request: HttpRequest) -> set[str]:
    return {pk for pk in request.POST.get(SEEN, "").split(",") if pk}
