"""Every table whose changes are written down, and those of which they are not, and why."""

from typing import Any

from django.apps import apps
from django.core import checks
from django.db.models import Model

from cases.registry.accesses.entries import AccessEntry
from cases.registry.accesses.passwords import PastPassword
from cases.registry.agencies import Agency
from cases.registry.cautions.recorded import Caution
from cases.registry.codes import ActKind, Field, RespondentKind
from cases.registry.desk.submissions import Submission
from cases.registry.dockets import DocketNumber, DocketSeries
from cases.registry.history.models import Change, Seal
from cases.registry.history.watching import Watched, keeps
from cases.registry.roles import RECORD_APPS
from cases.registry.timing.calendars import CalendarEntry, KnownYear, Timekeeping
from cases.registry.timing.statutes import ExclusionGround, StatutoryTerm
from cases.registry.users import User

# Every record and what belongs to it is watched unasked; of the rest, these.
CONFIGURATION: tuple[type[Model], ...] = (
    Agency,
    User,
    Field,
    ActKind,
    RespondentKind,
    DocketNumber,
    Caution,
    StatutoryTerm,
    ExclusionGround,
    CalendarEntry,
    KnownYear,
    Timekeeping,
)
NOT_WATCHED: dict[type[Model], str] = {
    DocketSeries: "A count that the numbers move; each number is watched itself.",
    Change: "The history has none of its own; it is sealed.",
    Seal: "Chained to the seal before it.",
    AccessEntry: "A log; nobody alters it.",
    Submission: "Only remembers which forms were handed in.",
    PastPassword: "Hashes of passwords are not written down a second time.",
    User.groups.through: "Django's own; permissions follow from the role alone.",
    User.user_permissions.through: "Django's own; permissions follow from the role alone.",
}


def watched() -> list[Watched]:
    """Every watched table of every line."""
    models = [model for model in apps.get_models() if keeps(model)]
    return [Watched(model) for model in (*CONFIGURATION, *models)]


def undecided() -> list[type[Model]]:
    """Tables of the record apps of which nobody said whether they are watched."""
    decided = {each.model for each in watched()} | set(NOT_WATCHED)
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in RECORD_APPS and model not in decided
    ]


@checks.register
def decided(**_kwargs: Any) -> list[checks.CheckMessage]:
    """No table comes in without somebody deciding whether its changes are written down."""
    return [
        checks.Error(
            f"Nobody said whether changes of {model._meta.label} are written down.",
            hint="Add it to CONFIGURATION or NOT_WATCHED in lawgov/histories.py.",
            id="lawgov.E010",
        )
        for model in undecided()
    ]
