"""Every table of the admin, those not yet written included: its pages open, and cost the same."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib import admin
from django.db import connection
from django.db.models import ForeignKey, Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import Settings

from cases.registry.agencies import Agency
from cases.registry.roles import Role
from seeds.factories.registry import AgencyFactory, UserFactory
from tests.lawgov.tables import (
    CLOSED,
    CODES,
    NEVER_ADDED,
    RECORDS,
    TABLES,
    Table,
    keeper_of,
    name_of,
    rows,
)

pytestmark = [
    pytest.mark.django_db,
    # Static files are collected when the site is put up, not for a test.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]

FEW, MANY = 3, 30
ADMINISTRATORS = [Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDITOR]
UNDATED = {
    "cases.actkind": "a classification of some dozen entries, in the order of the form",
    "cases.agency": "the bodies of a county, looked for by name or code",
    "cases.docketseries": "one row a year and kind, filtered by year",
    "cases.exclusionground": "what the law says, in the order of its articles",
    "cases.field": "a classification of some dozen entries, in the order of the form",
    "cases.knownyear": "one row a year",
    "cases.respondentkind": "a classification of some dozen entries, in the order of the form",
    "cases.statutoryterm": "what the law says, in the order of its articles",
    "cases.timekeeping": "a single row",
    "cases.user": "the people of a bureau, looked for by name",
    "reports.exportlog": "a line for each file that left, found by who took it and what it was",
}

# Lists of at most a few hundred rows, where reading them all costs nothing.
SHORT = {
    "cases.calendarentry",
    "enforcement.campaign",
    "mediation.mediationorganisation",
    "mediation.mediator",
}

every_table = pytest.mark.parametrize("model", TABLES, ids=name_of)
every_record = pytest.mark.parametrize("model", RECORDS, ids=name_of)


@pytest.fixture(autouse=True)
def cheap_passwords(settings: Settings) -> None:
    """Nobody's password is tried here; thirty good hashes would take half a minute."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def bureau() -> Agency:
    county = AgencyFactory.create(county=True)
    made: Agency = AgencyFactory.create(bureau=True, parent=county)
    return made


@pytest.fixture
def keeper(client: Client, bureau: Agency, model: Table) -> Client:
    """Whoever enters rows of the table (a clerk, for records), signed in at the bureau."""
    client.force_login(UserFactory.create(role=keeper_of(model), agency=bureau))
    return client


def page(model: Table, name: str, *args: Any) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{name}", args=args)


def questions(client: Client, address: str) -> int:
    """How many queries a page asks, once content types and the like are known."""
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return len(asked)


@every_table
def test_a_list_costs_the_same_however_long_it_is(keeper: Client, model: Table) -> None:
    rows(model, FEW)
    short = questions(keeper, page(model, "changelist"))

    rows(model, MANY - FEW)

    assert questions(keeper, page(model, "changelist")) == short


@every_table
def test_a_list_joins_every_foreign_key_it_shows(model: Table) -> None:
    shown = admin.site._registry[model]
    joined = shown.list_select_related
    fields = {field.name: field for field in model._meta.get_fields()}

    keys = {name for name in shown.list_display if isinstance(fields.get(str(name)), ForeignKey)}

    if joined is not True:
        roots = {str(path).split("__")[0] for path in joined or ()}
        assert keys <= roots


@every_table
def test_a_search_finds_nothing_and_says_so(keeper: Client, model: Table) -> None:
    rows(model, FEW)

    response = keeper.get(page(model, "changelist"), {"q": "没有这样的东西"})

    if admin.site._registry[model].search_fields:
        assert response.context["cl"].result_count == 0
    assert response.status_code == 200


@every_table
def test_a_form_to_add_opens_and_costs_the_same(keeper: Client, model: Table) -> None:
    if name_of(model) in NEVER_ADDED:
        assert keeper.get(page(model, "add")).status_code == 403
        return
    rows(model, FEW)
    short = questions(keeper, page(model, "add"))

    rows(model, MANY - FEW)

    assert questions(keeper, page(model, "add")) == short


