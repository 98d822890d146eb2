"""The words of litigation response, each with its article.

Articles without another law's name are those of the Administrative Litigation Law 行政诉讼法;
"Interpretation" is 法释〔2018〕1号, "Heads" the rules on heads in court, 法释〔2020〕3号.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """Where a dispute stands; read off its dates, never stored."""

    VOIDED = "voided", _("Voided")
    PENDING = "pending", _("Before the court")
    CONCLUDED = "concluded", _("Concluded")
    TO_PERFORM = "to_perform", _("To be performed")
    PERFORMED = "performed", _("Performed")


class Defence(models.TextChoices):
    """The defendant's part 应诉机关类别 (art. 26)."""

    ORIGINAL_AGENCY = "original_agency", _("Agency that made the act")
    ORGAN_ALONE = "organ_alone", _("Reconsideration organ alone")
    JOINT = "joint", _("Agency and reconsideration organ jointly")


class Origin(models.TextChoices):
    """How the dispute came to court 收案方式 (arts. 26 and 44, Interpretation arts. 133 to 135)."""

    DIRECT = "direct", _("Without reconsideration")
    UPHELD = "upheld", _("After the act was upheld")
    CHANGED = "changed", _("After the act was changed")
    UNDECIDED = "undecided", _("Reconsideration organ did not decide")
    INADMISSIBLE = "inadmissible", _("Reconsideration refused or found inadmissible")


class Level(models.TextChoices):
    """The instance 审级."""

    FIRST = "first", _("First instance")
    SECOND = "second", _("Second instance")
    RETRIAL = "retrial", _("Retrial")


class BroughtBy(models.TextChoices):
    """Who brought the dispute before the next instance (arts. 85 and 90 to 93)."""

    PLAINTIFF = "plaintiff", _("Plaintiff")
    DEFENDANT = "defendant", _("Defendant")
    BOTH = "both", _("Plaintiff and defendant")
    THIRD_PARTY = "third_party", _("Third party")
    PROCURATORATE = "procuratorate", _("Protest by the procuratorate")  # art. 93 抗诉
    COURT = "court", _("The court itself")  # art. 92 依职权


class TrialProcedure(models.TextChoices):
    """Procedure of the trial 审判程序 (arts. 67 and 82)."""

    ORDINARY = "ordinary", _("Ordinary procedure")
    SIMPLIFIED = "simplified", _("Simplified procedure")


class SimplifiedTrialGround(models.TextChoices):
    """Why a suit may be tried by the simplified procedure (art. 82; not the sums of art. 53
    of the reconsideration law)."""

    ON_THE_SPOT = "82-1-1", _("Act made on the spot")
    SMALL_SUM = "82-1-2", _("Sum of at most 2,000 yuan")
    DISCLOSURE = "82-1-3", _("Disclosure of government information")
    AGREED = "82-2", _("All parties agree")


class CourtDocument(models.TextChoices):
    """The kind of document a court ends an instance with 裁判文书."""

    JUDGMENT = "judgment", _("Judgment")
    RULING = "ruling", _("Ruling")
    MEDIATION = "mediation", _("Mediation document")


