"""What the clock refuses to do, and the article it refuses by."""

from typing import TYPE_CHECKING

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from cases.registry.clock.words import NONE, Words

if TYPE_CHECKING:
    from cases.registry.clock.words import Text


class Refusal(ValueError):
    """A demand the law or plain sense forbids, with its reason and article for display."""

    code = "refused"

    def __init__(self, reason: "Text", article: Words = NONE) -> None:
        super().__init__(reason)
        self.reason = reason
        self.article = article

    def __str__(self) -> str:
        if not self.article:
            return str(self.reason)
        text = _("{reason} ({article})")
        return str(format_lazy(text, reason=self.reason, article=self.article))


class BadDates(Refusal):
    """Dates that cannot both be true: an end before its start, a decision before acceptance."""

    code = "bad_dates"


class OutsideCalendar(Refusal):
    """A day so far away that it is surely a slip of the pen."""

    code = "outside_calendar"


class NoTermInForce(Refusal):
    """No version of the term, or of the ground, was in force on the day that decides."""

    code = "no_term_in_force"


class AmbiguousTerm(Refusal):
    """Several versions are in force on the day that decides."""

    code = "ambiguous_term"


class BadTable(Refusal):
    """A row of the terms file that cannot be read."""

    code = "bad_table"


class BadLength(Refusal):
    """A length is missing, impossible, or not open to choice under this law."""

    code = "bad_length"


class NotExtendable(Refusal):
    """The term knows no extension."""

    code = "not_extendable"


class AlreadyExtended(Refusal):
    """The term has been extended as often as it may be."""

    code = "already_extended"


class ExtensionTooLong(Refusal):
    """More is asked for than the law allows in total."""

    code = "extension_too_long"


class TooLate(Refusal):
    """The step comes after the term ran out, or after the matter was decided."""

    code = "too_late"


class NotSuspendable(Refusal):
    """Time lost on this ground is not left out of this term."""

    code = "not_suspendable"


class NotConvertible(Refusal):
    """The term does not belong to a simplified procedure."""

    code = "not_convertible"
