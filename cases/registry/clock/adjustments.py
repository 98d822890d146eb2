"""What happened to a running term: time left out, extensions, a change of procedure, the end."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from cases.registry.clock.refusals import BadDates, BadLength
from cases.registry.clock.terms import Ground, Term


@dataclass(frozen=True, slots=True)
class Suspension:
    """Time left out on one ground, from start up to end, that day itself not included.

    It never ends before it starts; it has no end while it lasts.
    """

    start: date
    end: date | None
    ground: Ground

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise BadDates(_("A suspension cannot end before it starts."), self.ground.article)


@dataclass(frozen=True, slots=True)
class Extension:
    """Units added to the nominal end, at least one; granted_on is None in a mere calculation."""

    days: int
    granted_on: date | None = None

    def __post_init__(self) -> None:
        if self.days < 1:
            raise BadLength(_("An extension adds at least one day."))


@dataclass(frozen=True, slots=True)
class Conversion:
    """The simplified procedure became the ordinary one on a day, whose term takes over."""

    on: date
    into: Term


@dataclass(frozen=True, slots=True)
class Adjustments:
    """Everything that befell one term; empty for most."""

    suspensions: tuple[Suspension, ...] = ()
    extensions: tuple[Extension, ...] = ()
    conversion: Conversion | None = None
    concluded_on: date | None = None


UNADJUSTED = Adjustments()
