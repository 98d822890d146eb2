"""The sign-in: a password, a code where somebody set one up, and what is said when it is shut."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from cases.registry.accesses.log import Access, noted
from cases.registry.users import User
from lawgov.gates.codes import accepts
from lawgov.gates.entering import enter, has_second_step, refuse

HALF = "half_way"
HALF_SECONDS = 5 * 60
TRIES = 5


class SignIn(LoginView):
    """The first step; who set up a second one is not signed in before it is done."""

    authentication_form = AdminAuthenticationForm
    template_name = "admin/login.html"

    def form_valid(self, form: Any) -> HttpResponse:
        user = form.get_user()
        if not has_second_step(user):
            enter(self.request, user)
            return redirect(self.get_success_url())
        self.request.session[HALF] = {
            "pk": user.pk,
            "at": timezone.now().timestamp(),
            "next": self.get_success_url(),
            "tries": 0,
        }
        return redirect("gates:code")

    def form_invalid(self, form: Any) -> HttpResponse:
        refuse(form.data.get("username", "")[:150])
        return super().form_invalid(form)


class CodeForm(forms.Form):
    """Six digits from the telephone, or one of the codes on paper."""

    code = forms.CharField(
        label=_("Code"),
        max_length=16,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autofocus": True, "inputmode": "text"}
        ),
    )


@never_cache
@require_http_methods(["GET", "POST"])
def code(request: HttpRequest) -> HttpResponseBase:
    """The second step, for who has done the first within the last minutes."""
    half: Any = request.session.get(HALF)
    user = _half_way(half)
    if user is None:
        request.session.pop(HALF, None)
        return redirect("admin:login")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if accepts(user, form.cleaned_data["code"]):
            del request.session[HALF]
            enter(request, user, "+ code")
            return redirect(half["next"])
        refuse(user.username, "code")
        request.session[HALF] = half | {"tries": half["tries"] + 1}
        form.add_error("code", _("This code does not fit, or was used already."))
    context = {**admin.site.each_context(request), "title": _("Second step"), "form": form}
    return TemplateResponse(request, "lawgov/gates/code.html", context)


def _half_way(half: Any) -> User | None:
    if not half or half["tries"] >= TRIES:
        return None
    if timezone.now().timestamp() - half["at"] > HALF_SECONDS:
        return None
    return User.objects.filter(pk=half["pk"], is_active=True).first()


def locked(
    request: HttpRequest, _response: HttpResponse | None, credentials: dict[str, Any] | None
) -> HttpResponse:
    """What django-axes answers who tried too often from one machine under one name."""
    username = str((credentials or {}).get("username") or "")[:150]
    user = User.objects.filter(username=username).first()
    noted(user, Access.LOCKED, user.username if user else f"{username[:2]}…")
    context = {
        **admin.site.each_context(request),
        "title": _("Locked for a while"),
        "minutes": settings.LAWGOV_LOCKOUT_MINUTES,
    }
    return TemplateResponse(request, "lawgov/gates/locked.html", context, status=429).render()


def signed_out(request: HttpRequest, why: Any) -> HttpResponse:
    """To the sign-in with the reason, and from there back to the page."""
    messages.warning(request, why)
    back = request.get_full_path() if request.method == "GET" else reverse("admin:index")
    return redirect(reverse("admin:login", query={"next": back}))
