"""Gathers the models of the ground floor, where Django looks for them."""

from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import (
    CaseTag,
    Extension,
    OpinionLetter,
    ReconsiderationParty,
    Suspension,
)
from cases.registry.agencies import Agency
from cases.registry.codes import ActKind, Field, RespondentKind
from cases.registry.dockets import DocketNumber, DocketSeries
from cases.registry.users import User

__all__ = [
    "ActKind",
    "Agency",
    "CaseTag",
    "DocketNumber",
    "DocketSeries",
    "Extension",
    "Field",
    "OpinionLetter",
    "Reconsideration",
    "ReconsiderationParty",
    "RespondentKind",
    "Suspension",
    "User",
]
