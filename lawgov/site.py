"""The admin site: Django's own, under the bureau's name and in the order of its work."""

from typing import Any

from django.contrib import admin
from django.contrib.admin import AdminSite
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import PasswordChangeView
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from cases.registry.accesses.log import Access, noted
from cases.registry.desk.choices import ChoosingAdmin
from cases.registry.records import Record
from cases.registry.users import User
from lawgov.gates.passwords import OwnPasswordForm
from lawgov.gates.signing_in import SignIn
from lawgov.lines import LINES, line_of


class Lookup(AutocompleteJsonView):
    """Whoever may fill in a field may look up what goes into it, though not open its list."""

    def has_perm(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return super().has_perm(request, obj) or self._fills_in(request)

    def get_queryset(self) -> QuerySet[Any]:
        """Only what can be chosen in that form now; see `desk.choices`."""
        rows = super().get_queryset()
        asked = admin.site._registry.get(self.source_field.model)
        if isinstance(asked, ChoosingAdmin):
            return asked.offers(self.source_field.name, rows, self.request)
        return rows

    def _fills_in(self, request: HttpRequest) -> bool:
        source = self.source_field.model._meta
        return any(
            request.user.has_perm(f"{source.app_label}.{action}_{source.model_name}")
            for action in ("add", "change")
        )


class LawgovSite(AdminSite):
    """One site for everybody; what each person sees follows from the role."""

    site_title = _("Case register")
    site_header = _("Case register")
    index_title = _("Lines of work")
    empty_value_display = '<span class="none">–</span>'

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """The tables a person may see, gathered only where a page lists them; most do not."""
        return SimpleLazyObject(lambda: self._by_line(request, app_label))  # type: ignore[return-value]  # a list

    def _by_line(self, request: HttpRequest, app_label: str | None) -> list[Any]:
        """By line of work; the records first, what serves them behind.

        Tables of apps that belong to no line (a library's) follow under the app's own name.
        """
        entries: dict[str, dict[str, Any]] = {line.slug: {} for line in LINES}
        for app in self._build_app_dict(request, app_label).values():
            for table in app["models"]:
                line = line_of(table["model"])
                entry = entries.setdefault(line.slug if line else app["app_label"], {})
                entry |= {**app, "models": [*entry.get("models", []), table]}
                entry |= {"name": line.name, "about": line.about} if line else {}
        found = {slug: entry for slug, entry in entries.items() if entry}
        return [{**entry, "line": slug, **_ranked(entry)} for slug, entry in found.items()]

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        extra = {"nothing_entered": self._is_empty(request), **(extra_context or {})}
        return super().index(request, extra)

    def _is_empty(self, request: HttpRequest) -> bool:
        """Whether somebody who may see records finds none at all; an administrator is not told."""
        admins = [
            model_admin
            for model, model_admin in self._registry.items()
            if issubclass(model, Record) and model_admin.has_view_permission(request)
        ]
        return bool(admins) and not any(a.get_queryset(request).exists() for a in admins)

    @method_decorator(never_cache)
    @login_not_required
    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """As Django's, by our own door; see `SignIn`."""
        if request.method == "GET" and self.has_permission(request):
            return redirect("admin:index")
        context = {
            **self.each_context(request),
            "title": _("Log in"),
            "subtitle": None,
            "app_path": request.get_full_path(),
            "username": request.user.get_username(),
            **(extra_context or {}),
        }
        if REDIRECT_FIELD_NAME not in {*request.GET, *request.POST}:
            context[REDIRECT_FIELD_NAME] = reverse("admin:index")
        return SignIn.as_view(extra_context=context)(request)  # type: ignore[return-value]  # a page

    @method_decorator(never_cache)
    def logout(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        if request.method == "POST" and isinstance(request.user, User):
            noted(request.user, Access.SIGN_OUT, request.user.username)
        return super().logout(request, extra_context)

    def password_change(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        context = {**self.each_context(request), **(extra_context or {})}
        return PasswordChangeView.as_view(
            form_class=OwnPasswordForm,
            success_url=reverse("admin:password_change_done"),
            extra_context=context,
        )(request)  # type: ignore[return-value]  # a page

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        response: HttpResponse = Lookup.as_view(admin_site=self)(request)  # type: ignore[assignment]  # it answers in JSON
        return response


def _ranked(entry: dict[str, Any]) -> dict[str, list[Any]]:
    """The records as they were registered, then the tables that only serve them."""
    records = [table for table in entry["models"] if issubclass(table["model"], Record)]
    sides = [table for table in entry["models"] if table not in records]
    return {"models": records + sides, "records": records, "sides": sides}
