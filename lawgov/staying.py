"""Staying signed in, for who is asked whether they are still there."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST


@never_cache
@require_POST
def stay(request: HttpRequest) -> HttpResponse:
    """The session begins anew; how many seconds it lasts now.

    Whoever is signed out already is led to the sign-in like from any other page.
    """
    request.session.modified = True
    return JsonResponse({"seconds": request.session.get_expiry_age()})
