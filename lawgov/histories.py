"""Every table whose changes are written down, and those of which they are not, and why."""

from typing import Any

from django.apps import apps
from django.core import checks
from django.db import connections
from django.db.models import Model
from django.db.models.signals import post_migrate, pre_migrate
from django.dispatch import receiver

from cases.registry.accesses.entries import AccessEntry
from cases.registry.accesses.passwords import PastPassword
from cases.registry.agencies import Agency
from cases.registry.cautions.recorded import Caution
from cases.registry.codes import ActKind, Field, RespondentKind
from cases.registry.desk.submissions import Submission
from cases.registry.dockets import DocketNumber, DocketSeries
from cases.registry.history import triggers
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


@receiver(post_migrate, sender=apps.get_app_config("enforcement"))
def install(*, using: str, plan: Any = None, **_sent: Any) -> None:
    """After migrating: watch every table, and write down what the migrations did to the rows."""
    triggers.install(connections[using], watched())
    if plan:
        triggers.note_what_stands(connections[using], watched(), "migrate")


@receiver(pre_migrate, sender=apps.get_app_config("cases"))
def remove(*, using: str, plan: Any = None, **_sent: Any) -> None:
    """Before migrating: a table that is watched cannot be rebuilt on SQLite."""
    if plan:
        triggers.remove(connections[using])


@checks.register("database")
def watching(databases: Any = None, **_kwargs: Any) -> list[checks.CheckMessage]:
    """Every change is written down; a restored backup may have lost what does it."""
    found: list[checks.CheckMessage] = []
    for alias in databases or ():
        if tables := triggers.missing(connections[alias], watched()):
            text = f"No trigger writes down the changes of: {', '.join(sorted(tables))}"
            found.append(checks.Warning(text, hint="Run manage.py migrate.", id="lawgov.W002"))
    return found


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
