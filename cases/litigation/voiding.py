"""A dispute or an instance that was voided takes with it what hangs on it."""

from django.db import transaction

from cases.litigation.models.dispute import Dispute
from cases.litigation.models.hearing import Hearing
from cases.litigation.models.instance import Instance


@transaction.atomic
def void_what_hangs_on(record: Dispute | Instance) -> None:
    """With its date and reason; what was voided before keeps its own.

    Nothing that is voided is counted or clocked any more either way, for both look at the
    dispute; but the number of a court is free again only when its instance is voided as well.
    """
    if record.voided_on is None:
        return
    voided = {"voided_on": record.voided_on, "void_reason": record.void_reason}
    instances = Instance.objects.filter(
        **{"dispute" if isinstance(record, Dispute) else "pk": record.pk}
    )
    Hearing.objects.filter(instance__in=instances, voided_on=None).update(**voided)
    instances.filter(voided_on=None).update(**voided)
