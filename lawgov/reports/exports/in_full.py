"""Numbers in full in a file that leaves the house: for who answers for the work, with a reason."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from cases.registry.accesses.log import Access, noted
from cases.registry.roles import EXPORTING_IN_FULL
from cases.registry.users import User

# In the address, with the reason; without it every number leaves masked.
IN_FULL = "in_full"


def asks_in_full(request: HttpRequest) -> bool:
    """Whether the numbers are to stand in full; who may and why is entered before."""
    reason = request.GET.get(IN_FULL, "").strip()
    if not reason:
        return False
    user = request.user
    if not isinstance(user, User) or user.role not in EXPORTING_IN_FULL:
        raise PermissionDenied
    noted(user, Access.REVEAL, request.path, reason)
    return True
