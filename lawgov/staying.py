"""Staying signed in, for who is asked whether they are still there."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST


def lasting() -> int:
    """How many seconds somebody who does nothing stays signed in."""
    minutes: int | None = getattr(settings, "LAWGOV_IDLE_MINUTES", None)
    lasts: int = settings.SESSION_COOKIE_AGE
    return lasts if minutes is None else min(lasts, minutes * 60)


@never_cache
@require_POST
def stay(request: HttpRequest) -> HttpResponse:
    """The session begins anew; how many seconds it lasts now.

    Whoever is signed out already is led to the sign-in like from any other page.
    """
    request.session.modified = True
    return JsonResponse({"seconds": lasting()})
