"""A form that warns of a soft rule before it lets a record pass, and keeps the clerk's reason."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.registry.cautions.recorded import REASON_LENGTH
from cases.registry.cautions.rules import Cautions, Finding
from cases.registry.cautions.settling import Told, settle, unanswered
from cases.registry.cautions.shown import shown
from cases.registry.history.acts import Door
from cases.registry.timing.loading import clocks

REASON = "caution-reason"


class ReasonForm(forms.Form):
    """The one box for whatever is warned of; `seen` says what the box was shown for."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=REASON_LENGTH,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, prefix="caution")

    def covers(self, found: Sequence[Finding]) -> bool:
        """A reason was given, and nothing is found that was not before the clerk's eyes."""
        if not self.is_valid():
            return False
        seen = set(self.cleaned_data["seen"].split())
        return bool(self.cleaned_data["reason"]) and {each.mark for each in found} <= seen


class Unreasoned(Exception):
    """Soft rules are not kept and nobody has said why; what was saved is taken back."""

    def __init__(self, found: Sequence[Finding]) -> None:
        super().__init__(len(found))
        self.found = found


class CautiousAdmin(admin.ModelAdmin[Any]):
    """Saves, looks at what stands then, and takes it back until a reason is given.

    What is judged is what the database holds, rows of other tables and all; so the rule is the
    same one that a ledger and the panel are judged by.
    """

    cautions: ClassVar[Cautions]
    change_form_template = "admin/clocked_change_form.html"

    @property
    def media(self) -> forms.Media:
        return super().media + forms.Media(css={"all": ["lawgov/cautions.css"]})

    def cautioned(self, obj: Any) -> Any:
        """The record whose clock reads the row: itself, unless the row belongs to another."""
        return obj

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except Unreasoned as unreasoned:
            request.cautions = unreasoned.found  # type: ignore[attr-defined]  # asked below
            return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        """Not valid while it has to ask; the form says so, and keeps what was typed."""
        form: Any = super().get_form(request, obj, change, **kwargs)
        if not getattr(request, "cautions", ()):
            return form

        class Asking(form):  # type: ignore[misc]  # made for this request
            def clean(self) -> Any:
                cleaned = super().clean()
                self.add_error(None, ValidationError(_("Not saved yet: please say why.")))
                return cleaned

        return Asking

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        record = self.cautioned(form.instance)
        found = self.cautions.found(self.cautions.room.of(record.pk), clocks().governing)
        given = ReasonForm(request.POST)
        asking = unanswered(self.cautions, record.pk, found)
        if asking and not given.covers(asking):
            raise Unreasoned(asking)
        reason = given.cleaned_data["reason"] if given.is_valid() else ""
        told = Told(Door.FORM, timezone.now(), request.user.pk, reason)
        settle(self.cautions, {record.pk: found}, told)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        original = context.get("original")
        asked: Sequence[Finding] = getattr(request, "cautions", ())
        if original is not None and original.pk and not asked:
            record = self.cautioned(original)
            found = shown(self.cautions, record.pk, clocks().governing)
            context |= {"cautions": found, "cautions_mute": any(each.is_mute for each in found)}
        context["cautions_asked"] = asked
        context["caution_form"] = self._box(request, asked)
        given = request.POST if request.method == "POST" and not asked else None
        context["caution_given"] = ReasonForm(given) if given and given.get(REASON) else None
        return super().render_change_form(request, context, *args, **kwargs)

    def _box(self, request: HttpRequest, asked: Sequence[Finding]) -> ReasonForm:
        """What was typed stays, and what is asked now is what the next save may rest on."""
        if not asked:
            return ReasonForm()
        data = request.POST.copy()
        data["caution-seen"] = " ".join(each.mark for each in asked)
        box = ReasonForm(data)
        box.fields["reason"].widget.attrs["autofocus"] = True
        return box
