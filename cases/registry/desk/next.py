"""What a new form says already, and what it keeps of the one just saved."""

from typing import Any, ClassVar
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from cases.registry.agencies import AgencyKind
from cases.registry.roles import ENTERING_ROLES

ANOTHER = "_addanother"
# People at these read the records of others; what they enter is seldom about themselves.
OVERSEERS = frozenset({AgencyKind.COUNTY_GOVERNMENT, AgencyKind.BUREAU})


class NextAdmin(admin.ModelAdmin[Any]):
    """Declared per admin, by the names of its fields.

    repeated: what "save and enter the next" carries over; today, by_me, own_agency, as_before:
    what a new form says at first (the day, the person, the person's agency unless it oversees
    others, what that person entered last).
    """

    repeated: ClassVar[tuple[str, ...]] = ()
    today: ClassVar[tuple[str, ...]] = ()
    by_me: ClassVar[tuple[str, ...]] = ()
    own_agency: ClassVar[tuple[str, ...]] = ()
    as_before: ClassVar[tuple[str, ...]] = ()

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """What the address says goes before what is right most of the time."""
        return {**self._at_first(request), **super().get_changeform_initial_data(request)}

    def _at_first(self, request: HttpRequest) -> dict[str, Any]:
        user: Any = request.user
        said: dict[str, Any] = self._last_entry(user) if self.as_before else {}
        said |= dict.fromkeys(self.today, timezone.localdate())
        if user.role in ENTERING_ROLES:
            said |= dict.fromkeys(self.by_me, user.pk)
        if self.own_agency and user.agency and user.agency.kind not in OVERSEERS:
            said |= dict.fromkeys(self.own_agency, user.agency_id)
        return said

    def _last_entry(self, user: Any) -> dict[str, Any]:
        entered = self.model._default_manager.filter(entered_by=user).order_by("-pk")
        return dict(entered.values(*self.as_before).first() or {})

    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: str | None = None
    ) -> HttpResponse:
        return self._onward(request, obj, super().response_add(request, obj, post_url_continue))

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        return self._onward(request, obj, super().response_change(request, obj))

    def _onward(self, request: HttpRequest, obj: Model, response: HttpResponse) -> HttpResponse:
        if ANOTHER not in request.POST or not isinstance(response, HttpResponseRedirect):
            return response
        address = urlsplit(response.url)
        kept = {name: _written(obj, name) for name in self.repeated}
        query = dict(parse_qsl(address.query)) | {name: said for name, said in kept.items() if said}
        return HttpResponseRedirect(address._replace(query=urlencode(query)).geturl())


def _written(obj: Model, name: str) -> str:
    """A value as an address says it; nothing for what is empty or not ticked."""
    value = getattr(obj, obj._meta.get_field(name).attname)  # type: ignore[union-attr]  # a column
    return "" if value in (None, False) else str(value)
