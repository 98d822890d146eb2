"""What should be true of disputes, their instances and hearings, and reaches over tables."""

from datetime import date

from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from cases.litigation.models.dispute import Dispute
from cases.litigation.models.hearing import Hearing
from cases.litigation.models.instance import Instance
from cases.litigation.models.suggestion import Suggestion
from cases.litigation.terms import Level
from cases.registry.conditions import recorded
from cases.registry.soundness import (
    Check,
    RowCheck,
    left_alone,
    lies_ahead,
    undecided,
    with_a_dissolved,
)


def _still_open_in_court(_today: date) -> Q:
    """A retrial may begin once a dispute is over; its other instances are over by then."""
    instances = Instance.objects.filter(recorded(), dispute=OuterRef("pk"), concluded_on=None)
    is_open = Exists(instances.exclude(level=Level.RETRIAL))
    return Q(concluded_on__isnull=False) & Q(is_open)


def _instance_of_a_voided_dispute(_today: date) -> Q:
    return Q(dispute__voided_on__isnull=False)


def _hearing_of_a_voided_record(_today: date) -> Q:
    return Q(instance__voided_on__isnull=False) | Q(instance__dispute__voided_on__isnull=False)


def _hearing_outside_its_instance(_today: date) -> Q:
    return (
        Q(scheduled_on__lt=F("instance__received_on"))
        | Q(held_on__lt=F("instance__received_on"))
        | Q(held_on__gt=F("instance__concluded_on"))
    )


CHECKS: list[Check] = [
    RowCheck(
        "litigation.without_result",
        _("Litigation case concluded without a result"),
        _("Nobody can say whether it was lost, and no rate counts it."),
        Dispute,
        undecided("concluded_on", "result"),
    ),
    RowCheck(
        "litigation.open_in_court",
        _("Concluded while an instance is open"),
        _("Either the dispute goes on, or the judgment of the instance is missing."),
        Dispute,
        _still_open_in_court,
    ),
    RowCheck(
        "litigation.before_reconsideration",
        _("Sued before the reconsideration it follows from was applied for"),
        _("It is tied to the wrong case, or one of the two dates is wrong."),
        Dispute,
        lambda _today: Q(received_on__lt=F("reconsideration__received_on")),
    ),
    RowCheck(
        "litigation.instance_before_dispute",
        _("Instance before its dispute"),
        _("The first notice of the dispute cannot be later than the court's."),
        Instance,
        lambda _today: Q(received_on__lt=F("dispute__received_on")),
    ),
    RowCheck(
        "litigation.instance_of_voided",
        _("Instance of a voided litigation case"),
        _("It counts nowhere, but nobody said that it is void as well."),
        Instance,
        _instance_of_a_voided_dispute,
    ),
    RowCheck(
        "litigation.hearing_outside",
        _("Hearing outside its instance"),
        _("A hearing is held between the copy of the claim and the judgment."),
        Hearing,
        _hearing_outside_its_instance,
    ),
    RowCheck(
        "litigation.hearing_of_voided",
        _("Hearing of a voided instance or litigation case"),
        _("It counts nowhere, but nobody said that it is void as well."),
        Hearing,
        _hearing_of_a_voided_record,
    ),
    RowCheck(
        "litigation.ahead",
        _("Litigation dates on a day that has not come"),
        _("Probably a year or month was mistyped; the case counts in a period to come."),
        Dispute,
        lies_ahead("received_on", "concluded_on"),
    ),
    RowCheck(
        "litigation.suggestion_ahead",
        _("Suggestion received or answered on a day that has not come"),
        _("Its reply is counted in a period to come."),
        Suggestion,
        lies_ahead("received_on", "replied_on"),
    ),
    RowCheck(
        "litigation.left_alone",
        _("Open litigation case whose handler can no longer sign in"),
        _("Nobody is reminded of the fifteen days for the answer."),
        Dispute,
        left_alone("concluded_on", "handler"),
    ),
    RowCheck(
        "litigation.dissolved",
        _("Open litigation case against an agency that was dissolved"),
        _("Somebody has to take over as defendant."),
        Dispute,
        with_a_dissolved("concluded_on", "defendant", "organ"),
    ),
]
