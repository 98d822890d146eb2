"""Until when an application may be made: the sixty days and the ceilings above them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cases.registry.clock.adjustments import Suspension
from cases.registry.clock.clock import Clock
from cases.registry.clock.deadline import Deadline, earliest

APPLICATION = "reconsideration.application"
UNTOLD = "reconsideration.application_untold"
UNTOLD_CAP = "reconsideration.application_untold_cap"
CAP = "reconsideration.application_cap"
CAP_REAL_PROPERTY = "reconsideration.application_cap_real_property"


@dataclass(frozen=True, slots=True)
class Application:
    """What decides how long one may apply against an act.

    applied_on chooses the law of the ceilings, which did not exist before 2024. rights_known_on
    is set only where the act did not tell the right, the authority and the time limit. length is
    the number of days where another law gives more than sixty.
    """

    act_made_on: date
    known_on: date
    applied_on: date
    rights_known_on: date | None = None
    concerns_real_property: bool = False
    obstacles: tuple[Suspension, ...] = ()
    length: int | None = None


def limit(clock: Clock, application: Application) -> Deadline:
    """The last day to apply: of all limits that hold, the earliest (arts. 20, 21)."""
    return earliest(_sixty_days(clock, application), *_ceilings(clock, application))


def _sixty_days(clock: Clock, application: Application) -> Deadline:
    obstacles, length = application.obstacles, application.length
    if application.rights_known_on is None:
        return clock.deadline(
            APPLICATION, application.known_on, suspensions=obstacles, length=length
        )
    return clock.deadline(
        UNTOLD,
        application.rights_known_on,
        suspensions=obstacles,
        length=length,
        law_on=application.applied_on,
    )


def _ceilings(clock: Clock, application: Application) -> Iterator[Deadline]:
    """No obstacle moves a ceiling; art. 20(2) speaks of the time to apply alone."""
    events = {
        CAP_REAL_PROPERTY if application.concerns_real_property else CAP: application.act_made_on
    }
    if application.rights_known_on is not None:
        events[UNTOLD_CAP] = application.known_on
    for code, event in events.items():
        if clock.catalogue.has(code, application.applied_on):
            yield clock.deadline(code, event, law_on=application.applied_on)
