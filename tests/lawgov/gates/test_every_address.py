"""Crawls every address as every role, over rows that are theirs and rows that are not.

An address or action that is not in `addresses` fails here: whoever adds one says who may use it.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse

from cases.registry.cautions.recorded import Caution
from cases.registry.records import Record
from cases.registry.roles import CASE_ROLES, Role, may
from tests.lawgov.gates.addresses import (
    ANONYMOUS,
    CLOSED_FORMS,
    NAMED,
    UNNAMED,
    VERBS,
    Address,
    every_address,
    of_tables,
    unknown_addresses,
)
from tests.lawgov.gates.world import (
    MARK,
    OPEN,
    SHUT,
    TOWNSHIP,
    Asked,
    World,
    answer,
    says,
    stored,
)
from tests.lawgov.tables import TABLES, Table, rows

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]


OF_A_ROW = {"change", "history", "delete"}
WHO = [*(role.value for role in Role), TOWNSHIP, ANONYMOUS]


def requests(world: World, who: str) -> Iterator[Asked]:
    tables = of_tables()
    for found in every_address():
        if found.name in tables:
            yield from _of_table(world, who, *tables[found.name])
        else:
            asked = NAMED[found.name] if found.name else UNNAMED[found.pattern]
            yield from _of_page(world, who, found.name, asked)


def _of_page(world: World, who: str, name: str, asked: Address) -> Iterator[Asked]:
    role = Role.CLERK.value if who == TOWNSHIP else who
    fill = {key: _filled(world, value) for key, value in asked.sample.items()}
    path = reverse(name, kwargs=fill) if name else f"/admin/{fill['url']}"
    is_outside = who == TOWNSHIP and (asked.county_only or name == "gates:reveal")
    for method, who_may in (("get", asked.read), ("post", asked.post)):
        expected = OPEN if role in who_may and not is_outside else SHUT
        yield Asked(method, path, asked.query if method == "get" else {}, expected)


def _filled(world: World, value: Any) -> Any:
    if value == "$user":
        return world.user.pk
    if value == "$view":
        return world.view
    if isinstance(value, str) and value.startswith("$"):
        return next(r.pk for m, r in world.foreign.items() if m._meta.label_lower == value[1:])
    return value


def _of_table(world: World, who: str, model: Table, verb: str) -> Iterator[Asked]:
    name = f"{model._meta.app_label}_{model._meta.model_name}_{verb}"
    for row, is_own in _rows_to_ask(world, model, verb):
        path = reverse(f"admin:{name}", args=[row.pk if row else 1] if verb in OF_A_ROW else [])
        for method, action in zip(("get", "post"), VERBS[verb], strict=True):
            is_open = _may(who, action, model) and (is_own or who != TOWNSHIP)
            if who == TOWNSHIP and action != "view" and _is_the_countys(model):
                is_open = False
            if name in CLOSED_FORMS and (method == "post" or verb == "add"):
                is_open = False
            # An empty form is refused, and other pages answer a POST as they do a GET.
            if not (is_open and method == "post"):
                yield Asked(method, path, {}, OPEN if is_open else SHUT)


def _is_the_countys(model: Table) -> bool:
    """A record that is no agency's own."""
    return issubclass(model, Record) and not model.owners


def _may(who: str, action: str, model: Table) -> bool:
    role = Role.CLERK if who == TOWNSHIP else who
    return may(role, action, model._meta.app_label, str(model._meta.model_name))


def _rows_to_ask(world: World, model: Table, verb: str) -> Iterator[tuple[Any, bool]]:
    if verb in {"changelist", "add"}:
        yield None, True
    elif model in world.foreign:
        yield world.foreign[model], not getattr(model, "owners", ())
        if world.user.agency.kind == "township" and model in world.own and verb == "change":
            yield world.own[model], True
    else:
        row = model._base_manager.first() or (rows(model, 1)[0] if model in TABLES else None)
        yield row, model is not Caution  # a warning is as foreign as the record it stands on


def test_of_every_address_it_is_known_who_may_ask() -> None:
    assert unknown_addresses() == []


def test_nothing_is_spoken_of_that_is_not_there() -> None:
    names = {found.name for found in every_address()}

    assert set(NAMED) <= names
    assert set(UNNAMED) <= {found.pattern for found in every_address()}


@pytest.mark.parametrize("who", WHO)
def test_every_address_answers_each_as_it_should(world: World, who: str) -> None:
    wrong, leaks, before = [], [], stored(world)

    for asked in requests(world, who):
        found, body = answer(world, asked)
        if found != asked.expected:
            wrong.append(f"{asked.method} {asked.address}: {found}, not {asked.expected}")
        if who in {TOWNSHIP, ANONYMOUS} or who not in CASE_ROLES:
            leaks += [asked.address] if MARK in says(body) else []
        if asked.address == "/admin/logout/" and who != ANONYMOUS:
            world.client.force_login(world.user)

    assert "\n".join(wrong) == ""
    assert leaks == []
    assert stored(world) == before
