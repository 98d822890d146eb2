"""The words of administrative reconsideration, each with its article.

Articles without another law's name are those of the Administrative Reconsideration Law
行政复议法 as revised on 2023-09-01, in force since 2024-01-01.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """Where a case stands; read off its dates, never stored."""

    VOIDED = "voided", _("Voided")
    INTAKE = "intake", _("Intake review")
    CORRECTION = "correction", _("Correction awaited")
    TURNED_AWAY = "turned_away", _("Turned away")
    TRIAL = "trial", _("On trial")
    CONCLUDED = "concluded", _("Concluded")
    PERFORMED = "performed", _("Performed")


class Channel(models.TextChoices):
    """How an application reached the bureau 收件方式 (art. 22)."""

    COUNTER = "counter", _("At the counter")
    LETTER = "letter", _("By letter")
    EMAIL = "email", _("By e-mail")
    ONLINE = "online", _("Online")
    ORAL = "oral", _("Orally, taken down")
    VIA_AGENCY = "via_agency", _("Through the punishing agency")


class TurnedAway(models.TextChoices):
    """Why an application was never accepted 未予受理的处理结果."""

    NOT_ACCEPTED = "not_accepted", _("Not accepted")  # art. 30(2)
    ABANDONED = "abandoned", _("Deemed abandoned, not corrected in time")  # art. 31(2)
    WITHDRAWN = "withdrawn", _("Withdrawn before acceptance")
    TRANSFERRED = "transferred", _("Transferred to the competent organ")
    OTHER = "other", _("Otherwise settled before acceptance")


class NotAcceptedGround(models.TextChoices):
    """The condition of art. 30(1) that an application failed."""

    NO_PARTIES = "30-1-1", _("No definite applicant or no proper respondent")
    NO_INTEREST = "30-1-2", _("Applicant without an interest in the act")
    NO_CLAIM = "30-1-3", _("No specific claim and reasons")
    LATE = "30-1-4", _("Applied after the statutory period")
    OUT_OF_SCOPE = "30-1-5", _("Outside the scope of reconsideration")
    NOT_COMPETENT = "30-1-6", _("Outside this organ's jurisdiction")
    ALREADY_TAKEN = "30-1-7", _("Already before another organ or a court")


class Procedure(models.TextChoices):
    """Procedure of the trial 审理程序 (arts. 48 to 55)."""

    ORDINARY = "ordinary", _("Ordinary procedure")
    SIMPLIFIED = "simplified", _("Simplified procedure")


class SimplifiedGround(models.TextChoices):
    """Why a case may be tried by the simplified procedure (art. 53)."""

    ON_THE_SPOT = "53-1-1", _("Act made on the spot")
    WARNING = "53-1-2", _("Warning or public criticism")
    SMALL_SUM = "53-1-3", _("Sum of at most 3,000 yuan")
    DISCLOSURE = "53-1-4", _("Disclosure of government information")
    AGREED = "53-2", _("All parties agree")


class Claim(models.TextChoices):
    """What the applicant asks for 复议请求."""

    REVOKE = "revoke", _("Revoke the act")
    MODIFY = "modify", _("Modify the act")
    CONFIRM_UNLAWFUL = "confirm_unlawful", _("Confirm that the act is unlawful")
    CONFIRM_INVALID = "confirm_invalid", _("Confirm that the act is invalid")
    ORDER_TO_PERFORM = "order_to_perform", _("Order the respondent to perform")
    CONFIRM_OMISSION = "confirm_omission", _("Confirm that not acting is unlawful")
    COMPENSATE = "compensate", _("Compensation only")


class SuspensionGround(models.TextChoices):
    """Why a trial stands still (art. 39(1))."""

    APPLICANT_DIED = "39-1-1", _("Applicant died, heirs undecided")
    NO_CAPACITY = "39-1-2", _("Applicant lost capacity, no representative yet")
    WHEREABOUTS = "39-1-3", _("Applicant's whereabouts unknown")
    BODY_ENDED = "39-1-4", _("Applicant body ended, successor undecided")
    FORCE_MAJEURE = "39-1-5", _("Force majeure or other legitimate reason")
    MEDIATION = "39-1-6", _("Mediation or settlement, the parties agreeing")
    QUESTION_OF_LAW = "39-1-7", _("A question of law to be answered by an organ")
    DEPENDS_ON_CASE = "39-1-8", _("Depends on the outcome of another case")
    BASIS_REVIEWED = "39-1-9", _("A normative document is under review")
    OTHER = "39-1-10", _("Other circumstances")


class Outcome(models.TextChoices):
    """How an accepted case ended 审结方式; a case has exactly one."""

    UPHELD = "upheld", _("Upheld")  # art. 68 维持
    CLAIM_DISMISSED = "claim_dismissed", _("Claim dismissed")  # art. 69 驳回请求
    APPLICATION_DISMISSED = "application_dismissed", _("Application dismissed")  # art. 33
    MODIFIED = "modified", _("Modified")  # art. 63 变更
    REVOKED = "revoked", _("Revoked")  # art. 64 撤销
    PARTLY_REVOKED = "partly_revoked", _("Partly revoked")  # art. 64 部分撤销
    CONFIRMED_UNLAWFUL = "confirmed_unlawful", _("Confirmed unlawful")  # art. 65 确认违法
    ORDERED_TO_PERFORM = "ordered_to_perform", _("Ordered to perform")  # art. 66 责令履行
    CONFIRMED_INVALID = "confirmed_invalid", _("Confirmed invalid")  # art. 67 确认无效
    CONTRACT_LIABILITY = "contract_liability", _("Liability under an agreement")  # art. 71
    MEDIATED = "mediated", _("Mediated")  # art. 73 调解书
    SETTLED = "settled", _("Terminated after settlement")  # arts. 74, 41(1) 和解后撤回
    SELF_CORRECTED = "self_corrected", _("Terminated, respondent changed the act")  # art. 41(1)
    WITHDRAWN = "withdrawn", _("Terminated, application withdrawn")  # art. 41(1)
    TERMINATED = "terminated", _("Terminated on another ground")  # art. 41(2) to (5)


class Tag(models.TextChoices):
    """What lies over an outcome without changing it."""

    NO_EVIDENCE = "no_evidence", _("No reply, deemed without evidence")  # art. 70
    REDO = "redo", _("New act ordered")  # art. 64(1) 责令重作
    COMPENSATED = "compensated", _("Compensation ordered")  # art. 72
    COMMITTEE_ADVISED = "committee_advised", _("Committee advised")  # art. 52


# 直接纠错: the organ itself put the act right (domain notes, table of outcomes).
DIRECT_CORRECTIONS = (
    Outcome.MODIFIED,
    Outcome.REVOKED,
    Outcome.PARTLY_REVOKED,
    Outcome.CONFIRMED_UNLAWFUL,
    Outcome.CONFIRMED_INVALID,
    Outcome.ORDERED_TO_PERFORM,
    Outcome.CONTRACT_LIABILITY,
)
# 撤销: what is revoked wholly or in part may have to be made anew (art. 64(1)).
REVOCATIONS = (Outcome.REVOKED, Outcome.PARTLY_REVOKED)
# 调解结案: ended by a mediation document or by a settlement followed by withdrawal.
MEDIATIONS = (Outcome.MEDIATED, Outcome.SETTLED)
DISMISSALS = (Outcome.CLAIM_DISMISSED, Outcome.APPLICATION_DISMISSED)
OTHER_TERMINATIONS = (Outcome.SELF_CORRECTED, Outcome.WITHDRAWN, Outcome.TERMINATED)
# 行政复议决定: the case is decided, not terminated or mediated; never while it is suspended.
DECISIONS = frozenset({*DIRECT_CORRECTIONS, *DISMISSALS, Outcome.UPHELD})
# 撤回: the application was taken back before there was a decision (arts. 74, 41(1)).
WITHDRAWALS = frozenset({Outcome.SETTLED, Outcome.SELF_CORRECTED, Outcome.WITHDRAWN})
