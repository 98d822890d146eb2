"""Numbers that belong to a person or body: written in one way, and checked as they are entered."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.registry.ledgers.words import narrow

# GB 11643-1999, 4.4: the weights of the first seventeen digits, and the last by the remainder.
_CITIZEN = re.compile(r"\d{17}[\dX]", re.ASCII)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_LAST = "10X98765432"
# GB 32100-2015, 4 and 5: no I, O, S, V or Z; weights are powers of three modulo 31.
_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT = re.compile(f"[{_SIGNS}]{{2}}\\d{{6}}[{_SIGNS}]{{10}}", re.ASCII)
# A passport, or a permit of who lives in Hong Kong, Macau or Taiwan: no checksum to go by.
_TRAVEL = re.compile(r"[A-Z]{1,2}\d{6,9}|\d{8}", re.ASCII)
_TELEPHONE = re.compile(
    r"(\+?86-?)?1[3-9]\d{9}"  # mobile
    r"|(\+?86-?)?(0\d{2,3}-?)?[2-9]\d{6,7}(-\d{1,6})?"  # area code, number, extension
    r"|[48]00-?\d{3}-?\d{4}"
    r"|1\d{4}"  # hot lines: 12348
    r"|\+\d{7,15}",  # from abroad
    re.ASCII,
)


def written(text: str) -> str:
    """As it is kept: plain digits and capitals, no blanks."""
    return "".join(narrow(text).split()).upper()


def is_citizens(number: str) -> bool:
    """Whether the last character follows from the others as GB 11643-1999 has it, and the birth
    is a day that was.
    """
    if not _CITIZEN.fullmatch(number) or not _is_day(number[6:14]):
        return False
    total = sum(int(sign) * weight for sign, weight in zip(number, _WEIGHTS, strict=False))
    return _LAST[total % 11] == number[-1]


def is_credit_code(number: str) -> bool:
    """Whether the last character follows from the others as GB 32100-2015 has it."""
    if not _CREDIT.fullmatch(number):
        return False
    total = sum(_SIGNS.index(sign) * pow(3, place, 31) for place, sign in enumerate(number[:17]))
    return _SIGNS[-total % 31] == number[-1]


def _is_day(text: str) -> bool:
    try:
        return date(1850, 1, 1) < date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return False


def check_identity(number: str) -> None:
    """Say what is wrong with an identity number or unified credit code.

    Raises:
        ValidationError: neither of them, nor a passport or permit.
    """
    if is_citizens(number) or is_credit_code(number) or _TRAVEL.fullmatch(number):
        return
    if not _CITIZEN.fullmatch(number) and not _CREDIT.fullmatch(number):
        raise ValidationError(
            _("Expected the 18 characters of an identity number or unified credit code."),
            code="shape",
        )
    if _CITIZEN.fullmatch(number) and not _is_day(number[6:14]) and number[0] != "9":
        raise ValidationError(
            _("The 7th to 14th digits of an identity number are a day of birth; these are none."),
            code="birth",
        )
    raise ValidationError(
        _("The last character does not follow from the others: one of them was mistyped."),
        code="checksum",
    )


def check_telephone(number: str) -> None:
    """Say so where nobody could be reached.

    Raises:
        ValidationError: neither a mobile nor a fixed number, a hot line or one from abroad.
    """
    if not _TELEPHONE.fullmatch(number):
        raise ValidationError(
            _("This is no telephone number; expected one such as 13800000000 or 0936-8200000."),
            code="telephone",
        )


class NumberFormField(forms.CharField):
    """A number as typed; where it is shown masked, the mask means the number that is kept."""

    stored = ""
    mask = ""

    def to_python(self, value: Any) -> str:
        text = written(super().to_python(value) or "")
        if self.stored and text == self.mask:
            return self.stored
        if "*" in text:
            raise ValidationError(
                _("Type the whole number anew, or leave it as it was shown."), code="half_masked"
            )
        return text

    def has_changed(self, initial: Any, data: Any) -> bool:
        text = written(data or "")
        return text != self.mask if self.stored else text != written(initial or "")

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Without the length: who types blanks between the digits is not cut short."""
        return {k: v for k, v in super().widget_attrs(widget).items() if k != "maxlength"}


class _NumberField(models.CharField[str, str]):
    """Kept as text; what it may hold is code, so that no table changes when a rule does."""

    def to_python(self, value: Any) -> Any:
        return written(value) if isinstance(value, str) else super().to_python(value)

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": NumberFormField, **kwargs})

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs


class IdentityNumberField(_NumberField):
    """The number of a citizen or the credit code of a body."""

    default_validators = [check_identity]


class TelephoneField(_NumberField):
    """A number at which somebody is reached."""

    default_validators = [check_telephone]
