"""The question an address asks: a period, typed in one field or as two dates."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.registry.desk.dates import TypedDateField
from cases.registry.periods import Period
from lawgov.reports.spans import MOST_YEARS, too_long


class QuestionForm(forms.Form):
    """The filters are added to it; a period it accepts is one that can be counted.

    Two dates are a way of typing a period and take the place of the period typed before.
    """

    period = forms.CharField(
        label=_("Period"),
        required=False,
        help_text=_("2024, 2024-08, 2024Q3, 2024H1 or 2024-03-01..2024-06-10"),
        widget=forms.TextInput(attrs={"size": 22, "autocomplete": "off"}),
    )
    first = TypedDateField(
        label=_("or from"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    last = TypedDateField(
        label=pgettext_lazy("last day of a period", "to"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not {"period", "first", "last"} & self.errors.keys():
            self._clean_period(cleaned)
        return cleaned

    def _clean_period(self, cleaned: dict[str, Any]) -> None:
        first, last = cleaned.get("first"), cleaned.get("last")
        try:
            if (first is None) != (last is None):
                raise ValueError(_("Say both the first and the last day."))
            period = Period.of(first, last) if first and last else _parse(cleaned["period"])
        except ValueError as error:
            self.add_error("period", str(error))
            return
        if too_long(period):
            message = _("A report covers at most %(years)s years.") % {"years": MOST_YEARS}
            self.add_error("period", message)
        cleaned["period"] = period


def _parse(text: str) -> Period:
    if not text:
        raise ValueError(_("Say which period: a year, a month or two dates."))
    return Period.parse(text)
