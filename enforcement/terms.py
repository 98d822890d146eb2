"""The words of enforcement supervision, each with its article where a law fixes it.

Articles without another law's name are those of the Administrative Penalties Law 行政处罚法
as revised on 2021-01-22, in force since 2021-07-15.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FileKind(models.TextChoices):
    """What an enforcement file 执法案卷 records."""

    LICENCE = "licence", _("Administrative licence")
    PENALTY = "penalty", _("Administrative penalty")
    COERCION = "coercion", _("Administrative coercion")
    INSPECTION = "inspection", _("Administrative inspection")
    OTHER = "other", _("Other enforcement")


class PenaltyKind(models.TextChoices):
    """What a penalty decision imposed (art. 9), in the order of the annual statistics.

    Several penalties in one decision count once, as the one furthest down this list; a named
    one goes before 'other'.
    """

    WARNING = "warning", _("Warning")
    CRITICISM = "criticism", _("Public criticism")
    FINE = "fine", _("Fine")
    CONFISCATION = "confiscation", _("Confiscation of unlawful gains or property")
    PERMIT_WITHHELD = "permit_withheld", _("Permit withheld")
    DOWNGRADED = "downgraded", _("Qualification downgraded")
    RESTRICTED = "restricted", _("Business restricted")
    SUSPENDED = "suspended", _("Business suspended")
    CLOSED = "closed", _("Closure, or barred from the trade")
    PERMIT_REVOKED = "permit_revoked", _("Permit revoked")
    DETENTION = "detention", _("Administrative detention")
    OTHER = "other", _("Other penalty")
    NONE = "none", _("No penalty")  # art. 33 不予处罚; outside the columns of the statistics


class Grade(models.TextChoices):
    """How good a file was found to be 评查等次, the best first."""

    EXCELLENT = "excellent", _("Excellent")
    GOOD = "good", _("Good")
    QUALIFIED = "qualified", _("Qualified")
    UNQUALIFIED = "unqualified", _("Unqualified")


class Veto(models.TextChoices):
    """What no score makes up for 一票否决."""

    NO_POWER = "no_power", _("No power, or acted beyond it")
    OFFICERS = "officers", _("Officers without certificates, or fewer than two")
    WRONG_PARTY = "wrong_party", _("Wrong party")
    FACTS = "facts", _("Facts unclear or main evidence missing")
    WRONG_LAW = "wrong_law", _("Wrong law applied")
    NO_NOTICE = "no_notice", _("No notice or hearing where due")
    NO_LEGAL_REVIEW = "no_legal_review", _("No legal review where required")
    NOT_TRANSFERRED = "not_transferred", _("Crime not transferred to the police")


class VetoEffect(models.TextChoices):
    """What a veto does to a file; score sheets differ, so each campaign says which."""

    ZERO = "zero", _("Score zero, unqualified")
    FAIL = "fail", _("Unqualified whatever the score")
    NO_EXCELLENT = "no_excellent", _("Not excellent whatever the score")


class ExaminationStage(models.TextChoices):
    """How far the examination of a file has come; read off its dates, never stored."""

    VOIDED = "voided", _("Voided")
    LISTED = "listed", _("Listed")
    SELF_EXAMINED = "self_examined", _("Self-examined")
    SAMPLED = "sampled", _("Sampled")
    GRADED = "graded", _("Graded")


class ReviewKind(models.TextChoices):
    """What kind of major decision is reviewed before it is made 重大执法决定法制审核."""

    LICENCE = "licence", _("Major licence decision")
    PENALTY = "penalty", _("Major penalty decision")
    COERCION = "coercion", _("Major coercion decision")


class ReviewGround(models.TextChoices):
    """Why a penalty has to be reviewed before it is decided (art. 58(1))."""

    PUBLIC_INTEREST = "58-1-1", _("Major public interest")
    HEARD = "58-1-2", _("Weighty rights at stake, hearing held")
    COMPLEX = "58-1-3", _("Complicated, several legal relations")
    BY_LAW = "58-1-4", _("Otherwise required by law")


class Opinion(models.TextChoices):
    """What the legal reviewers answered 审核意见."""

    AGREE = "agree", _("Agreed to")
    REVISE = "revise", _("To be revised")
    SUPPLEMENT = "supplement", _("Evidence to be supplemented")
    DISAGREE = "disagree", _("Not agreed to")


class Adoption(models.TextChoices):
    """What the deciding agency made of an opinion."""

    ADOPTED = "adopted", _("Opinion adopted")
    PARTLY = "partly", _("Opinion partly adopted")
    NOT_ADOPTED = "not_adopted", _("Opinion not adopted")


class ReportLevel(models.TextChoices):
    """To whom a guiding case was submitted 上报."""

    CITY = "city", _("City")
    PROVINCE = "province", _("Province")
    STATE = "state", _("Ministry")


class CertificateStatus(models.TextChoices):
    """What an enforcement certificate is worth on a day; read off its dates, never stored."""

    VOIDED = "voided", _("Voided")
    NOT_YET = "not_yet", _("Not issued yet")
    VALID = "valid", _("Valid")
    SUSPENDED = "suspended", _("Certificate suspended")
    COLLECTED = "collected", _("Certificate collected")
    CANCELLED = "cancelled", _("Certificate cancelled")
    EXPIRED = "expired", _("Certificate expired")


class CancellationGround(models.TextChoices):
    """Why a certificate was cancelled 注销."""

    TRANSFERRED = "transferred", _("Left the post or the agency")
    RETIRED = "retired", _("Retired")
    DEAD = "dead", _("Died")
    LOST = "lost", _("Certificate lost and issued anew")
    UNFIT = "unfit", _("Not fit to enforce the law")
    OTHER = "other", _("Other ground")


class Fitness(models.TextChoices):
    """What the yearly clearing of the roster 清理 said of an officer."""

    KEPT = "kept", _("Kept on the roster")
    REMOVED = "removed", _("To be removed from the roster")


class ExamKind(models.TextChoices):
    """What an officer is examined for."""

    FIRST = "first", _("For the first certificate")
    YEARLY = "yearly", _("Yearly training")


FULL_MARKS = 100
PASSING = (Grade.EXCELLENT, Grade.GOOD, Grade.QUALIFIED)
