"""What is counted of officers, of the clearing of their roster, exams and certificates."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from cases.registry.figures import Counted, Edge, Figure, Stock
from enforcement.conditions import found, passed
from enforcement.terms import Fitness

SINCE, UNTIL = "since_on", "until_on"
VERIFIED, HELD = "verified_on", "held_on"
ISSUED, ENDED, SUSPENDED, RESUMED = (
    "issued_on",
    "ended_on",
    "suspended_on",
    "suspension_ended_on",
)

OFFICERS: tuple[Counted, ...] = (
    Stock(
        "enforcement.officers_before",
        _("Officers at the start"),
        SINCE,
        UNTIL,
        Edge.START,
        meaning=_("On the roster and not yet gone when the period began."),
    ),
    Figure(
        "enforcement.officers_begun",
        _("Officers who began"),
        SINCE,
        meaning=_("Whoever changes the agency leaves the one and begins at the other."),
    ),
    Figure(
        "enforcement.officers_left",
        _("Officers who left"),
        UNTIL,
        meaning=_("By the first day on which they were no longer officers."),
    ),
    Stock(
        "enforcement.officers",
        _("Officers"),
        SINCE,
        UNTIL,
        meaning=_("On the roster and not yet gone when the period ended."),
    ),
)

VERIFICATIONS: tuple[Counted, ...] = (
    Figure(
        "enforcement.officers_verified",
        _("Officers verified"),
        VERIFIED,
        distinct="officer",
        meaning=_(
            "Each officer once, by the day of the clearing of the roster, kept on it or not. "
            "This is not the number of those who hold a certificate."
        ),
    ),
    *(
        Figure(
            f"enforcement.officers_{fitness}",
            format_lazy(_("Officers verified: {finding}"), finding=fitness.label),
            VERIFIED,
            found(fitness),
            distinct="officer",
            meaning=_("Each officer once; who was found both in one period is in both."),
        )
        for fitness in Fitness
    ),
)

EXAMS: tuple[Counted, ...] = (
    Figure(
        "enforcement.officers_examined",
        _("Officers examined"),
        HELD,
        distinct="officer",
        meaning=_(
            "Each officer once, however many exams were sat in the period (assumption: the "
            "report counts persons)."
        ),
    ),
    Figure(
        "enforcement.officers_passed",
        _("Officers who passed"),
        HELD,
        passed(),
        distinct="officer",
        meaning=_("Each officer once, at whichever attempt."),
    ),
    Figure(
        "enforcement.exams_sat",
        _("Exams sat"),
        HELD,
        meaning=_("Every attempt counts."),
    ),
    Figure(
        "enforcement.exams_passed",
        _("Exams passed"),
        HELD,
        passed(),
        meaning=_("Every attempt counts."),
    ),
    Figure(
        "enforcement.exams_failed",
        _("Exams failed"),
        HELD,
        ~passed(),
        meaning=_("Every attempt counts."),
    ),
)

CERTIFICATES: tuple[Counted, ...] = (
    Stock(
        "enforcement.certificates_before",
        _("Certificates in force at the start"),
        ISSUED,
        ENDED,
        Edge.START,
        meaning=_("Issued, and neither expired, collected nor cancelled when the period began."),
    ),
    Figure(
        "enforcement.certificates_issued",
        _("Certificates issued"),
        ISSUED,
        meaning=_("By the day of issue, first ones and new ones alike."),
    ),
    Figure(
        "enforcement.certificates_ended",
        _("Certificates no longer in force"),
        ENDED,
        meaning=_("By the day it expired, was collected or was cancelled, whichever came first."),
    ),
    Stock(
        "enforcement.certificates_valid",
        _("Certificates in force"),
        ISSUED,
        ENDED,
        meaning=_(
            "Issued, and neither expired, collected nor cancelled when the period ended; those "
            "suspended just then are among them and counted beside."
        ),
    ),
    Stock(
        "enforcement.certificates_suspended",
        _("Certificates under suspension"),
        SUSPENDED,
        RESUMED,
        meaning=_("Of those in force, the ones suspended when the period ended."),
    ),
    Figure(
        "enforcement.certificates_collected",
        _("Certificates collected"),
        "collected_on",
        meaning=_("By the day the certificate was taken back."),
    ),
    Figure(
        "enforcement.certificates_cancelled",
        _("Certificates cancelled"),
        "cancelled_on",
        meaning=_("By the day of cancellation, collected before or not."),
    ),
)
