"""The calculator: any statutory term for any date, with its working, for whoever is signed in."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from cases.registry.clock.clock import Clock
from cases.registry.clock.deadline import Deadline
from cases.registry.clock.refusals import Refusal
from cases.registry.desk.dates import TypedDateField
from cases.registry.timing.calculation import Calculation, NotUnderstood, stretch
from cases.registry.timing.loading import clocks
from cases.registry.timing.panel import reservations
from cases.registry.timing.running import Stretch

BRANCHES = {
    "reconsideration": _("Administrative reconsideration"),
    "litigation": _("Litigation response"),
    "mediation": _("Mediation"),
    "enforcement": _("Enforcement supervision"),
}


class DayInput(forms.DateInput):
    """The browser's own calendar."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class CalculatorForm(forms.Form):
    """What is asked of the clock; nothing of it is kept."""

    term = forms.ChoiceField(label=_("term"))
    on = TypedDateField(
        label=_("day of the event"),
        widget=DayInput,
        help_text=_("That day is not counted; the version of the law of that day applies."),
    )
    length = forms.IntegerField(
        label=_("length"),
        required=False,
        min_value=1,
        help_text=_("Only where a document or another law sets it."),
    )
    extend = forms.IntegerField(label=_("extended by"), required=False, min_value=1)
    converted = TypedDateField(
        label=_("converted to the ordinary procedure on"), required=False, widget=DayInput
    )
    suspensions = forms.CharField(
        label=_("time left out"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "One stretch to a line: 2024-03-20..2024-04-25. The second day, that of resumption, "
            "no longer belongs to it; it is missing while the term stands still."
        ),
    )

    def __init__(self, *args: Any, clock: Clock, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.clock = clock
        chosen = self.fields["term"]
        assert isinstance(chosen, forms.ChoiceField)  # noqa: S101  # declared above
        chosen.choices = _grouped(clock)

    def clean_suspensions(self) -> tuple[Stretch, ...]:
        lines = self.cleaned_data["suspensions"].split()
        try:
            return tuple(stretch(line) for line in lines)
        except NotUnderstood as error:
            raise forms.ValidationError(str(error)) from error

    def deadline(self) -> Deadline | None:
        """The answer, or None with the refusal among the errors of the form."""
        if not self.is_valid():
            return None
        asked = Calculation(
            self.cleaned_data["term"],
            self.cleaned_data["on"],
            extend=self.cleaned_data["extend"],
            length=self.cleaned_data["length"],
            suspensions=self.cleaned_data["suspensions"],
            converted_on=self.cleaned_data["converted"],
        )
        try:
            return asked.deadline(self.clock)
        except Refusal as refusal:
            self.add_error(None, str(refusal))
            return None


def _grouped(clock: Clock) -> list[tuple[Any, list[tuple[str, str]]]]:
    """The terms by the branch of the law they belong to, each under its newest name."""
    newest = {term.code: term for term in sorted(clock.catalogue.terms, key=_begins)}
    groups: dict[str, list[tuple[str, str]]] = {}
    for code in clock.catalogue.codes():
        name = f"{newest[code].label} ({newest[code].article})"
        groups.setdefault(code.partition(".")[0], []).append((code, name))
    return [(BRANCHES.get(branch, branch), found) for branch, found in groups.items()]


def _begins(term: Any) -> Any:
    return term.valid_from


def calculator(request: HttpRequest) -> HttpResponse:
    """The form, and below it the working of what was asked."""
    clock = clocks().governing
    form = CalculatorForm(request.GET or None, clock=clock)
    deadline = form.deadline() if form.is_bound else None
    context = {
        **admin.site.each_context(request),
        "title": _("Calculate a statutory term"),
        "form": form,
        "deadline": deadline,
        "reservations": list(reservations(deadline)) if deadline is not None else [],
    }
    return TemplateResponse(request, "lawgov/clock/calculator.html", context)
