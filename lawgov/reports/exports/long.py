"""A long export on a page of its own: how far it is, and a button that stops it."""

import secrets
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from cases.registry.accesses.log import Access, noted
from cases.registry.masking import may_unmask
from lawgov.reports.access import readers_only
from lawgov.reports.exports.grids import Grid
from lawgov.reports.exports.log import ExportFormat, ExportLog
from lawgov.reports.exports.sending import send
from lawgov.reports.exports.titles import Titles

LONG = 5000  # lines, from which on an export has a page of its own
TICKET, FULL = "ticket", "in_full"
OF_AN_EXPORT = {TICKET, FULL}


def wants_in_full(request: HttpRequest) -> bool:
    """Whether numbers are asked for in full; who may and why is entered before.

    Raises:
        PermissionDenied: by somebody who may not.
    """
    reason = request.GET.get(FULL, "").strip()
    if not reason:
        return False
    user = request.user
    if not may_unmask(user):
        raise PermissionDenied
    noted(user, Access.REVEAL, request.path, reason)
    return True


def send_list(
    request: HttpRequest,
    form: ExportFormat,
    question: str,
    made: Callable[[], Grid],
    *,
    title: str,
    total: int,
) -> HttpResponseBase:
    """The list as a file; if it is long, first the page that shows how far it is."""
    ticket = request.GET.get(TICKET, "")
    if total > LONG and not ticket:
        return _waiting(request, title, form, total)
    if ticket and not _is_free(ticket):
        return HttpResponse(_("This export has begun already."), status=HTTPStatus.CONFLICT)
    return send(request, made(), question, form, ticket)


def _is_free(ticket: str) -> bool:
    is_ours = len(ticket) == 2 * TICKET_BYTES and ticket.isalnum()
    return is_ours and not ExportLog.objects.filter(ticket=ticket).exists()


TICKET_BYTES = 16


def _waiting(request: HttpRequest, title: str, form: ExportFormat, total: int) -> HttpResponse:
    ticket = secrets.token_hex(TICKET_BYTES)
    asked = request.GET.copy()
    asked[TICKET] = ticket
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "what": title,
        "format": form.label,
        "total": total,
        "file": f"{request.path}?{asked.urlencode()}",
        "progress": reverse("reports:export_progress", args=[ticket]),
        "cancel": reverse("reports:export_cancel", args=[ticket]),
    }
    return render(request, "reports/export.html", context)


@never_cache
@require_safe
@readers_only
def progress(request: HttpRequest, ticket: str) -> HttpResponse:
    """How far one's own export is, for the script of its page."""
    entry = ExportLog.objects.filter(ticket=ticket, person=request.user).first()  # type: ignore[misc]  # readers have signed in
    if entry is None:
        return JsonResponse({"lines": 0, "state": "waiting", "said": ""})
    state = "cancelled" if entry.cancelled_at else "done" if entry.ended_at else "running"
    return JsonResponse({"lines": entry.lines, "state": state, "said": entry.said})


@require_POST
@readers_only
def cancel(request: HttpRequest, ticket: str) -> HttpResponse:
    """Stop one's own export; what has ended stays as it is."""
    own = ExportLog.objects.filter(ticket=ticket, person=request.user)  # type: ignore[misc]  # readers have signed in
    if not own.exists():
        raise Http404(ticket)
    own.filter(ended_at__isnull=True, cancelled_at__isnull=True).update(cancelled_at=timezone.now())
    return redirect("reports:export_told", ticket)


@never_cache
@require_safe
@readers_only
def told(request: HttpRequest, ticket: str) -> HttpResponse:
    """What became of one's own export, for who has no script."""
    entry = ExportLog.objects.filter(ticket=ticket, person=request.user).first()  # type: ignore[misc]  # readers have signed in
    if entry is None:
        raise Http404(ticket)
    context = {**admin.site.each_context(request), "what": Titles().of(entry), "entry": entry}
    return render(request, "reports/export.html", context)
