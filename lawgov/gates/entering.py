"""Lets a person in, and out: what is remembered of the session, and what is entered in the log."""

from secrets import token_hex

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from cases.registry.accesses.again import confirmed
from cases.registry.accesses.log import Access, noted
from cases.registry.users import User

BACKEND = "cases.registry.permissions.RoleBackend"
# In the session: when its owner was last seen, which seat it holds, whether a step is missing.
SEEN_AT = "seen_at"
SEAT = "seat"
MUST_ENROL = "must_enrol"


def enter(request: HttpRequest, user: User, detail: str = "") -> None:
    """Sign somebody in who has given everything that is asked of them."""
    noted(user, Access.SIGN_IN, user.username, detail)
    login(request, user, backend=BACKEND)
    user.seat = token_hex(16)
    User.objects.filter(pk=user.pk).update(seat=user.seat)
    request.session[SEAT] = user.seat
    request.session[SEEN_AT] = timezone.now().timestamp()
    request.session[MUST_ENROL] = needs_second_step(user) and not has_second_step(user)
    confirmed(request)


def needs_second_step(user: User) -> bool:
    """Whether the office asks it of the role."""
    return user.role in settings.LAWGOV_SECOND_STEP_ROLES


def has_second_step(user: User) -> bool:
    found: bool = TOTPDevice.objects.filter(user=user, confirmed=True).exists()
    return found


def refuse(username: str, detail: str = "") -> None:
    """Enter a failure; what nobody is called may have been a password in the wrong field."""
    user = User.objects.filter(username=username).first()
    noted(user, Access.REFUSED, user.username if user else f"{username[:2]}…", detail)
