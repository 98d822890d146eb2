"""Every kind of record that has a clock."""

from django.utils import timezone

from cases.litigation import clock as litigation
from cases.reconsideration import clock as reconsideration
from cases.registry.dockets import Docket
from cases.registry.timing.clocked import Clocked
from cases.registry.timing.rooms import Room, bring_up_to_date
from mediation import clock as mediation

ROOMS: list[Room] = [
    reconsideration.ROOM,
    litigation.ROOM,
    litigation.SUGGESTIONS,
    mediation.ROOM,
]


def up_to_date() -> int:
    """Bring every stored date to what it is today; how many records had to be reckoned."""
    return bring_up_to_date(ROOMS, timezone.localdate())


def find(number: str) -> tuple[Room, Clocked] | None:
    """The record that bears a number, whichever line of work it belongs to."""
    for room in ROOMS:
        for text in _spellings(number):
            record = room.model._base_manager.filter(**{room.number: text}).first()
            if record is not None:
                return room, record
    return None


def _spellings(number: str) -> list[str]:
    """As typed, and as the register writes it."""
    try:
        return [str(Docket.parse(number)), number.strip()]
    except ValueError:
        return [number.strip()]
