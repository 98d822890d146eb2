"""The calendar page and the private feed; here, and only here, somebody asks which day it is."""

from typing import Any

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from cases.registry.users import User
from lawgov.board.addresses import draw, owner, revoke
from lawgov.board.feed import feed as feed_of
from lawgov.board.forms import LanguageForm
from lawgov.board.models import Delivery
from lawgov.board.months import month as month_of
from lawgov.board.months import month_named
from lawgov.board.reminders import reminders
from lawgov.reports.access import readers_only


def _reader(request: HttpRequest) -> User:
    """Who is signed in; `readers_only` stands before every view that asks."""
    assert isinstance(request.user, User)  # noqa: S101  # see above
    return request.user


@readers_only
@require_safe
def month(request: HttpRequest) -> HttpResponse:
    """A month of due dates: /due/?month=2024-08&whose=mine."""
    return _page(request)


def _page(request: HttpRequest, secret: str | None = None) -> HttpResponse:
    """The secret of a calendar just drawn is shown this once and kept nowhere."""
    user, today = _reader(request), timezone.localdate()
    period = month_named(request.GET.get("month", ""), today)
    is_mine_only = request.GET.get("whose") == "mine"
    delivery = Delivery.objects.filter(user=user).first() or Delivery(user=user)
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": _("Calendar of due dates"),
        "month": month_of(user, period, today, is_mine_only=is_mine_only),
        "is_mine_only": is_mine_only,
        "whose": "&whose=mine" if is_mine_only else "",
        "this_month": f"{today:%Y-%m}",
        "reminders": reminders(user, today),
        "delivery": delivery,
        "form": LanguageForm(instance=delivery),
        "feed": secret and request.build_absolute_uri(reverse("board:feed", args=[secret])),
    }
    return TemplateResponse(request, "board/month.html", context)


@readers_only
@never_cache
@require_POST
def deliver(request: HttpRequest) -> HttpResponseBase:
    """Draw a new address, take it back, or choose the language of what is sent."""
    user = _reader(request)
    if "draw" in request.POST:
        return _page(request, draw(user, timezone.now()))
    if "revoke" in request.POST:
        revoke(user)
        messages.success(request, _("The calendar has no address any more."))
    else:
        delivery = Delivery.objects.filter(user=user).first() or Delivery(user=user)
        form = LanguageForm(request.POST, instance=delivery)
        if form.is_valid():
            form.save()
            messages.success(request, _("What is sent to you is in this language from now on."))
    return redirect("board:month")


@never_cache
@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar behind a secret address; a wrong one is not found, and nobody is told why."""
    found = owner(secret)
    if found is None:
        raise Http404
    with translation.override(found.language):
        now = timezone.now()
        today = timezone.localdate(now)
        content = feed_of(found.user, today, now, request.build_absolute_uri)
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="due.ics"'
    response["X-Robots-Tag"] = "noindex"
    return response
