"""The second of two to save is shown what the first did, and keeps what was typed."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from cases.registry.desk import merging
from cases.registry.desk.comparing import theirs_prefix
from cases.registry.desk.comparison import Comparison, compare
from cases.registry.desk.opened import OPENED, keeper_of, read, version_of, written
from cases.registry.desk.sent_files import UNSENT, names_of_files
from cases.registry.history.acts import Door, acting
from cases.registry.history.claims import Collided, claim
from cases.registry.records import Record

WHY = "_why"
CONFLICT = 409


class CollidingAdmin(admin.ModelAdmin[Any]):
    """A form carries the versions it was opened with, and claims them before it writes anything.

    Whoever saves a record claims it, even if only a row beside it changed; a row that is a record
    itself is claimed by its own version. A form that says no version saw the record as it is.
    """

    collision_template = "admin/collision.html"

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        if request.method != "POST" or object_id is None or "_saveasnew" in request.POST:
            return super().changeform_view(request, object_id, form_url, extra_context)
        request.POST, is_settled = merging.merged(request.POST)  # type: ignore[assignment]  # a copy
        with _reason_of(request):
            page = self._collision(request, object_id, is_settled=is_settled)
            if page is not None:
                return page
            try:
                return super().changeform_view(request, object_id, form_url, extra_context)
            except Collided:
                page = self._collision(request, object_id, is_settled=is_settled)
                if page is not None:
                    return page
            # What the other changed a moment ago is not on this form.
            return super().changeform_view(request, object_id, form_url, extra_context)

    def save_model(
        self, request: HttpRequest, obj: Any, form: ModelForm[Any], change: bool
    ) -> None:
        if change and (keeper := keeper_of(obj)) is not None:
            _claim(request, keeper)
        super().save_model(request, obj, form, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        if change and issubclass(formset.model, Record):
            for row in formset.initial_forms:
                if row.has_changed():
                    _claim(request, row.instance)
        super().save_formset(request, form, formset, change)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        record = context.get("original")
        if record is not None and record.pk and self.has_change_permission(request, record):
            context["opened"] = request.POST.get(OPENED) or written(_records(record, context))
            context["why"] = request.POST.get(WHY, "")
        return super().render_change_form(request, context, *args, **kwargs)

    def _collision(
        self, request: HttpRequest, object_id: str, *, is_settled: bool
    ) -> HttpResponse | None:
        """The page of the collision, if there is one and the other changed what is on the form."""
        record = self.get_object(request, unquote(object_id))
        if record is None or not self.has_change_permission(request, record):
            return None
        keeper, versions = keeper_of(record), read(request.POST)
        if keeper is None or not self._is_late(request, record, keeper):
            return None
        fieldsets = flatten_fieldsets(self.get_fieldsets(request, record))
        form = self.get_form(request, record, change=True, fields=fieldsets)
        theirs = form(instance=record, prefix=theirs_prefix(""))
        formsets, _inlines = self._create_formsets(request, record, change=True)  # type: ignore[attr-defined]  # Django's own
        found = compare(
            record,
            keeper,
            theirs=theirs,
            formsets=formsets,
            posted=request.POST,
            versions=versions,
        )
        now = written([keeper, *(r for f in formsets for r in f.get_queryset() if _versioned(r))])
        if found.concerns_nothing_typed:
            request.POST[OPENED] = now  # type: ignore[misc]  # a copy, see above
            return None
        return self._page(request, record, found, now, is_settled=is_settled)

    def _is_late(self, request: HttpRequest, record: Any, keeper: Record) -> bool:
        versions = read(request.POST)
        if version_of(keeper, versions) != keeper.version:
            return True
        for inline in self.get_inline_instances(request, record):
            if issubclass(inline.model, Record):
                label = inline.model._meta.label_lower
                opened = {key: seen for (name, key), seen in versions.items() if name == label}
                now = inline.model._base_manager.filter(pk__in=opened).values_list("pk", "version")
                if opened and any(opened[key] != version for key, version in now):
                    return True
        return False

    def _page(
        self, request: HttpRequest, record: Any, found: Comparison, now: str, *, is_settled: bool
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": record,
            "title": _("Somebody else saved this first"),
            "comparison": found,
            "opened": now,
            "opened_first": request.POST.get(OPENED, ""),
            "pairs": [each for each in merging.pairs(request.POST) if each[0] != UNSENT],
            "is_settled": is_settled,
            "unsent": names_of_files(request),
        }
        return TemplateResponse(request, self.collision_template, context, status=CONFLICT)


def _claim(request: HttpRequest, record: Record) -> None:
    if claim(type(record), {record.pk: version_of(record, read(request.POST))}):
        raise Collided
    record.version = version_of(record, read(request.POST)) + 1


def _records(record: Any, context: dict[str, Any]) -> Iterator[Record]:
    """The record of a form and the records beside it."""
    if (keeper := keeper_of(record)) is not None:
        yield keeper
    for inline in context.get("inline_admin_formsets", ()):
        for form in inline.formset.initial_forms:
            if _versioned(form.instance):
                yield form.instance


def _versioned(row: Any) -> bool:
    return isinstance(row, Record) and row.pk is not None


@contextmanager
def _reason_of(request: HttpRequest) -> Iterator[None]:
    """What the person said about the change goes with it into the history."""
    if not (why := request.POST.get(WHY, "").strip()):
        yield
        return
    with acting(Door.FORM, by=request.user.pk, why=why):
        yield
