"""Gives a file out to who may see it, and to nobody else."""

import logging
from typing import Any

from django.apps import apps
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from cases.registry.accesses.log import Access, noted
from cases.registry.attachments.models import Attachment
from cases.registry.attachments.storage import digest_of

logger = logging.getLogger("lawgov.attachments")


def kinds() -> dict[str, Any]:
    """Every concrete kind of attachment by its label."""
    found = (model for model in apps.get_models() if issubclass(model, Attachment))
    return {model._meta.label_lower: model for model in found}


@require_safe
def download(request: HttpRequest, label: str, pk: int) -> HttpResponseBase:
    """The file as it was attached; one that is gone or altered is not passed off as it."""
    model = kinds().get(label)
    if model is None or not request.user.has_perm(
        f"{model._meta.app_label}.view_{model._meta.model_name}"
    ):
        raise Http404(label)
    visible = model.objects.visible_to(request.user).select_related("record")
    attachment: Attachment | None = visible.filter(pk=pk).first()
    if attachment is None:
        noted(request.user, Access.REFUSED, f"{model._meta.label} {pk}", Access.DOWNLOAD)
        raise Http404(label)
    if not _is_intact(attachment):
        context = {"attachment": attachment, "title": attachment.original_name}
        return TemplateResponse(request, "lawgov/file_not_intact.html", context, status=410)
    noted(request.user, Access.DOWNLOAD, str(attachment.record), attachment.original_name)  # type: ignore[attr-defined]  # each domain has its own record
    return _sent(attachment)


def _is_intact(attachment: Attachment) -> bool:
    try:
        found = digest_of(attachment.place)
    except OSError:
        found = ""
    if found != attachment.sha256:
        logger.error("%s: %s is not intact", attachment._meta.label_lower, attachment.blob)
    return found == attachment.sha256


def _sent(attachment: Attachment) -> FileResponse:
    """To be saved, not shown: nothing in it runs under this site's address."""
    response = FileResponse(
        attachment.place.open("rb"),
        as_attachment=True,
        filename=attachment.original_name,
        content_type=attachment.type.mime,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, no-store"
    return response
