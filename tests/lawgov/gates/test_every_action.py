"""What is done to chosen rows reaches one's own, and nothing else."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

import pytest
from django import forms
from django.contrib import admin
from django.db.models import Model
from django.test import RequestFactory

from cases.registry.admin import visible
from cases.registry.concerned import keeps_any
from cases.registry.desk.actions import BulkAdmin
from cases.registry.desk.bulk import Asked as Questions
from cases.registry.desk.bulk import BulkAction, stamp
from cases.registry.roles import CASE_ROLES, ENTERING_ROLES, Role
from mediation.models.mediators import Mediator
from seeds.factories.mediation import CentreFactory, MediatorFactory
from seeds.factories.registry import UserFactory
from tests.lawgov.gates.addresses import ACTIONS
from tests.lawgov.gates.world import (
    MARK,
    SHUT,
    TOWNSHIP,
    Asked,
    World,
    answer,
    page_of,
    says,
    stored,
    values_of,
)
from tests.lawgov.tables import Table, rows

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]
DONE = 'class="account"'  # the page that says what became of each row
OF_THE_COUNTY = "/admin/enforcement/campaign/"  # a township is offered nothing there
ON = date(2024, 12, 2)  # after all that the factories make up
# What a row has to be like for an action to be of any use, where the usual one is not.
READY: dict[str, dict[str, Any]] = {"verify": {"rectified_on": ON}}


class Doing(NamedTuple):
    """One action of one list."""

    model: Table
    action: BulkAction

    def __str__(self) -> str:
        return f"{self.action.name} {self.model._meta.label_lower}"


DOINGS = [
    Doing(model, action)
    for model, shown in admin.site._registry.items()
    if isinstance(shown, BulkAdmin)
    for action in shown.declared()
]


@pytest.mark.parametrize("role", Role)
def test_every_action_is_offered_to_those_of_whom_it_was_said(role: Role) -> None:
    request = RequestFactory().get("/")
    request.user = UserFactory.create(role=role, password=None)

    offered = {
        name for shown in admin.site._registry.values() for name in shown.get_actions(request)
    }

    assert offered == {name for name, roles in ACTIONS.items() if role in roles}


@pytest.fixture
def staffed(world: World) -> World:
    """A world in which every question of every action has an answer: a centre, and mediators."""
    CentreFactory.create(parent=world.user.agency)
    own = world.own[Mediator]
    MediatorFactory.create(organisation=own.organisation)  # type: ignore[attr-defined]  # a mediator
    return world


def at_once(world: World, doing: Doing, row: Model) -> dict[str, Any]:
    """What somebody posts who carries it out without having seen the page before."""
    seen = f"{row.pk}:{stamp(type(row)._base_manager.get(pk=row.pk))}"
    answers = {name: value or "" for name, value in _answers(world, doing)}
    return {"_confirmed": "1", "_seen": [seen], "why": "看看能不能", **answers}


def _answers(world: World, doing: Doing) -> Iterator[tuple[str, Any]]:
    """Something that this person may answer to each of its questions."""
    request = RequestFactory().get("/")
    request.user = world.user
    questions: dict[str, Any] = Questions(
        doing.action, lambda asked: visible(asked._default_manager.all(), request), doing.model
    ).fields
    for name, field in questions.items():
        asked: Any = field
        if isinstance(field, forms.ModelChoiceField):
            yield name, asked.queryset.order_by("pk").values_list("pk", flat=True).last()
        elif isinstance(field, forms.DateField):
            yield name, ON.isoformat()
        elif isinstance(field, forms.ChoiceField):
            yield name, next(key for key, _label in asked.choices if key)


@pytest.mark.parametrize("who", [TOWNSHIP, *(r.value for r in Role if r not in CASE_ROLES)])
def test_no_action_reaches_what_is_not_theirs(staffed: World, who: str) -> None:
    before, leaks, stopped = stored(staffed), [], []

    for name, page, sent in attempts(staffed):
        _found, body = answer(staffed, Asked("post", page, {"action": name, **sent}, SHUT))
        leaks += [f"{name} {page}"] if MARK in says(body) else []
        is_stopped = who == TOWNSHIP and "_confirmed" in sent and DONE not in says(body)
        stopped += [f"{name} {page}"] if is_stopped and page != OF_THE_COUNTY else []

    assert leaks == []
    assert stopped == []  # by its questions, before it looked whose the rows are
    assert stored(staffed) == before


def attempts(world: World) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Django's own deleting, and each bulk action asked for and carried out at once."""
    for model, row in world.foreign.items():
        if model in admin.site._registry:
            yield "delete_selected", page_of(model, "changelist"), {"post": "yes", **choice(row)}
    for doing in DOINGS:
        row, page = world.foreign[doing.model], page_of(doing.model, "changelist")
        yield doing.action.name, page, choice(row)
        yield doing.action.name, page, {**at_once(world, doing, row), **choice(row)}


def choice(row: Model) -> dict[str, Any]:
    return {"_selected_action": [row.pk]}


@pytest.mark.parametrize("who", [*sorted(ENTERING_ROLES), TOWNSHIP])
def test_every_action_reaches_what_is_theirs(staffed: World, who: str) -> None:
    untouched = []

    for doing in DOINGS:
        if not keeps_any(staffed.user, doing.model):
            continue
        row = ready(staffed, doing)
        before = values_of(row)
        sent = {"action": doing.action.name, **choice(row), **at_once(staffed, doing, row)}
        _found, body = answer(staffed, Asked("post", page_of(doing.model, "changelist"), sent, ""))
        untouched += [f"{doing}: {says(body)}"] if values_of(row) == before else []

    assert untouched == []


def ready(world: World, doing: Doing) -> Model:
    """A row of one's own that the action is meant for."""
    owners = getattr(doing.model, "owners", ())
    own = {owners[0]: world.user.agency} if owners else {}
    (row,) = rows(doing.model, 1, **own, **READY.get(doing.action.name, {}))
    return row
