"""Shows one number of one person in full, to who may see the record and says why."""

from typing import Any

from django import forms
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase, JsonResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from cases.registry.accesses.log import Access, noted
from cases.registry.masking import MASKED_FIELDS, covered
from cases.registry.records import KeptQuerySet
from cases.registry.roles import REVEALING_ROLES, may
from cases.registry.users import User


class ReasonForm(forms.Form):
    """Why somebody has to read it; what is written here stands in the log."""

    reason = forms.CharField(
        label=_("Reason"),
        min_length=2,
        max_length=200,
        widget=forms.TextInput(attrs={"autofocus": True, "autocomplete": "off"}),
    )


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def reveal(
    request: HttpRequest, app_label: str, model: str, pk: int, field: str
) -> HttpResponseBase:
    """Asks for the reason, enters it, then shows the number; as JSON to the script of the form."""
    row = _row(request, app_label, model, pk, field)
    form, number = ReasonForm(request.POST or None), getattr(row, field)
    is_given = request.method == "POST" and form.is_valid()
    if is_given:
        what = f"{row._meta.label} {pk} {field}: {_record_of(row)}"
        noted(request.user, Access.REVEAL, what, form.cleaned_data["reason"])
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"number": number} if is_given else {"errors": form.errors})
    context = {
        **admin.site.each_context(request),
        "title": row._meta.get_field(field).verbose_name,
        "whose": row,
        "shown": number if is_given else covered(number),
        "is_given": is_given,
        "form": form,
    }
    return TemplateResponse(request, "lawgov/gates/reveal.html", context)


def _row(request: HttpRequest, app_label: str, model: str, pk: int, field: str) -> Any:
    """The row, where it has such a number and the person may see it; else as if there were none."""
    user = request.user
    if not isinstance(user, User) or user.role not in REVEALING_ROLES:
        raise PermissionDenied
    if field not in MASKED_FIELDS or not may(user.role, "view", app_label, model):
        raise Http404
    try:
        rows = apps.get_model(app_label, model)._default_manager.all()
    except LookupError as unknown:
        raise Http404 from unknown
    if not isinstance(rows, KeptQuerySet) or not hasattr(rows.model, field):
        raise Http404
    found = rows.visible_to(user).filter(pk=pk).first()
    if found is None:
        noted(user, Access.REFUSED, f"{rows.model._meta.label} {pk} {field}", Access.REVEAL)
        raise Http404
    return found


def _record_of(row: Any) -> str:
    """The record a party belongs to, so that the log can be read without the register."""
    parent = next((getattr(row, name) for name in ("case", "dispute") if hasattr(row, name)), row)
    return str(parent)
