"""Gathers the models of the ground floor, where Django looks for them."""

from cases.litigation.models.attachments import DisputeAttachment
from cases.litigation.models.dispute import Dispute, LitigationParty
from cases.litigation.models.hearing import Hearing
from cases.litigation.models.instance import Instance
from cases.litigation.models.suggestion import Suggestion
from cases.reconsideration.models.attachments import ReconsiderationAttachment
from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import (
    CaseTag,
    Extension,
    OpinionLetter,
    ReconsiderationParty,
    Suspension,
)
from cases.registry.accesses.entries import AccessEntry
from cases.registry.accesses.passwords import PastPassword
from cases.registry.agencies import Agency
from cases.registry.cautions.recorded import Caution
from cases.registry.codes import ActKind, Field, RespondentKind
from cases.registry.desk.submissions import Submission
from cases.registry.dockets import DocketNumber, DocketSeries
from cases.registry.history.models import Change, Seal
from cases.registry.timing.calendars import CalendarEntry, KnownYear, Timekeeping
from cases.registry.timing.statutes import ExclusionGround, StatutoryTerm
from cases.registry.users import User

__all__ = [
    "AccessEntry",
    "ActKind",
    "Agency",
    "CalendarEntry",
    "CaseTag",
    "Caution",
    "Change",
    "Dispute",
    "DisputeAttachment",
    "DocketNumber",
    "DocketSeries",
    "ExclusionGround",
    "Extension",
    "Field",
    "Hearing",
    "Instance",
    "KnownYear",
    "LitigationParty",
    "OpinionLetter",
    "PastPassword",
    "Reconsideration",
    "ReconsiderationAttachment",
    "ReconsiderationParty",
    "RespondentKind",
    "Seal",
    "StatutoryTerm",
    "Submission",
    "Suggestion",
    "Suspension",
    "Timekeeping",
    "User",
]
