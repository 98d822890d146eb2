"""The clock itself: a table of terms and a calendar, and the deadlines they give."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext_lazy as _

from cases.registry.clock.adjustments import (
    UNADJUSTED,
    Adjustments,
    Conversion,
    Extension,
    Suspension,
)
from cases.registry.clock.arithmetic import compute, event_of
from cases.registry.clock.calendar import Calendar
from cases.registry.clock.catalogue import Catalogue
from cases.registry.clock.deadline import Deadline
from cases.registry.clock.refusals import NotConvertible, NotSuspendable
from cases.registry.clock.terms import Term

KEPT = 20_000  # a term for every day of some years, many times over

Plain = tuple[str, date, int | None, date | None]


@dataclass(frozen=True, slots=True)
class Clock:
    """Answers every question about deadlines from one catalogue and one calendar.

    Neither of them ever changes, so the deadline of a term that nothing befell is reckoned once
    for each day and kept: a county has more cases than days.
    """

    catalogue: Catalogue
    calendar: Calendar
    _kept: dict[Plain, Deadline] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def deadline(
        self,
        code: str,
        on: date | Deadline,
        *,
        suspensions: Iterable[Suspension] = (),
        extensions: Iterable[Extension] = (),
        converted_on: date | None = None,
        concluded_on: date | None = None,
        length: int | None = None,
        law_on: date | None = None,
    ) -> Deadline:
        """The deadline of the term with this code.

        on: the date of its event, or the deadline whose last day is the event (deemed acceptance).
        length: only where the term says that another law or the document may set it.
        law_on: the day whose law applies, where that is not the event (the ceilings of art. 21).
        Raises a Refusal that carries the reason and the article.
        """
        left_out, extended = tuple(suspensions), tuple(extensions)
        if not (left_out or extended or converted_on or concluded_on):
            return self._plain(code, on, length, law_on)
        decisive = law_on or event_of(on)
        term = self.catalogue.applicable(code, decisive)
        conversion = None
        if converted_on is not None:
            term, conversion = self._converted(term, converted_on, decisive)
        adjustments = Adjustments(left_out, extended, conversion, concluded_on)
        return compute(term, on, self.calendar, adjustments, length)

    def _plain(
        self, code: str, on: date | Deadline, length: int | None, law_on: date | None
    ) -> Deadline:
        """The same on a day that was asked for before is not reckoned anew."""
        key = (code, on, length, law_on) if not isinstance(on, Deadline) else None
        if key is not None and (known := self._kept.get(key)) is not None:
            return known
        term = self.catalogue.applicable(code, law_on or event_of(on))
        found = compute(term, on, self.calendar, UNADJUSTED, length)
        if key is not None:
            self._keep(key, found)
        return found

    def _keep(self, key: Plain, found: Deadline) -> None:
        if len(self._kept) >= KEPT:
            self._kept.clear()
        self._kept[key] = found

    def suspension(
        self, code: str, start: date, end: date | None = None, ground: str = ""
    ) -> Suspension:
        """Time left out of a term, on the ground named or on the first the law knows for it."""
        if ground:
            return Suspension(start, end, self.catalogue.ground(ground, start))
        grounds = self.catalogue.grounds_for(code, start)
        if not grounds:
            raise NotSuspendable(_("No time is left out of this term."))
        return Suspension(start, end, grounds[0])

    def _converted(self, term: Term, on: date, decisive: date) -> tuple[Term, Conversion]:
        """The simplified term and what it turned into, whichever of the two was asked for."""
        if term.converts_to:
            return term, Conversion(on, self.catalogue.applicable(term.converts_to, decisive))
        simplified = self.catalogue.simplified_of(term.code, decisive)
        if simplified is None:
            text = _("This term does not belong to a simplified procedure.")
            raise NotConvertible(text, term.article)
        return simplified, Conversion(on, term)
