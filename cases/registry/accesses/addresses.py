"""From which machine a request comes, known to whatever is called while it is answered."""

from collections.abc import Callable
from contextvars import ContextVar
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

_current: ContextVar[str | None] = ContextVar("lawgov_address", default=None)


def current_address() -> str | None:
    """The machine that asked; None outside a request."""
    return _current.get()


def address_of(request: HttpRequest) -> str | None:
    """The machine that asked, as the outermost of our own proxies saw it.

    `LAWGOV_PROXIES` says how many stand before the application; what is written further to the
    left in X-Forwarded-For was written by whoever asks and is believed by nobody.
    """
    seen = [request.META.get("REMOTE_ADDR", "")]
    if proxies := settings.LAWGOV_PROXIES:
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        seen = [*forwarded, *seen][-proxies - 1 :]
    return next((found for text in seen if (found := _valid(text.strip()))), None)


def _valid(text: str) -> str | None:
    try:
        return str(ip_address(text))
    except ValueError:
        return None


class AddressMiddleware:
    """Remembers the address while the request is answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        mark = _current.set(address_of(request))
        try:
            return self.get_response(request)
        finally:
            _current.reset(mark)