class Result(models.TextChoices):
    """How an instance ended 裁判结果; the kind of document follows from it."""

    CLAIM_REJECTED = "claim_rejected", _("Claims rejected by judgment")  # art. 69 驳回诉讼请求
    REVOKED = "revoked", _("Act revoked")  # art. 70 全部撤销
    REVOKED_REDO = "revoked_redo", _("Act revoked, to be made anew")  # art. 70 撤销并重作
    PARTLY_REVOKED = "partly_revoked", _("Act partly revoked")  # art. 70 部分撤销
    PARTLY_REVOKED_REDO = "partly_revoked_redo", _("Act partly revoked, to be made anew")
    PERFORM = "perform", _("Ordered to perform its duty")  # art. 72 履行法定职责
    PAY = "pay", _("Ordered to pay or provide")  # art. 73 履行给付义务
    UNLAWFUL = "unlawful", _("Act confirmed unlawful")  # art. 74 确认违法
    INVALID = "invalid", _("Act confirmed invalid")  # art. 75 确认无效
    MODIFIED = "modified", _("Act modified by judgment")  # art. 77 变更
    AGREEMENT_LIABILITY = "agreement_liability", _("Liable under an agreement")  # art. 78(1)
    AGREEMENT_COMPENSATION = "agreement_compensation", _("To compensate under an agreement")
    COMPENSATE = "compensate", _("Ordered to compensate")  # art. 76 行政赔偿
    JUDGMENT_AFFIRMED = "judgment_affirmed", _("Appeal rejected, judgment affirmed")  # art. 89

    NOT_DOCKETED = "not_docketed", _("Suit not docketed")  # art. 51(2) 不予立案
    SUIT_DISMISSED = "suit_dismissed", _("Suit dismissed by ruling")  # Interpretation art. 69
    WITHDRAWN = "withdrawn", _("Suit withdrawn by the plaintiff's own choice")  # art. 62
    WITHDRAWN_CHANGED = "withdrawn_changed", _("Suit withdrawn after the act was changed")
    DEEMED_WITHDRAWN = "deemed_withdrawn", _("Suit deemed withdrawn")  # art. 58 按撤诉处理
    TRANSFERRED = "transferred", _("Transferred to another court")  # art. 22 移送管辖
    ENDED = "ended", _("Proceedings ended")  # Interpretation art. 88 终结诉讼
    RULING_AFFIRMED = "ruling_affirmed", _("Appeal rejected, ruling affirmed")  # art. 89
    REMANDED = "remanded", _("Judgment set aside and remanded")  # art. 89(1)3 and 4 发回重审
    RULING_REVERSED = "ruling_reversed", _("Ruling set aside, suit to be heard")  # Interp. 109
    APPEAL_WITHDRAWN = "appeal_withdrawn", _("Appeal withdrawn")  # 准许撤回上诉
    RETRIAL_REFUSED = "retrial_refused", _("Application for retrial rejected")  # Interp. 116
    RETRIAL_ORDERED = "retrial_ordered", _("Retrial ordered")  # arts. 91 and 92
    OTHER_RULING = "other_ruling", _("Another ruling")

    MEDIATED = "mediated", _("Mediated by the court")  # art. 60 行政调解书

    @property
    def document(self) -> CourtDocument:
        """The kind of document that says this."""
        if self == Result.MEDIATED:
            return CourtDocument.MEDIATION
        return CourtDocument.JUDGMENT if self in JUDGMENTS else CourtDocument.RULING


class LossGround(models.TextChoices):
    """Why the court found against the defendant 败诉原因 (arts. 70, 72, 75 and 78)."""

    EVIDENCE = "70-1", _("Main evidence insufficient")
    LAW = "70-2", _("Law wrongly applied")
    PROCEDURE = "70-3", _("Statutory procedure violated")
    POWERS_EXCEEDED = "70-4", _("Powers exceeded")
    POWERS_ABUSED = "70-5", _("Powers abused")
    UNREASONABLE = "70-6", _("Manifestly improper")
    DUTY = "72", _("Statutory duty not performed")
    GRAVE = "75", _("Grave and obvious unlawfulness")
    AGREEMENT = "78", _("Agreement not kept")
    OTHER = "other", _("Another ground of loss")


class HeadRank(models.TextChoices):
    """Who of the agency's heads came to court (Heads art. 2); no one else counts as a head."""

    CHIEF = "chief", _("Chief of the agency")  # 正职负责人
    DEPUTY = "deputy", _("Deputy chief")  # 副职负责人
    DEPUTY_IN_CHARGE = "deputy_in_charge", _("Head of deputy rank in charge of the act")
    OTHER_IN_CHARGE = "other_in_charge", _("Another head who shares the charge")
    NONE = "none", _("No head came")


