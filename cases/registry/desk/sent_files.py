"""Files do not survive a form that is shown once more, and nobody is left to think they did."""

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

UNSENT = "_unsent"  # the names of files that went with a form which was asked about first


class SentFilesAdmin(admin.ModelAdmin[Any]):
    """Whatever shows a form again says which files have to be chosen again; so does the save of a
    form that comes from the page of a collision, which cannot carry them.
    """

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context["files_again"] = names_of_files(request)
        return super().render_change_form(request, context, *args, **kwargs)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        if names := request.POST.getlist(UNSENT):
            said = _("Not attached yet, please choose once more: %(names)s")
            messages.warning(request, said % {"names": "、".join(names)})
        return super().response_change(request, obj)


def names_of_files(request: HttpRequest) -> list[str]:
    """The files that came with the form, and those that went with it before."""
    came = [file.name or "" for name in request.FILES for file in request.FILES.getlist(name)]
    return came or request.POST.getlist(UNSENT)
