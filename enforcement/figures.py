"""What reports count about enforcement supervision.

Assumptions, where the published sentences leave room. A file is counted as examined when the
agency examined it itself; what was sampled and what was graded are figures of their own. A
legal review counts when it is returned with an opinion. Officers verified and examined are
persons, each counted once, and neither is the number of those who hold a certificate.
"""

from django.utils.translation import gettext_lazy as _

from cases.registry.figures import Identity, Rate
from cases.registry.sheets import Chapter, Sheet
from enforcement.counts import examinations, files, officers, reviews
from enforcement.models.certificates import Certificate
from enforcement.models.examinations import Examination
from enforcement.models.files import CaseFile
from enforcement.models.guiding import GuidingCase
from enforcement.models.officers import Exam, Officer, Verification
from enforcement.models.rectifications import Rectification
from enforcement.models.reviews import LegalReview
from enforcement.terms import Adoption, FileKind, Grade, Opinion, PenaltyKind, ReviewKind


def _codes(prefix: str, *names: str) -> tuple[str, ...]:
    return tuple(f"enforcement.{prefix}{name}" for name in names)


RATES = (
    Rate(
        "enforcement.examination_rate",
        _("Share of files examined"),
        _codes("files_", "examined"),
        _codes("files_", "closed"),
        meaning=_(
            "Examined over closed, both in the period; a campaign reaches back into files closed "
            "earlier, so it may exceed 100."
        ),
    ),
    Rate(
        "enforcement.sampling_rate",
        _("Share of files sampled"),
        _codes("files_", "sampled"),
        _codes("files_", "examined"),
        meaning=_("Sampled over self-examined, both in the period."),
    ),
    Rate(
        "enforcement.excellent_rate",
        _("Share of excellent files"),
        _codes("files_", "excellent"),
        _codes("files_", "graded"),
        meaning=_("Excellent over graded."),
    ),
    Rate(
        "enforcement.excellent_rate_of_examined",
        _("Share of excellent files among those examined"),
        _codes("files_", "excellent"),
        _codes("files_", "examined"),
        meaning=_("Excellent over self-examined, graded or not; the report leaves it out."),
    ),
    Rate(
        "enforcement.passing_rate",
        _("Share of files qualified or better"),
        _codes("files_", "passed"),
        _codes("files_", "graded"),
        meaning=_("Qualified or better over graded."),
    ),
    Rate(
        "enforcement.rectification_rate",
        _("Rate of rectification in time"),
        _codes("rectifications_", "in_time"),
        _codes("rectifications_", "due"),
        meaning=_("Put right in time over due in the period."),
    ),
    Rate(
        "enforcement.legal_review_adoption_rate",
        _("Rate of review opinions adopted"),
        _codes("legal_reviews_", Adoption.ADOPTED),
        _codes("legal_reviews_", "decided"),
        meaning=_("Wholly adopted over decided after review."),
    ),
    Rate(
        "enforcement.guiding_case_adoption_rate",
        _("Rate of guiding cases adopted"),
        _codes("guiding_cases_", "adopted"),
        _codes("guiding_cases_", "adopted", "declined"),
        meaning=_("Adopted over answered."),
    ),
    Rate(
        "enforcement.officers_examined_rate",
        _("Share of officers examined"),
        _codes("officers_", "examined"),
        _codes("officers_", "verified"),
        meaning=_(
            "Examined over verified in the clearing of the roster; not the share of officers who "
            "hold a certificate."
        ),
    ),
    Rate(
        "enforcement.exam_pass_rate",
        _("Rate of exams passed"),
        _codes("exams_", "passed"),
        _codes("exams_", "sat"),
        meaning=_("Exams passed over exams sat."),
    ),
)

IDENTITIES = (
    Identity(
        _("files carried over + decided = closed + not yet closed"),
        _codes("files_", "carried_over", "decided"),
        _codes("files_", "closed", "pending"),
    ),
    Identity(
        _("kinds of file add up to decided"),
        _codes("files_", "decided"),
        _codes("files_decided_", *FileKind),
    ),
    Identity(
        _("kinds of file add up to closed"),
        _codes("files_", "closed"),
        _codes("files_closed_", *FileKind),
    ),
    Identity(
        _("kinds of penalty add up to penalty files decided"),
        _codes("files_decided_", FileKind.PENALTY),
        _codes("penalties_", *PenaltyKind),
    ),
    Identity(
        _("grades add up to graded"),
        _codes("files_", "graded"),
        _codes("files_", *Grade),
    ),
    Identity(
        _("kinds of file add up to excellent"),
        _codes("files_", "excellent"),
        _codes("files_excellent_", "licence", "penalty", "other"),
    ),
    Identity(
        _("items carried over + found = put right + outstanding"),
        _codes("rectifications_", "carried_over", "found"),
        _codes("rectifications_", "done", "pending"),
    ),
    Identity(
        _("reviews carried over + submitted = reviewed + pending"),
        _codes("legal_reviews", "_carried_over", "_submitted"),
        _codes("legal_reviews", "", "_pending"),
    ),
    Identity(
        _("kinds of decision add up to reviewed"),
        _codes("legal_reviews", ""),
        _codes("legal_reviews_", *ReviewKind),
    ),
    Identity(
        _("opinions add up to reviewed"),
        _codes("legal_reviews", ""),
        _codes("legal_reviews_opinion_", *Opinion),
    ),
    Identity(
        _("opinions adopted, partly adopted and not adopted add up to decided"),
        _codes("legal_reviews_", "decided"),
        _codes("legal_reviews_", *Adoption),
    ),
    Identity(
        _("guiding cases without an answer + submitted = adopted + declined + without an answer"),
        _codes("guiding_cases_", "carried_over", "submitted"),
        _codes("guiding_cases_", "adopted", "declined", "pending"),
    ),
    Identity(
        _("officers at the start + began = left + at the end"),
        _codes("officers", "_before", "_begun"),
        _codes("officers", "_left", ""),
    ),
    Identity(
        _("exams passed and failed add up to exams sat"),
        _codes("exams_", "sat"),
        _codes("exams_", "passed", "failed"),
    ),
    Identity(
        _("certificates at the start + issued = no longer in force + in force"),
        _codes("certificates_", "before", "issued"),
        _codes("certificates_", "ended", "valid"),
    ),
)

CHAPTER = Chapter(
    "enforcement",
    _("Enforcement supervision"),
    sheets=[
        Sheet(CaseFile.objects.recorded(), *files.MOVEMENT, *files.PENALTIES),
        Sheet(Examination.objects.recorded(), *examinations.EXAMINED, *examinations.GRADES),
        Sheet(
            Rectification.objects.filter(
                examination__voided_on__isnull=True,
                examination__file__voided_on__isnull=True,
                examination__campaign__voided_on__isnull=True,
            ),
            *examinations.RECTIFICATIONS,
        ),
        Sheet(LegalReview.objects.recorded(), *reviews.LEGAL_REVIEWS),
        Sheet(GuidingCase.objects.recorded(), *reviews.GUIDING_CASES),
        Sheet(
            Verification.objects.filter(officer__voided_on__isnull=True), *officers.VERIFICATIONS
        ),
        Sheet(Exam.objects.filter(officer__voided_on__isnull=True), *officers.EXAMS),
        Sheet(Officer.objects.recorded(), *officers.OFFICERS),
        Sheet(Certificate.objects.recorded(), *officers.CERTIFICATES),
    ],
    rates=RATES,
    identities=IDENTITIES,
)