class HeadNotice(models.TextChoices):
    """Why the court notified the head to appear (Heads art. 4)."""

    PUBLIC_INTEREST = "4-1-a", _("Must: grave public interest")
    PUBLIC_CONCERN = "4-1-b", _("Must: wide public concern")
    GROUP_INCIDENT = "4-1-c", _("Must: a group incident may follow")
    GRAVE_RIGHTS = "4-2-1", _("May: grave personal or property rights")
    PUBLIC_SUIT = "4-2-2", _("May: public interest litigation")
    SUPERIOR_RULE = "4-2-3", _("May: required by a rule of the superior organ")
    OTHER = "4-2-4", _("May: the court finds it necessary")


class Absence(models.TextChoices):
    """Why no head came although one was due (Heads art. 8); without proof it is unjustified."""

    FORCE_MAJEURE = "8-1", _("Force majeure")
    ACCIDENT = "8-2", _("Accident")
    DUTY = "8-3", _("Public duty nobody else could perform")
    OTHER = "8-4", _("Another proper cause")
    UNJUSTIFIED = "none", _("No proper cause")  # art. 12(1): judicial suggestion follows


class SuggestionKind(models.TextChoices):
    """Who suggests 司法建议、检察建议."""

    JUDICIAL = "judicial", _("Judicial suggestion")
    PROCURATORIAL = "procuratorial", _("Procuratorial suggestion")


class Adoption(models.TextChoices):
    """What the reply says about the suggestion 采纳情况."""

    ADOPTED = "adopted", _("Taken up")
    PARTLY = "partly", _("Partly taken up")
    NOT_ADOPTED = "not_adopted", _("Not taken up")


REVOCATIONS = (
    Result.REVOKED,
    Result.REVOKED_REDO,
    Result.PARTLY_REVOKED,
    Result.PARTLY_REVOKED_REDO,
)
PERFORMANCES = (Result.PERFORM, Result.PAY)
DECLARATIONS = (Result.UNLAWFUL, Result.INVALID)
AGREEMENTS = (Result.AGREEMENT_LIABILITY, Result.AGREEMENT_COMPENSATION)
# 纠错: the court itself put the act right, as in the table of reconsideration.
CORRECTIONS = (*REVOCATIONS, *PERFORMANCES, *DECLARATIONS, *AGREEMENTS, Result.MODIFIED)
# 败诉: every judgment against the agency; compensation alone leaves the act as it was.
LOSSES = (*CORRECTIONS, Result.COMPENSATE)
JUDGMENTS = (Result.CLAIM_REJECTED, *LOSSES, Result.JUDGMENT_AFFIRMED)

AFFIRMATIONS = (Result.JUDGMENT_AFFIRMED, Result.RULING_AFFIRMED)
SENT_BACK = (Result.REMANDED, Result.RULING_REVERSED)
SUITS_DISMISSED = (Result.SUIT_DISMISSED, Result.NOT_DOCKETED)
WITHDRAWALS = (Result.WITHDRAWN, Result.DEEMED_WITHDRAWN)
OTHER_ENDINGS = (Result.ENDED, Result.OTHER_RULING)

# The instance below stays as it was decided.
LEAVE_STANDING = (
    *AFFIRMATIONS,
    Result.APPEAL_WITHDRAWN,
    Result.RETRIAL_REFUSED,
    Result.RETRIAL_ORDERED,
)
# The dispute goes on before another court or the same one.
GO_ON = (*SENT_BACK, Result.TRANSFERRED)
# These say how an instance ended, never how the dispute did.
PASSING = (*LEAVE_STANDING, *GO_ON)
APPELLATE_ONLY = (*AFFIRMATIONS, *SENT_BACK, Result.APPEAL_WITHDRAWN)
RETRIAL_ONLY = (Result.RETRIAL_REFUSED, Result.RETRIAL_ORDERED)

HEADS = (HeadRank.CHIEF, HeadRank.DEPUTY, HeadRank.DEPUTY_IN_CHARGE, HeadRank.OTHER_IN_CHARGE)
EXCUSES = (Absence.FORCE_MAJEURE, Absence.ACCIDENT, Absence.DUTY, Absence.OTHER)
TAKEN_UP = (Adoption.ADOPTED, Adoption.PARTLY)
