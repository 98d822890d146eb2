"""A double click does not make two records."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib import admin
from django.db import router, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from cases.registry.desk.submissions import Submission

KEY = "_once"


class OnceAdmin(admin.ModelAdmin[Any]):
    """Each form to add bears a key; handed in again, it leads to what the first time made.

    The key is claimed in the transaction that writes the record, so that of two processes the
    second waits for the first, on either database.
    """

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        key = _key_of(request) if object_id is None else None
        if key is None:
            return super().changeform_view(request, object_id, form_url, extra_context)
        with transaction.atomic(using=router.db_for_write(self.model)):
            claim, is_first = Submission.objects.claim(request.user, key)  # type: ignore[arg-type]  # the admin needs a sign-in
            if not is_first:
                return self._first(request, claim)
            response = super().changeform_view(request, object_id, form_url, extra_context)
            self._settle(claim, getattr(request, "made", None))
            return response

    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: str | None = None
    ) -> HttpResponse:
        request.made = obj  # type: ignore[attr-defined]
        return super().response_add(request, obj, post_url_continue)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if context.get("original") is None:
            context["once"] = _key_of(request) or uuid4()
        return super().render_change_form(request, context, *args, **kwargs)

    def _settle(self, claim: Submission, made: Any) -> None:
        if made is None:
            claim.delete()
            return
        claim.made = str(made.pk)
        claim.save(update_fields=["made"])

    def _first(self, request: HttpRequest, claim: Submission) -> HttpResponse:
        """What the first time was answered."""
        if (made := self.get_object(request, claim.made)) is None:
            names = (self.opts.app_label, self.opts.model_name)
            return HttpResponseRedirect(reverse("admin:{}_{}_changelist".format(*names)))
        return self.response_add(request, made)


def _key_of(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.POST.get(KEY, ""))
    except ValueError:
        return None
