"""The words of mediation outside the courts, each with its article.

Special mediation 特邀调解规定 stands for the Supreme People's Court's provisions of 2016
(法释〔2016〕14号), online mediation 在线调解规则 for its rules of 2021 (法释〔2021〕23号), and
people's mediation for the People's Mediation Law 人民调解法 of 2010.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """Where a matter stands; read off its dates, never stored."""

    VOIDED = "voided", _("Voided")
    INTAKE = "intake", _("Awaiting referral or acceptance")
    TURNED_AWAY = "turned_away", _("Not referred or accepted")
    REFERRED = "referred", _("Referred, not yet accepted")
    MEDIATION = "mediation", _("In mediation")
    CONCLUDED = "concluded", _("Mediation ended")
    CONFIRMED = "confirmed", _("Judicially confirmed")
    PERFORMED = "performed", _("Performed")


class Door(models.TextChoices):
    """Through whom a dispute came to be mediated 案件来源."""

    COURT = "court", _("Court")  # 诉调对接
    POLICE = "police", _("Police station")  # 警调对接
    PETITION = "petition", _("Petition office")  # 访调对接
    APPLICATION = "application", _("Application of the parties")  # people's mediation, art. 17
    PROACTIVE = "proactive", _("Taken up by the mediators")  # people's mediation, art. 17


class Commission(models.TextChoices):
    """How a court entrusts a dispute, and with it how long mediation may last.

    Special mediation, art. 11 (before or after the case is filed) and art. 27 (the days);
    the parties may agree on longer.
    """

    BEFORE_FILING = "before_filing", _("Before filing (30 days)")  # 委派
    ORDINARY = "ordinary", _("After filing, ordinary procedure (15 days)")  # 委托, 普通
    SIMPLIFIED = "simplified", _("After filing, simplified procedure (7 days)")  # 委托, 简易


class DisputeKind(models.TextChoices):
    """What people quarrel about 纠纷类型, as the monthly return of mediation lists it."""

    FAMILY = "family", _("Marriage and family")
    NEIGHBOURS = "neighbours", _("Neighbours")
    HOUSING = "housing", _("Houses and house sites")
    CONTRACT = "contract", _("Contracts")
    BUSINESS = "business", _("Production and business")
    DAMAGES = "damages", _("Damages")
    LAND = "land", _("Forest and land")
    EXPROPRIATION = "expropriation", _("Expropriation and demolition")
    POLLUTION = "pollution", _("Environmental pollution")
    LABOUR = "labour", _("Labour")
    CONSUMERS = "consumers", _("Consumers")
    MEDICAL = "medical", _("Medical treatment")
    TRAFFIC = "traffic", _("Road traffic")
    PROPERTY = "property", _("Property management")
    OTHER = "other", _("Other disputes")


class TurnedAway(models.TextChoices):
    """Why a matter was never referred or, where nobody refers it, never accepted."""

    NO_CONSENT = "no_consent", _("A party does not want mediation")  # special mediation, art. 11
    UNSUITABLE = "unsuitable", _("Not suited to mediation")  # online mediation, art. 9(3)
    NOT_COMPETENT = "not_competent", _("Belongs elsewhere")  # online mediation, art. 9(1), (2)
    WITHDRAWN = "withdrawn", _("Withdrawn before referral")
    OTHER = "other", _("Otherwise settled beforehand")


class Result(models.TextChoices):
    """How a mediation ended; online mediation, art. 25 unless another article is named."""

    AGREED = "agreed", _("Agreement reached")  # art. 25(1)
    SETTLED = "settled", _("Settled by the parties, claim withdrawn")  # art. 25(2)
    UNREACHABLE = "unreachable", _("A party could not be reached")  # art. 25(3)
    UNWILLING = "unwilling", _("A party would not go on")  # art. 25(4)
    FAR_APART = "far_apart", _("Too far apart to agree")  # art. 25(5)
    LAPSED = "lapsed", _("Period ended without an agreement")  # art. 25(6)
    UNSIGNED = "unsigned", _("A party refused to sign")  # art. 25(7)
    OTHER = "other", _("Ended for another reason")  # art. 25(8)
    NO_CONSENT = "no_consent", _("Sent back, the other side does not consent")  # art. 15
    DECLINED = "declined", _("Sent back, not accepted by the centre")  # art. 12


class AgreementKind(models.TextChoices):
    """The form of an agreement (people's mediation, art. 28)."""

    WRITTEN = "written", _("Written agreement")
    ORAL = "oral", _("Oral agreement")


class OrganisationKind(models.TextChoices):
    """Who set up a mediation organisation (people's mediation, arts. 8 and 34)."""

    VILLAGE = "village", _("Village committee")
    COMMUNITY = "community", _("Community committee")
    TOWNSHIP = "township", _("Township committee")
    ENTERPRISE = "enterprise", _("Committee of an enterprise or institution")
    PROFESSIONAL = "professional", _("Committee of a trade or profession")
    CENTRE = "centre", _("Mediation centre")
    OTHER = "other", _("Other organisation")


class MediatorKind(models.TextChoices):
    """Whether mediating is somebody's occupation 专职, 兼职."""

    FULL_TIME = "full_time", _("Full-time")
    PART_TIME = "part_time", _("Part-time")


# Somebody else had the matter first and refers it; the other doors lead in directly.
REFERRING_DOORS = (Door.COURT, Door.POLICE, Door.PETITION)
AFTER_FILING = (Commission.ORDINARY, Commission.SIMPLIFIED)

# 调解成功: the quarrel is over, by an agreement or because the claim was taken back.
SUCCESSES = (Result.AGREED, Result.SETTLED)
# 退回: it came back before anybody mediated.
SENT_BACK = (Result.NO_CONSENT, Result.DECLINED)
FAILURES = (
    Result.UNREACHABLE,
    Result.UNWILLING,
    Result.FAR_APART,
    Result.LAPSED,
    Result.UNSIGNED,
    Result.OTHER,
)
