"""What should be true of files, their examination and review, and reaches over tables."""

from datetime import date

from django.db.models import Case, CharField, F, Q, Value, When
from django.utils.translation import gettext_lazy as _

from cases.registry.soundness import Check, RowCheck, lies_ahead
from enforcement.models import CaseFile, Examination, LegalReview
from enforcement.terms import Grade, VetoEffect


def earned_grade() -> Case:
    """What `Campaign.grade_of` answers, for SQL; a test holds the two together."""
    barred = ~Q(veto="") & ~Q(campaign__veto_effect=VetoEffect.NO_EXCELLENT)
    return Case(
        When(barred, then=Value(Grade.UNQUALIFIED.value)),
        When(
            Q(veto="", score__gte=F("campaign__excellent_from")),
            then=Value(Grade.EXCELLENT.value),
        ),
        When(Q(score__gte=F("campaign__good_from")), then=Value(Grade.GOOD.value)),
        When(Q(score__gte=F("campaign__qualified_from")), then=Value(Grade.QUALIFIED.value)),
        default=Value(Grade.UNQUALIFIED.value),
        output_field=CharField(),
    )


def _graded_off_the_bands(_today: date) -> Q:
    return Q(graded_on__isnull=False) & ~Q(grade=earned_grade())


def _scored_in_spite_of_a_veto(_today: date) -> Q:
    return ~Q(veto="") & Q(campaign__veto_effect=VetoEffect.ZERO, score__gt=0)


def _reviewed_by_its_own_agency(_today: date) -> Q:
    own = F("file__agency")
    return Q(reviewer__agency=own) | Q(second_reviewer__agency=own)


CHECKS: list[Check] = [
    RowCheck(
        "enforcement.grade",
        _("Grade that the bands of the campaign do not give"),
        _("The same score earns the same grade for every agency."),
        Examination,
        _graded_off_the_bands,
    ),
    RowCheck(
        "enforcement.veto",
        _("Score in spite of a veto that leaves none"),
        _("In this campaign a file with a veto has no points; the average is too high."),
        Examination,
        _scored_in_spite_of_a_veto,
    ),
    RowCheck(
        "enforcement.own_agency",
        _("Examined by somebody of the agency itself"),
        _("Nobody reviews the files of their own agency."),
        Examination,
        _reviewed_by_its_own_agency,
    ),
    RowCheck(
        "enforcement.examination_of_voided",
        _("Examination of a voided file or campaign"),
        _("It counts nowhere, but nobody said that it is void as well."),
        Examination,
        lambda _today: Q(file__voided_on__isnull=False) | Q(campaign__voided_on__isnull=False),
    ),
    RowCheck(
        "enforcement.graded_before_decision",
        _("File examined before it was decided"),
        _("One of the two days is wrong."),
        Examination,
        lambda _today: Q(graded_on__lt=F("file__decided_on")),
    ),
    RowCheck(
        "enforcement.decided_before_review",
        _("Decided before the legal review was returned"),
        _("A major decision without a passed review may not be made (article 58)."),
        LegalReview,
        lambda _today: Q(file__decided_on__lt=F("returned_on")),
    ),
    RowCheck(
        "enforcement.ahead",
        _("Enforcement file decided or closed on a day that has not come"),
        _("Probably a year or month was mistyped; the file counts in a period to come."),
        CaseFile,
        lies_ahead("decided_on", "closed_on"),
    ),
]
