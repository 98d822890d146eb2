"""The page on which a person sets up, renews and removes the second step of the own sign-in."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from cases.registry.accesses.again import recently_signed_in
from cases.registry.accesses.log import Access, noted
from cases.registry.users import User
from lawgov.gates import codes
from lawgov.gates.entering import MUST_ENROL, has_second_step, needs_second_step
from lawgov.gates.signing_in import CodeForm


@login_required
@recently_signed_in
@never_cache
@require_http_methods(["GET", "POST"])
def second_step(request: HttpRequest) -> HttpResponseBase:
    """Who has none sets it up; who has one renews the codes on paper or removes it."""
    user = request.user
    assert isinstance(user, User)  # noqa: S101  # signed in, see above
    for name, does in DOES.items():
        if request.method == "POST" and name in request.POST:
            return does(request, user)
    return _page(request, user)


def _page(
    request: HttpRequest, user: User, form: CodeForm | None = None, on_paper: Any = ()
) -> HttpResponseBase:
    is_on = has_second_step(user)
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": _("Second step of your sign-in"),
        "is_on": is_on,
        "is_needed": needs_second_step(user),
        "on_paper": on_paper,
        "left": codes.codes_left(user),
        "form": form or CodeForm(),
    }
    if not is_on:
        device = codes.being_set_up(user)
        context |= {"drawing": codes.drawing(device), "key": codes.key_of(device)}
    return TemplateResponse(request, "lawgov/gates/second_step.html", context)


def _set_up(request: HttpRequest, user: User) -> HttpResponseBase:
    """The first code shows that telephone and register agree on key and time."""
    form, device = CodeForm(request.POST), codes.being_set_up(user)
    if has_second_step(user):
        return redirect("gates:second_step")
    if form.is_valid() and device.verify_token("".join(form.cleaned_data["code"].split())):
        noted(user, Access.SECOND_STEP, user.username, "+")
        device.confirmed = True
        device.save(update_fields=["confirmed"])
        request.session[MUST_ENROL] = False
        return _page(request, user, on_paper=codes.codes_on_paper(user))
    if form.is_valid():
        form.add_error("code", _("This code does not fit. Is the time of your telephone right?"))
    return _page(request, user, form)


def _renew(request: HttpRequest, user: User) -> HttpResponseBase:
    if not has_second_step(user):
        return redirect("gates:second_step")
    noted(user, Access.SECOND_STEP, user.username, "codes")
    return _page(request, user, on_paper=codes.codes_on_paper(user))


def _remove(request: HttpRequest, user: User) -> HttpResponseBase:
    if needs_second_step(user):
        messages.error(request, _("Your role does not sign in without the second step."))
    elif codes.remove(user):
        noted(user, Access.SECOND_STEP, user.username, "-")
        messages.success(request, _("You sign in with the password alone from now on."))
    return redirect("gates:second_step")


DOES: dict[str, Callable[[HttpRequest, User], HttpResponseBase]] = {
    "set_up": _set_up,
    "renew": _renew,
    "remove": _remove,
}
