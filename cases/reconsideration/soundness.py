"""What should be true of reconsideration cases and reaches over several tables."""

from datetime import date

from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import CaseTag, Extension, OpinionLetter, Suspension
from cases.reconsideration.terms import REVOCATIONS, Tag
from cases.registry.soundness import (
    Check,
    RowCheck,
    left_alone,
    lies_ahead,
    undecided,
    with_a_dissolved,
)


def _suspended_outside_the_trial(_today: date) -> Q:
    rows = Suspension.objects.filter(case=OuterRef("pk"))
    outside = (
        Q(case__accepted_on__isnull=True)
        | Q(suspended_on__lt=F("case__accepted_on"))
        | Q(suspended_on__gt=F("case__concluded_on"))
        | Q(resumed_on__gt=F("case__concluded_on"))
        | Q(resumed_on__isnull=True, case__concluded_on__isnull=False)
    )
    return Q(Exists(rows.filter(outside)))


def _extended_outside_the_trial(_today: date) -> Q:
    rows = Extension.objects.filter(case=OuterRef("pk"))
    outside = (
        Q(case__accepted_on__isnull=True)
        | Q(approved_on__lt=F("case__accepted_on"))
        | Q(approved_on__gt=F("case__concluded_on"))
    )
    return Q(Exists(rows.filter(outside)))


def _letter_before_receipt(_today: date) -> Q:
    rows = OpinionLetter.objects.filter(case=OuterRef("pk"))
    return Q(Exists(rows.filter(issued_on__lt=F("case__received_on"))))


def _redone_though_not_revoked(_today: date) -> Q:
    rows = CaseTag.objects.filter(case=OuterRef("pk"), tag=Tag.REDO)
    return Q(Exists(rows)) & ~Q(outcome__in=REVOCATIONS)


CHECKS: list[Check] = [
    RowCheck(
        "reconsideration.without_outcome",
        _("Concluded without an outcome"),
        _("A conclusion that does not say how counts in no column of the statistics."),
        Reconsideration,
        undecided("concluded_on", "outcome"),
    ),
    RowCheck(
        "reconsideration.suspension_outside",
        _("Suspended outside the trial"),
        _("Its due date is reckoned with days in which nothing could be suspended (article 39)."),
        Reconsideration,
        _suspended_outside_the_trial,
    ),
    RowCheck(
        "reconsideration.extension_outside",
        _("Extended outside the trial"),
        _("An extension counts only while the case is tried (article 62)."),
        Reconsideration,
        _extended_outside_the_trial,
    ),
    RowCheck(
        "reconsideration.letter_before_receipt",
        _("Opinion letter before the application"),
        _("A letter follows from a case; its sixty days would end too early (article 76)."),
        Reconsideration,
        _letter_before_receipt,
    ),
    RowCheck(
        "reconsideration.redone_though_not_revoked",
        _("A new act ordered although none was revoked"),
        _("Only who revokes an act can order a new one (article 64); nothing has to be redone."),
        Reconsideration,
        _redone_though_not_revoked,
    ),
    RowCheck(
        "reconsideration.ahead",
        _("Something happened on a day that has not come"),
        _("Probably a year or month was mistyped; the case counts in a period to come."),
        Reconsideration,
        lies_ahead("received_on", "accepted_on", "turned_away_on", "concluded_on"),
    ),
    RowCheck(
        "reconsideration.left_alone",
        _("Open, and its handler can no longer sign in"),
        _("Nobody is reminded of its due dates."),
        Reconsideration,
        lambda today: left_alone("concluded_on", "handler")(today) & Q(turned_away_on__isnull=True),
    ),
    RowCheck(
        "reconsideration.dissolved",
        _("Open against an agency that was dissolved"),
        _("Somebody has to take over as respondent, and to answer."),
        Reconsideration,
        lambda today: (
            with_a_dissolved("concluded_on", "respondent")(today) & Q(turned_away_on__isnull=True)
        ),
    ),
]
