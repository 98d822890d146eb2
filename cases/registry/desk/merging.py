"""What was chosen on the page of a collision, put together as one form again."""

import re
from collections.abc import Iterable
from typing import Any, Final

from django.http import QueryDict

from cases.registry.desk.opened import OPENED

THEIRS: Final = "_theirs"
TAKE: Final = "_take-"
ASKED: Final = "_asked"  # names where both sides changed, so that somebody has to choose
GONE: Final = "_gone"  # rows that were removed meanwhile
FIRST: Final = "_opened_first"


def merged(posted: QueryDict) -> tuple[QueryDict, bool]:
    """The form as chosen, and whether everything was; what is not, is asked for once more."""
    data = posted.copy()
    if FIRST not in posted:
        return data, True
    own = plain(posted)
    if not all(posted.get(TAKE + name) for name in posted.getlist(ASKED)):
        own[OPENED] = posted.get(FIRST, "")
        return own, False
    for key in posted:
        if key.startswith(TAKE) and posted[key] == "theirs":
            _take_theirs(own, posted, key.removeprefix(TAKE))
    for name in posted.getlist(GONE):
        _renumber(own, name, is_kept=posted.get(TAKE + name) == "mine")
    return own, True


def plain(posted: QueryDict) -> QueryDict:
    """What belongs to the form itself."""
    own = posted.copy()
    for key in posted:
        if key.startswith((THEIRS, TAKE)) or key in {ASKED, GONE, FIRST}:
            del own[key]
    return own


def pairs(own: QueryDict) -> Iterable[tuple[str, str]]:
    """Every value of the form, to be carried along in hidden fields."""
    for key, values in own.lists():
        if key not in {"csrfmiddlewaretoken", OPENED}:
            yield from ((key, str(value)) for value in values)


def _take_theirs(own: QueryDict, posted: QueryDict, name: str) -> None:
    """A field, or a whole row, as it stands now."""
    part = re.compile(rf"{re.escape(name)}(_\d+|-.*)?")
    for key in [key for key in own if part.fullmatch(key)]:
        if not key.endswith(("-id", "-DELETE")):
            del own[key]
    own.pop(f"{name}-DELETE", None)
    for key in posted:
        there = key.removeprefix(f"{THEIRS}-")
        if there != key and part.fullmatch(there):
            own.setlist(there, posted.getlist(key))


def _renumber(own: QueryDict, name: str, *, is_kept: bool) -> None:
    """Take a row that is no longer there out of the known ones; kept, it is entered anew."""
    prefix, _, place = name.rpartition("-")
    if not place.isdecimal() or not own.get(f"{prefix}-INITIAL_FORMS", "").isdecimal():
        return
    known = int(own.get(f"{prefix}-INITIAL_FORMS", "0"))
    total = int(own.get(f"{prefix}-TOTAL_FORMS", "0") or 0)
    rows = [_row(own, prefix, number) for number in range(total)]
    if int(place) >= known or total < known:
        return
    left = rows[: int(place)] + rows[int(place) + 1 :]
    if is_kept:
        left.append({key: values for key, values in rows[int(place)].items() if key != "id"})
    for key in [key for key in own if re.fullmatch(rf"{re.escape(prefix)}-\d+-.*", key)]:
        del own[key]
    for number, row in enumerate(left):
        for key, values in row.items():
            own.setlist(f"{prefix}-{number}-{key}", values)
    own[f"{prefix}-INITIAL_FORMS"] = str(known - 1)
    own[f"{prefix}-TOTAL_FORMS"] = str(len(left))


def _row(own: QueryDict, prefix: str, number: int) -> dict[str, list[Any]]:
    start = f"{prefix}-{number}-"
    return {key.removeprefix(start): own.getlist(key) for key in own if key.startswith(start)}
