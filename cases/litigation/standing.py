"""What a dispute comes to when its instances are read one after the other."""

from collections.abc import Iterable

from cases.litigation.terms import GO_ON, LEAVE_STANDING, Result


def standing(results: Iterable[str]) -> Result | None:
    """The result that stands after instances that ended like this, earliest first.

    An appeal rejected or withdrawn leaves the judgment below; one remanded or transferred
    leaves nothing, so that None means the dispute is still open.
    """
    stands: Result | None = None
    for result in map(Result, results):
        if result in LEAVE_STANDING:
            continue
        stands = None if result in GO_ON else result
    return stands
