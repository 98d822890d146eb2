"""Who takes something out or changes a right says again who they are."""

from collections.abc import Callable
from copy import copy
from functools import wraps
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.registry.accesses.log import Access, noted
from cases.registry.users import User

View = Callable[..., HttpResponseBase]

# In the session: when its owner last gave the password.
CONFIRMED_AT = "confirmed_at"
SAFE = ("GET", "HEAD")


class ConfirmForm(forms.Form):
    """The password, under names that no form behind it uses."""

    again_password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password", "autofocus": True}),
    )
    again_for = forms.CharField(required=False, widget=forms.HiddenInput)


def confirmed(request: HttpRequest) -> None:
    """Remember that the password was given just now."""
    request.session[CONFIRMED_AT] = timezone.now().timestamp()


def is_recent(request: HttpRequest) -> bool:
    """Whether the password was given within the last minutes, in this very session.

    A session made without our sign-in page (`force_login` in a test) was made by signing in.
    """
    user = request.user
    given = request.session.get(CONFIRMED_AT)
    if given is None and isinstance(user, User) and user.last_login:
        given = user.last_login.timestamp()
    age = timezone.now().timestamp() - float(given or 0)
    return age < settings.LAWGOV_CONFIRM_MINUTES * 60


def asked_again(request: HttpRequest) -> HttpResponseBase | None:
    """The page that asks for the password; None where the request may go on.

    What was posted is carried through the page, so that nothing is done twice and nothing lost;
    files cannot be carried and have to be chosen again.
    """
    is_answer = request.method == "POST" and "again_password" in request.POST
    if not request.user.is_authenticated or (is_recent(request) and not is_answer):
        return None
    form = ConfirmForm(request.POST if is_answer else None)
    if is_answer and form.is_valid():
        if is_recent(request) or _is_right(request, form.cleaned_data["again_password"]):
            return _go_on(request, form)
        form.add_error("again_password", _("This is not your password."))
    return _page(request, form)


def _is_right(request: HttpRequest, password: str) -> bool:
    """Asked through the same door as the sign-in, so that trying is counted and locked there.

    What was posted stays here: the counting keeps what it is shown, and knows but the sign-in's
    own fields for secrets.
    """
    shown = copy(request)
    shown.POST = QueryDict()
    user = authenticate(shown, username=request.user.get_username(), password=password)
    for name in ("axes_locked_out", "axes_credentials"):
        setattr(request, name, getattr(shown, name, None))
    is_right = user is not None and user == request.user
    what = Access.CONFIRMED if is_right else Access.REFUSED
    noted(request.user, what, request.user.get_username(), request.path)
    if is_right:
        confirmed(request)
    return is_right


def _go_on(request: HttpRequest, form: ConfirmForm) -> HttpResponseBase | None:
    if form.cleaned_data["again_for"] in SAFE:
        return redirect(request.get_full_path())
    posted = request.POST.copy()
    for name in form.fields:
        posted.pop(name, None)
    request.POST = posted  # type: ignore[assignment]  # Django's own user admin does so, too
    return None


def _page(request: HttpRequest, form: ConfirmForm) -> HttpResponseBase:
    asked_for = request.POST.get("again_for") or request.method or ""
    carried = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in {"csrfmiddlewaretoken", *form.fields}
        for value in values
    ]
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": _("Confirm that it is you"),
        "form": form,
        "again_for": asked_for,
        "carried": carried,
        "minutes": settings.LAWGOV_CONFIRM_MINUTES,
    }
    response = TemplateResponse(request, "lawgov/gates/confirm.html", context)
    response["Cache-Control"] = "no-store"
    return response


def recently_signed_in(view: View) -> View:
    """Stands outside every other guard of the method, inside none of the person."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return asked_again(request) or view(request, *args, **kwargs)

    return guarded
