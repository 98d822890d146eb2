"""Who has been away too long, sits elsewhere by now, or has something to do first."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.registry.accesses.log import Access, noted
from cases.registry.users import User
from lawgov.gates.entering import MUST_ENROL, SEAT, SEEN_AT
from lawgov.gates.signing_in import signed_out

# The session is written no oftener than this, however busily somebody clicks.
GRAIN = 60
# What everybody reaches who has something to do first.
ALWAYS = {
    "admin:login",
    "admin:logout",
    "admin:jsi18n",
    "admin:password_change",
    "admin:password_change_done",
    "gates:code",
    "set_language",
}


class PresenceMiddleware:
    """Ends what was idle or taken over, and leads to what comes first."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self._ended(request) or self.get_response(request)

    def _ended(self, request: HttpRequest) -> HttpResponse | None:
        user = request.user
        if not isinstance(user, User):
            return None
        if _idle(request, user) > settings.LAWGOV_IDLE_MINUTES * 60:
            return _end(request, user, "idle", _("You were away for a while and are signed out."))
        if settings.LAWGOV_ONE_SESSION and request.session.get(SEAT, user.seat) != user.seat:
            why = _("Your account signed in elsewhere; here it is signed out.")
            return _end(request, user, "elsewhere", why)
        return None

    def process_view(
        self, request: HttpRequest, _view: Any, _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        user, match = request.user, request.resolver_match
        if not isinstance(user, User) or match is None or match.view_name in ALWAYS:
            return None
        if user.must_change_password:
            why = _("The password was chosen by somebody else. Choose one that only you know.")
            return _first(request, "admin:password_change", why)
        if _is_worn(user):
            worn: Any = _("Your password is older than %(days)s days. Choose a new one.")
            worn = worn % {"days": settings.LAWGOV_PASSWORD_DAYS}
            return _first(request, "admin:password_change", worn)
        if request.session.get(MUST_ENROL) and match.view_name != "gates:second_step":
            why = _("Your role signs in with a second step. Set it up first.")
            return _first(request, "gates:second_step", why)
        return None


def _idle(request: HttpRequest, user: User) -> float:
    """Seconds since somebody was last seen in this session; from the sign-in on, at first."""
    now = timezone.now().timestamp()
    signed_in_at = user.last_login.timestamp() if user.last_login else now
    idle = now - float(request.session.get(SEEN_AT, signed_in_at))
    if GRAIN < idle <= settings.LAWGOV_IDLE_MINUTES * 60:
        request.session[SEEN_AT] = now
    return idle


def _is_worn(user: User) -> bool:
    days = settings.LAWGOV_PASSWORD_DAYS
    return bool(days) and timezone.now() - user.password_set_at > timedelta(days=days)


def _end(request: HttpRequest, user: User, detail: str, why: Any) -> HttpResponse:
    noted(user, Access.SIGN_OUT, user.username, detail)
    logout(request)
    return signed_out(request, why)


def _first(request: HttpRequest, name: str, why: Any) -> HttpResponse:
    messages.warning(request, why)
    return redirect(name)


def idle_seconds(_request: HttpRequest) -> dict[str, int]:
    """For the pages: how long one may be away."""
    return {"idle_seconds": settings.LAWGOV_IDLE_MINUTES * 60}
