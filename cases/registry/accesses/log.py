"""Notes every reading of what is sensitive, every file taken out, every way in."""

from django.contrib.auth.models import AnonymousUser

from cases.registry.accesses.addresses import current_address
from cases.registry.accesses.entries import FAILURES, Access, AccessEntry
from cases.registry.users import User

__all__ = ["Access", "noted"]

SUBJECT, DETAIL = 200, 1000  # as wide as the log is


def noted(
    person: User | AnonymousUser | None, access: Access, subject: str, detail: str = ""
) -> AccessEntry:
    """Write down who did what to which subject, before it is done."""
    return AccessEntry.objects.create(
        person=person if isinstance(person, User) else None,
        act=access,
        subject=subject[:SUBJECT],
        detail=detail[:DETAIL],
        succeeded=access not in FAILURES,
        address=current_address(),
    )
