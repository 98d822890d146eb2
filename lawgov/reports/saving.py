"""Keeping a question under a name, and giving it up again."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lawgov.reports.access import readers_only
from lawgov.reports.explaining import explained
from lawgov.reports.models import SavedView
from lawgov.reports.narrowings import Narrowing
from lawgov.reports.question import read


@require_POST
@readers_only
@explained
def save(request: HttpRequest) -> HttpResponse:
    """Keep a question that can be answered; any other is refused like its page would be."""
    question, _form = read(Narrowing, QueryDict(request.POST.get("query", "")), request.user)
    view = SavedView(
        owner=request.user,  # type: ignore[misc]  # readers have signed in
        name=request.POST.get("name", "").strip(),
        query=question.address(),
        is_shared="is_shared" in request.POST,
    )
    try:
        view.full_clean()
    except ValidationError as refused:
        for message in refused.messages:
            messages.error(request, message)
    else:
        view.save()
        messages.success(request, _("Saved as “%(name)s”.") % {"name": view.name})
    return redirect(f"{reverse('reports:rollup')}?{question.address()}")


@require_POST
@readers_only
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Only its owner takes a view away, also from those it is shared with."""
    view = get_object_or_404(SavedView, pk=pk, owner=request.user)
    view.delete()
    messages.success(request, _("“%(name)s” is no longer saved.") % {"name": view.name})
    return redirect(f"{reverse('reports:rollup')}?{view.query}")
