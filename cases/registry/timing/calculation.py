"""A term calculated for no record at all: what the calculator and the command line ask."""

import re
from dataclasses import dataclass
from datetime import date

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from cases.registry.clock.adjustments import Extension
from cases.registry.clock.clock import Clock
from cases.registry.clock.deadline import Deadline
from cases.registry.figures import Label
from cases.registry.timing.running import Stretch

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class NotUnderstood(ValueError):
    """Something that was typed is no day, no stretch of days, no term."""

    def __init__(self, reason: Label) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return str(self.reason)


@dataclass(frozen=True, slots=True)
class Calculation:
    """A term, the day of its event, and what befell it."""

    code: str
    on: date
    extend: int | None = None
    length: int | None = None
    suspensions: tuple[Stretch, ...] = ()
    converted_on: date | None = None
    concluded_on: date | None = None

    def deadline(self, clock: Clock) -> Deadline:
        """Raises a Refusal where the law does not allow it, NotUnderstood for a strange code."""
        if self.code not in clock.catalogue.codes():
            text = _("There is no term “{code}”; there are: {codes}")
            codes = ", ".join(clock.catalogue.codes())
            raise NotUnderstood(format_lazy(text, code=self.code, codes=codes))
        return clock.deadline(
            self.code,
            self.on,
            suspensions=[clock.suspension(self.code, *each) for each in self.suspensions],
            extensions=() if self.extend is None else (Extension(self.extend),),
            converted_on=self.converted_on,
            concluded_on=self.concluded_on,
            length=self.length,
        )


def day(text: str) -> date:
    """A day written 2024-08-05."""
    try:
        if _DAY.fullmatch(text.strip()):
            return date.fromisoformat(text.strip())
    except ValueError:
        pass
    raise NotUnderstood(format_lazy(_("“{text}” is no day such as 2024-08-05."), text=text))


def stretch(text: str) -> Stretch:
    """Days written 2024-03-20..2024-04-25, or 2024-03-20.. while it lasts."""
    first, dots, last = text.partition("..")
    if not dots:
        message = _("“{text}” is no stretch of days such as 2024-03-20..2024-04-25.")
        raise NotUnderstood(format_lazy(message, text=text))
    return day(first), day(last) if last.strip() else None
