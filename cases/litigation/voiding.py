"""A dispute or an instance that is voided takes with it what hangs on it, and brings it back."""

from typing import Any

from django.contrib import admin, messages
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from cases.litigation.models.dispute import Dispute
from cases.litigation.models.hearing import Hearing
from cases.litigation.models.instance import Instance
from cases.registry.history.together import filled_together

RESTORED: dict[str, Any] = {"voided_on": None, "void_reason": ""}


@transaction.atomic
def void_what_hangs_on(record: Dispute | Instance) -> None:
    """With its date and reason; what was voided before keeps its own.

    Nothing that is voided is counted or clocked any more either way, for both look at the
    dispute; but the number of a court is free again only when its instance is voided as well.
    """
    if record.voided_on is None:
        return
    voided = {"voided_on": record.voided_on, "void_reason": record.void_reason}
    instances, hearings = _hanging_on(record)
    hearings.filter(voided_on=None).update(**voided)
    instances.filter(voided_on=None).update(**voided)


def restore_what_hangs_on(record: Dispute | Instance) -> int | None:
    """What was voided in the act that voided the record; how many rows those were.

    What was voided by itself stays so, even on the same day and for the same reason. None, and
    nothing is restored, where a number of a court or a day of a hearing has been entered anew
    meanwhile: then somebody has to say row by row what holds.
    """
    try:
        with transaction.atomic():
            return sum(_restore(record, rows) for rows in _hanging_on(record))
    except IntegrityError:
        return None


def _restore(record: Dispute | Instance, rows: QuerySet[Any]) -> int:
    voided = list(rows.exclude(voided_on=None).values_list("pk", flat=True))
    with_it = filled_together(record, "voided_on", rows.model, voided)
    return rows.filter(pk__in=with_it).update(**RESTORED)


def _hanging_on(record: Dispute | Instance) -> tuple[QuerySet[Instance], QuerySet[Hearing]]:
    own = {"dispute" if isinstance(record, Dispute) else "pk": record.pk}
    instances = Instance.objects.filter(**own)
    return instances, Hearing.objects.filter(instance__in=instances)


class VoidingAdmin(admin.ModelAdmin[Any]):
    """Voids and restores what hangs on a record together with it, and says what came back."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        record, before = form.instance, form.initial.get("voided_on")
        if record.voided_on is not None:
            void_what_hangs_on(record)
        elif change and before is not None:
            _say(request, restore_what_hangs_on(record))


def _say(request: HttpRequest, count: int | None) -> None:
    if count is None:
        refused = _(
            "What was voided with it stays voided: a court number or the day of a hearing has "
            "been entered again since. Restore row by row what still holds."
        )
        messages.warning(request, refused)
    elif count:
        told = ngettext(
            "%(count)d row that was voided with it is restored.",
            "%(count)d rows that were voided with it are restored.",
            count,
        )
        messages.info(request, told % {"count": count})
