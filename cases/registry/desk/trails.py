"""The history of a record in place of Django's log, which knows of forms alone."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from cases.registry.history.trail import changes_of, doings

AT_ONCE = 100  # changes on a page


class TrailedAdmin(admin.ModelAdmin[Any]):
    """Whoever sees a record sees what was changed in it; nobody else does."""

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        record = self.get_object(request, unquote(object_id))
        if record is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined,no-any-return]  # Django's own
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        page = Paginator(changes_of(record), AT_ONCE).get_page(request.GET.get("p"))
        context = {
            **self.admin_site.each_context(request),
            "title": _("History"),
            "subtitle": None,
            "opts": self.opts,
            "module_name": self.opts.verbose_name_plural,
            "object": record,
            "page": page,
            "doings": doings(record, page.object_list, request.user),
            **(extra_context or {}),
        }
        template = self.object_history_template or "admin/object_history.html"
        return TemplateResponse(request, template, context)
