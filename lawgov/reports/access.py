"""Who may enter the reading room."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from cases.registry.roles import CASE_ROLES
from cases.registry.users import User

View = Callable[..., HttpResponseBase]


def may_read(user: User | AnonymousUser) -> bool:
    """Whoever works on cases; the three administrators see no case and no number of cases."""
    return isinstance(user, User) and user.is_active and user.role in CASE_ROLES


def readers_only(view: View) -> View:
    """Leads to the sign-in who has not signed in, and refuses who may not read."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if not may_read(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return login_required(guarded)
