"""The papers beside a record."""

from typing import Any

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from cases.registry.admin import RowInline
from cases.registry.attachments.forms import AttachmentForm, AttachmentFormSet, drawn
from cases.registry.attachments.models import Attachment


class AttachmentInline(RowInline):
    """Who may change the record attaches papers and withdraws them; nobody deletes one."""

    form = AttachmentForm
    formset = AttachmentFormSet
    fields = ["file", "kind", "number", "dated_on", "withdrawn_why"]
    verbose_name = _("attachment")
    verbose_name_plural = _("attachments")

    @admin.display(description=_("file"))
    def file(self, attachment: Attachment) -> SafeString:
        """For who may only read; who may change sees the form's own field."""
        return drawn(attachment)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("added_by", "withdrawn_by")

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)
        formset.person = request.user  # a class of its own each time
        return formset

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:  # noqa: ARG002
        return False