@every_table
def test_a_form_to_change_opens_and_costs_the_same(keeper: Client, model: Table) -> None:
    row = rows(model, FEW)[0]
    short = questions(keeper, page(model, "change", row.pk))

    rows(model, MANY - FEW)

    assert questions(keeper, page(model, "change", row.pk)) == short


def _inlines() -> Iterator[Any]:
    """Each table with the rows that hang on it, where the database allows thirty alike."""
    for model in TABLES:
        for inline in admin.site._registry[model].inlines:
            key = next(f for f in inline.model._meta.fields if f.related_model is model)
            spans = [getattr(c, "fields", ()) for c in inline.model._meta.constraints]
            if not key.unique and not any(key.name in fields for fields in spans):
                name = f"{name_of(model)}-{name_of(inline.model)}"
                yield pytest.param(model, inline.model, key.name, id=name)


@pytest.mark.parametrize(("model", "child", "key"), list(_inlines()))
def test_a_form_costs_the_same_however_many_rows_belong_to_the_record(
    keeper: Client, model: Table, child: Table, key: str
) -> None:
    row = rows(model, 1)[0]
    rows(child, FEW, **{key: row})
    short = questions(keeper, page(model, "change", row.pk))

    rows(child, MANY - FEW, **{key: row})

    assert questions(keeper, page(model, "change", row.pk)) == short


@every_record
@pytest.mark.parametrize("role", ADMINISTRATORS)
def test_an_administrator_opens_no_record(
    client: Client, bureau: Agency, model: Table, role: Role
) -> None:
    client.force_login(UserFactory.create(role=role, agency=bureau))
    row = rows(model, 1)[0]

    addresses = [page(model, "changelist"), page(model, "add"), page(model, "change", row.pk)]

    assert {client.get(address).status_code for address in addresses} == {403}


@every_record
def test_a_supervisor_reads_records_and_changes_none(
    client: Client, bureau: Agency, model: Table
) -> None:
    client.force_login(UserFactory.create(role=Role.SUPERVISOR, agency=bureau))
    row = rows(model, 1)[0]

    form = client.get(page(model, "change", row.pk))

    assert form.status_code == client.get(page(model, "changelist")).status_code == 200
    assert b'name="_save"' not in form.content
    assert _refused(client, page(model, "add"), page(model, "change", row.pk))


@pytest.mark.parametrize("model", CODES, ids=name_of)
def test_a_clerk_reads_the_codes_and_changes_none(
    client: Client, bureau: Agency, model: Table
) -> None:
    client.force_login(UserFactory.create(role=Role.CLERK, agency=bureau))
    row = rows(model, 1)[0]

    assert client.get(page(model, "changelist")).status_code == 200
    assert _refused(client, page(model, "add"), page(model, "change", row.pk))


def _refused(client: Client, *addresses: str) -> bool:
    return {client.post(address).status_code for address in addresses} == {403}


@pytest.mark.parametrize("model", CLOSED, ids=name_of)
@pytest.mark.parametrize("role", Role)
def test_a_table_no_role_opens_is_closed_to_everybody(
    client: Client, bureau: Agency, model: Table, role: Role
) -> None:
    client.force_login(UserFactory.create(role=role, agency=bureau))

    assert client.get(page(model, "changelist")).status_code == 403


@every_table
def test_a_list_is_cut_by_date_or_says_why_not(model: Table) -> None:
    is_dated = bool(admin.site._registry[model].date_hierarchy)

    assert is_dated != (name_of(model) in UNDATED)


@every_table
def test_the_dates_a_list_is_cut_by_are_looked_up_in_an_index(model: Table) -> None:
    field = admin.site._registry[model].date_hierarchy

    assert not field or name_of(model) in SHORT or field in set(_leading(model))


def _leading(model: type[Model]) -> list[str]:
    """The first field of every index over all rows."""
    whole = [index for index in model._meta.indexes if index.condition is None and index.fields]
    return [index.fields[0].lstrip("-") for index in whole]
