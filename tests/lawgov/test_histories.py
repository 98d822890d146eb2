"""No door changes a row without the history of it: every watched table, by every way in."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.core import checks
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Model
from django.urls import reverse

from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import ReconsiderationParty
from cases.registry.agencies import Agency
from cases.registry.history.acts import Door, acting
from cases.registry.history.models import Change, Kind
from cases.registry.history.watching import Watched
from cases.registry.ledgers.intake import Intake
from cases.registry.roles import Role
from cases.registry.users import User
from lawgov.histories import NOT_WATCHED, undecided, watched
from lawgov.ledgers import LEDGERS
from lawgov.triggers import HISTORY
from seeds.factories.reconsideration import ReconsiderationFactory, ReconsiderationPartyFactory
from seeds.factories.registry import AgencyFactory, UserFactory
from tests.lawgov.tables import rows

pytestmark = pytest.mark.django_db

HARMLESS = (
    "reason",
    "number",
    "note",
    "full_name",
    "fitness",
    "tag",
    "problem",
    "name",
    "score",
    "notice_number",
    "text",
    "label_en",
    "name_en",
    "closures_count",
    "authority",
    "year",
)
every_watched = pytest.mark.parametrize("each", watched(), ids=lambda each: each.label)


def changes(row: Model) -> list[Change]:
    label = row._meta.label_lower
    return list(Change.objects.filter(label=label, row_key=row.pk).order_by("pk"))


def kinds(row: Model) -> list[str]:
    return [change.kind for change in changes(row)]


def altered(row: Model) -> dict[str, Any]:
    """A column of the row with another value that breaks no rule."""
    name = next(name for name in HARMLESS if hasattr(row, name))
    value, choices = getattr(row, name), row._meta.get_field(name).choices  # type: ignore[union-attr]  # a column
    if isinstance(value, bool):
        return {name: not value}
    if isinstance(value, int | Decimal):
        return {name: value + 1}
    return {name: next((key for key, _ in choices or () if key != value), f"{value}改")}


def test_every_table_of_the_records_is_watched_or_said_not_to_be() -> None:
    assert undecided() == []
    assert all(NOT_WATCHED.values())


def test_a_table_nobody_decided_on_is_refused_at_start_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(NOT_WATCHED, Change)  # type: ignore[misc]  # a class as key

    found = [each.id for each in checks.run_checks()]

    assert "lawgov.E010" in found


def test_a_watched_table_without_its_triggers_is_warned_of() -> None:
    HISTORY.remove(connection)

    assert Reconsideration._meta.db_table in HISTORY.missing(connection)

    HISTORY.install(connection)

    assert HISTORY.missing(connection) == set()


@every_watched
def test_no_row_comes_changes_or_goes_unnoticed(each: Watched) -> None:
    (row,) = rows(each.model, 1)
    before = len(changes(row))

    each.model._base_manager.filter(pk=row.pk).update(**altered(row))

    assert before >= 1
    assert kinds(row)[before:] == [Kind.CHANGED]


@every_watched
def test_a_row_made_in_bulk_is_noticed(each: Watched) -> None:
    (row,) = rows(each.model, 1)
    newest = Change.objects.order_by("-pk").values_list("pk", flat=True).first()

    each.model._base_manager.filter(pk=row.pk)._raw_delete(using="default")
    each.model._base_manager.bulk_create([row])

    assert kinds(row)[-2:] == [Kind.REMOVED, Kind.ENTERED]
    assert len(Change.objects.filter(pk__gt=newest, label=each.label)) == 2


def test_raw_sql_is_noticed_as_coming_from_outside() -> None:
    case = ReconsiderationFactory.create()

    with connection.cursor() as cursor:
        cursor.execute("UPDATE cases_reconsideration SET note = 'x' WHERE id = %s", [case.pk])

    last = changes(case)[-1]
    assert last.door == Door.OUTSIDE
    assert json.loads(last.content) == {"note": ["", "x"]}


def test_a_ledger_is_one_act(tmp_path: Path) -> None:
    file = tmp_path / "agencies.csv"
    file.write_text("code,name,kind\nA,县政府,county_government\nB,某局,department\n", "utf-8")

    Intake(LEDGERS).load(file)

    found = Change.objects.filter(label="cases.agency").values_list("door", "why", "act")
    assert len(found) == 2
    assert {(door, why) for door, why, _act in found} == {(Door.LEDGER, "agencies.csv")}
    assert len({act for *_rest, act in found}) == 1


def test_a_ledger_overwrites_nothing(tmp_path: Path) -> None:
    agency = AgencyFactory.create(code="A", name="旧名")
    file = tmp_path / "agencies.csv"
    file.write_text("code,name,kind\nA,新名,department\n", "utf-8")

    call_command("load", file, verbosity=0)

    assert kinds(agency) == [Kind.ENTERED]
    agency.refresh_from_db()
    assert agency.name == "旧名"


def test_a_form_is_the_act_of_whoever_sent_it(client: Any) -> None:
    person = UserFactory.create(role=Role.SYSTEM_ADMINISTRATOR)
    agency = AgencyFactory.create()
    client.force_login(person)
    address = reverse("admin:cases_agency_change", args=[agency.pk])
    sent = {"code": agency.code, "name": "改名", "kind": agency.kind, "since_on": "2020-01-01"}

    answer = client.post(address, sent)

    last = changes(agency)[-1]
    assert answer.status_code == 302
    assert (last.door, last.person) == (Door.FORM, person.pk)
    assert json.loads(last.content)["name"] == [agency.name, "改名"]


def test_an_act_is_over_with_its_request(client: Any) -> None:
    person = UserFactory.create(role=Role.SYSTEM_ADMINISTRATOR)
    agency = AgencyFactory.create()
    client.force_login(person)
    client.post(reverse("admin:cases_agency_change", args=[agency.pk]), {})

    Agency.objects.filter(pk=agency.pk).update(name="后来")

    assert changes(agency)[-1].door == Door.OUTSIDE


def test_the_present_act_is_told_after_a_rollback() -> None:
    """A session forgets what it was told inside a transaction that was rolled back."""
    agency = AgencyFactory.create()

    with acting(Door.COMMAND, why="outer"):
        with transaction.atomic(), acting(Door.BULK):
            Agency.objects.filter(pk=agency.pk).update(name="一")
            transaction.set_rollback(True)
        Agency.objects.filter(pk=agency.pk).update(name="二")

    assert [(c.door, c.why) for c in changes(agency)[1:]] == [(Door.COMMAND, "outer")]


def test_the_reckoning_of_dates_is_no_change() -> None:
    case = ReconsiderationFactory.create()

    Reconsideration.objects.filter(pk=case.pk).update(next_due_on=date(2024, 3, 1))

    assert kinds(case) == [Kind.ENTERED]


def test_that_a_password_changed_is_recorded_but_not_the_password() -> None:
    person = UserFactory.create()
    hashes = [person.password]

    person.set_password("another horse")
    person.save()
    hashes.append(person.password)

    texts = [change.content for change in changes(person)]
    assert any("password" in json.loads(text) for text in texts[1:])
    assert not any(hash_ in text for hash_ in hashes for text in texts)


def test_a_sign_in_changes_nothing() -> None:
    person = UserFactory.create()

    User.objects.filter(pk=person.pk).update(last_login="2024-01-01T00:00Z")

    assert len(changes(person)) == 1


def test_rows_beside_a_record_are_part_of_its_history() -> None:
    case = ReconsiderationFactory.create()
    party = ReconsiderationPartyFactory.create(case=case)

    party.delete()

    found = Change.objects.filter(owner="cases.reconsideration", owner_key=case.pk)
    kinds = list(found.order_by("pk").values_list("label", "kind"))
    assert kinds[-2:] == [
        (ReconsiderationParty._meta.label_lower, Kind.ENTERED),
        (ReconsiderationParty._meta.label_lower, Kind.REMOVED),
    ]


def test_a_version_rises_with_every_change_and_never_falls() -> None:
    case = ReconsiderationFactory.create()
    old = Reconsideration.objects.get(pk=case.pk)

    Reconsideration.objects.filter(pk=case.pk).update(note="一")
    old.save()

    assert Reconsideration.objects.get(pk=case.pk).version == 3


def test_a_change_beside_a_record_raises_its_version() -> None:
    case = ReconsiderationFactory.create()
    party = ReconsiderationPartyFactory.create(case=case)

    ReconsiderationParty.objects.filter(pk=party.pk).update(name="改名")
    party.delete()

    assert Reconsideration.objects.get(pk=case.pk).version == 3


def test_reckoning_dates_leaves_the_version() -> None:
    case = ReconsiderationFactory.create()

    Reconsideration.objects.filter(pk=case.pk).update(next_due_on=date(2024, 3, 1))

    assert Reconsideration.objects.get(pk=case.pk).version == 1
