"""Crawls every address as every role, over rows that are theirs and rows that are not.

An address or action that is not in `addresses` fails here: whoever adds one says who may use it.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple
from zipfile import BadZipFile, ZipFile

import pytest
from django import forms
from django.contrib import admin
from django.db import DatabaseError, transaction
from django.db.models import CharField, Model, TextField
from django.test import Client, RequestFactory
from django.urls import reverse

from cases.registry.agencies import Agency
from cases.registry.cautions.recorded import Caution
from cases.registry.desk.actions import BulkAdmin
from cases.registry.desk.bulk import Asked as Questions
from cases.registry.desk.bulk import BulkAction, stamp
from cases.registry.records import Kept, Record
from cases.registry.roles import CASE_ROLES, Keeping, Role, may
from cases.registry.roles import TABLES as KEPT
from cases.registry.timing.clocked import STORED
from lawgov.reports.models import SavedView
from seeds.factories.registry import AgencyFactory, UserFactory
from tests.lawgov.gates.addresses import (
    ACTIONS,
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
from tests.lawgov.tables import REGISTERED, TABLES, Table, rows

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]
MARK = "泄密标记"  # stands in every text of every foreign record
OPEN, SHUT = "open", "shut"
RECKONED = {*STORED, "clock_turn", "clock_is_stale", "reckoned_until", "due_order"}
OF_A_ROW = {"change", "history", "delete"}
# The township's clerk is a clerk like the others, of an agency that owns but its own rows.
TOWNSHIP = "township"
WHO = [*(role.value for role in Role), TOWNSHIP, ANONYMOUS]


class World(NamedTuple):
    """A row of every table: the township's, and somebody else's that bears the mark."""

    client: Client
    user: Any
    own: dict[Table, Model]
    foreign: dict[Table, Model]
    view: int


def is_record(model: Table) -> bool:
    table = (model._meta.app_label, str(model._meta.model_name))
    return KEPT.get(table) is Keeping.RECORDS


def marked(row: Model) -> None:
    """Write the mark wherever the database lets one write text."""
    fields = [f for f in row._meta.concrete_fields if isinstance(f, (CharField, TextField))]
    for field in fields:
        text = f"{MARK}{row.pk}"[: field.max_length or None]
        if not field.choices and field.name not in {"identity_number", "telephone"}:
            try:
                with transaction.atomic():
                    type(row)._base_manager.filter(pk=row.pk).update(**{field.name: text})
            except DatabaseError:
                continue


def rows_of(town: Agency) -> tuple[dict[Table, Model], dict[Table, Model]]:
    own, foreign = {}, {}
    for model in [each for each in _kept() if is_record(each)]:
        owners = getattr(model, "owners", ())
        if owners:
            own[model] = rows(model, 1, **{owners[0]: town})[0]
        foreign[model] = rows(model, 1)[0]
    for row in foreign.values():
        if getattr(row, "owners", ()):  # what belongs to nobody in particular is for everybody
            marked(row)
    return own, foreign


def _kept() -> list[Table]:
    inlines = [
        inline.model for model in REGISTERED for inline in admin.site._registry[model].inlines
    ]
    kept = [model for model in {*REGISTERED, *inlines} if issubclass(model, Kept)]
    return sorted(kept, key=lambda model: model._meta.label)


@pytest.fixture
def world(who: str, client: Client) -> World:
    county = AgencyFactory.create(county=True)
    bureau = AgencyFactory.create(bureau=True, parent=county)
    town = AgencyFactory.create(township=True, parent=county)
    own, foreign = rows_of(town)
    agency = town if who == TOWNSHIP else bureau
    role = Role.CLERK if who in {TOWNSHIP, ANONYMOUS} else Role(who)
    user = UserFactory.create(username="crawler", role=role, agency=agency, password=None)
    view = SavedView.objects.create(
        owner=UserFactory.create(password=None), name=MARK, query="period=2024"
    )
    if who != ANONYMOUS:
        client.force_login(user)
    return World(client, user, own, foreign, view.pk)


class Asked(NamedTuple):
    """One request and what it should be answered."""

    method: str
    address: str
    data: dict[str, Any]
    expected: str


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


def answer(world: World, asked: Asked) -> tuple[str, bytes]:
    """Whether it was open, and everything it said."""
    response = getattr(world.client, asked.method)(asked.address, asked.data)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    location = response.headers.get("Location", "")
    is_sent_away = location.startswith("/admin/login/") or (
        # Django's admin: what does not exist for somebody leads home, with a message.
        location == "/admin/" and asked.address.startswith("/admin/") and len(asked.address) > 7
    )
    is_shut = response.status_code in {403, 404, 405} or is_sent_away
    return SHUT if is_shut and not _leads_home(asked) else OPEN, body


def _leads_home(asked: Asked) -> bool:
    """Whether being led to the sign-in, or home, is what the page is for."""
    return asked.address in {"/admin/login/", "/", "/account/code/"} or (
        asked.address == "/i18n/setlang/"
    )


def says(body: bytes) -> str:
    """The text of a page, or of all parts of a workbook or document."""
    try:
        with ZipFile(BytesIO(body)) as archive:
            body = b"".join(archive.read(name) for name in archive.namelist())
    except BadZipFile:
        pass
    return body.decode(errors="replace")


def stored(world: World) -> dict[str, Any]:
    """The foreign rows as they stand, without what the clock reckons of them by itself."""
    return {
        model._meta.label: [
            {name: value for name, value in row.items() if name not in RECKONED}
            for row in model._base_manager.filter(pk=row.pk).values()
        ]
        for model, row in world.foreign.items()
    }


def test_of_every_address_it_is_known_who_may_ask() -> None:
    assert unknown_addresses() == []


def test_nothing_is_spoken_of_that_is_not_there() -> None:
    names = {found.name for found in every_address()}

    assert set(NAMED) <= names
    assert set(UNNAMED) <= {found.pattern for found in every_address()}


@pytest.mark.parametrize("role", Role)
def test_every_action_is_offered_to_those_of_whom_it_was_said(role: Role) -> None:
    request = RequestFactory().get("/")
    request.user = UserFactory.create(role=role, password=None)

    offered = {
        name for shown in admin.site._registry.values() for name in shown.get_actions(request)
    }

    assert offered == {name for name, roles in ACTIONS.items() if role in roles}


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


@pytest.mark.parametrize("who", [TOWNSHIP, *(r.value for r in Role if r not in CASE_ROLES)])
def test_no_search_filter_or_lookup_finds_what_is_not_theirs(world: World, who: str) -> None:
    leaks = []
    for address in lookups():
        _found, body = answer(world, Asked("get", address, {}, SHUT))
        leaks += [address] if MARK in says(body) else []

    assert leaks == []


def lookups() -> Iterator[str]:
    """Every list searched and emptied of its narrowings, every field looked up."""
    for model, shown in admin.site._registry.items():
        meta = model._meta
        page = reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist")
        yield f"{page}?q={MARK[:2]}"
        yield f"{page}?all=1&voided=all"
        for inline in (shown, *shown.inlines):
            for field in inline.autocomplete_fields:
                source = inline.model._meta
                yield (
                    f"{reverse('admin:autocomplete')}?term={MARK[:2]}&app_label={source.app_label}"
                    f"&model_name={source.model_name}&field_name={field}"
                )


@pytest.mark.parametrize("who", [TOWNSHIP, *(r.value for r in Role if r not in CASE_ROLES)])
def test_no_action_reaches_what_is_not_theirs(world: World, who: str) -> None:
    before, leaks = stored(world), []

    for model, row in world.foreign.items():
        if model in admin.site._registry:
            for name, ways in done_to(admin.site._registry[model], row).items():
                page = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
                for way in ways:
                    chosen = {"action": name, "_selected_action": [row.pk], **way}
                    _found, body = answer(world, Asked("post", page, chosen, SHUT))
                    leaks += [f"{name} {page}"] if MARK in says(body) else []

    assert leaks == []
    assert stored(world) == before


def done_to(shown: Any, row: Model) -> dict[str, list[dict[str, Any]]]:
    """What can be done to many rows: Django's own deleting, and each bulk action both ways.

    First asked for, then carried out at once by whoever has not seen the page before.
    """
    found: dict[str, list[dict[str, Any]]] = {"delete_selected": [{"post": "yes"}]}
    for action in shown.declared() if isinstance(shown, BulkAdmin) else ():
        seen = f"{row.pk}:{stamp(type(row)._base_manager.get(pk=row.pk))}"
        answers = dict(_answers(type(row), action))
        at_once = {"_confirmed": "1", "_seen": [seen], "why": "看看能不能", **answers}
        found[action.name] = [{}, at_once]
    return found


def _answers(model: Table, action: BulkAction) -> Iterator[tuple[str, Any]]:
    """Something that may be answered to each of its questions."""
    questions: dict[str, Any] = Questions(
        action, lambda asked: asked._base_manager.all(), model
    ).fields
    for name, field in questions.items():
        asked: Any = field
        if isinstance(field, forms.ModelChoiceField):
            yield name, asked.queryset.values_list("pk", flat=True).last() or ""
        elif isinstance(field, forms.DateField):
            yield name, "2024-06-03"
        elif isinstance(field, forms.ChoiceField):
            yield name, next(key for key, _label in asked.choices if key)
