"""The database column in which a court's docket number stands."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.lookups import IContains
from django.utils.translation import gettext_lazy as _

from cases.litigation.court_numbers import CourtNumber, fold


class CourtNumberField(models.CharField[str, str]):
    """A court's docket number, kept in one spelling whichever way it was typed.

    Lookups are spelled alike, so that a search for (2024) finds what is stored.
    """

    default_error_messages = {
        "not_a_court_number": _("Expected a court's docket number such as （2024）甘0503行初12号."),
    }

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        if text in self.empty_values:
            return text
        try:
            return str(CourtNumber.parse(text))
        except ValueError:
            raise ValidationError(
                self.error_messages["not_a_court_number"], code="not_a_court_number"
            ) from None

    def get_prep_value(self, value: Any) -> Any:
        text = super(models.CharField, self).get_prep_value(value)
        if not isinstance(text, str):
            return text
        try:
            return str(CourtNumber.parse(text))
        except ValueError:
            return fold(text)  # a part of a number in a search; the constraint refuses the rest


@CourtNumberField.register_lookup
class HasPart(IContains):
    """A search for part of a number; Django hands such parts to no field by itself."""

    def get_prep_lookup(self) -> Any:
        return fold(self.rhs) if isinstance(self.rhs, str) else self.rhs
