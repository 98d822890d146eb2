"""Enters that a page was printed, as far as the browser says so."""

from datetime import timedelta

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from cases.registry.accesses.entries import AccessEntry
from cases.registry.accesses.log import Access, noted
from cases.registry.users import User

# No hand prints faster; more would only fill the log.
A_MINUTE = 20


@login_required
@require_POST
def printed(request: HttpRequest) -> HttpResponse:
    """Sent by prints.js before the page goes to the printer; it is told nothing back."""
    user, path = request.user, request.POST.get("path", "")
    if isinstance(user, User) and path.startswith("/") and _is_plausible(user):
        noted(user, Access.PRINT, path)
    return HttpResponse(status=204)


def _is_plausible(user: User) -> bool:
    since = timezone.now() - timedelta(minutes=1)
    lately = AccessEntry.objects.filter(person=user, at__gt=since, act=Access.PRINT)
    return lately.count() < A_MINUTE
