"""Many records changed at once: seen before, done once, each accounted for."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from cases.reconsideration.models.case import Reconsideration
from cases.registry.agencies import Agency
from cases.registry.desk import actions
from cases.registry.desk.actions import BulkAdmin
from cases.registry.desk.bulk import VOID, BulkAction, Fate, carry_out, stamp
from cases.registry.history.acts import Act, Door, current_act
from cases.registry.roles import Role
from cases.registry.users import User
from enforcement.models import Certificate, Rectification
from seeds.factories.enforcement import CertificateFactory, RectificationFactory
from seeds.factories.reconsideration import ReconsiderationFactory
from seeds.factories.registry import AgencyFactory, UserFactory
from tests.lawgov.tables import TABLES, Table, name_of, rows

pytestmark = [
    pytest.mark.django_db,
    # Static files are collected when the site is put up, not for a test.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]

PREVIEW = 21  # the list the rows are chosen from, with all of its filters, among them
ACTIONS = [
    pytest.param(model, action.name, id=f"{name_of(model)}-{action.name}")
    for model in TABLES
    if isinstance(keeper := admin.site._registry[model], BulkAdmin)
    for action in keeper.declared()
]


@pytest.fixture
def bureau() -> Agency:
    made: Agency = AgencyFactory.create(bureau=True, parent=AgencyFactory.create(county=True))
    return made


@pytest.fixture
def person(bureau: Agency) -> User:
    made: User = UserFactory.create(agency=bureau)
    return made


@pytest.fixture
def clerk(client: Client, person: User) -> Client:
    client.force_login(person)
    client.cookies["django_language"] = "en"
    return client


def address(model: type[Model]) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")


def chosen(client: Client, name: str, rows: Iterable[Any], state: str = "") -> Any:
    """The page that an action first answers with."""
    posted = {"action": name, "index": 0, "_selected_action": [row.pk for row in rows]}
    to = f"{address(type(next(iter(rows))))}?state={state}"
    return client.post(to, posted)


def confirmed(client: Client, page: Any, **answers: Any) -> dict[Any, str]:
    """The same page sent back with the answers: what became of each row."""
    seen = [f"{row.pk}:{mark}" for row, mark, _fits in page.context["rows"]]
    return fates(resent(client, page, seen, **answers))


def resent(client: Client, page: Any, seen: list[str], **answers: Any) -> Any:
    row: Any = (page.context["rows"] or page.context["left_out"])[0][0]
    return client.post(
        address(type(row)),
        {
            "action": page.context["action"].name,
            "index": 0,
            "_selected_action": row.pk,
            "_confirmed": 1,
            "_seen": seen,
            **answers,
        },
    )


def fates(response: Any) -> dict[Any, str]:
    return {each.row: each.fate for each in response.context["outcomes"]}


def test_the_preview_says_which_are_left_out_and_why(clerk: Client) -> None:
    open_case, settled = (
        ReconsiderationFactory.create(),
        ReconsiderationFactory.create(concluded=True),
    )

    page: Any = chosen(clerk, "assign", [open_case, settled], state="all")

    assert [row for row, _mark, _fits in page.context["rows"]] == [open_case]
    assert [row for row, _mark, _fits in page.context["left_out"]] == [settled]
    assert b"It is not open any more." in page.content


def test_each_record_gets_the_handler_and_a_later_version(clerk: Client, person: User) -> None:
    cases = ReconsiderationFactory.create_batch(2)

    found = confirmed(clerk, chosen(clerk, "assign", cases), handler=person.pk)

    assert set(found.values()) == {Fate.DONE}
    assert Reconsideration.objects.filter(handler=person, version__gt=1).count() == len(cases)
    assert LogEntry.objects.filter(user=person).count() == 2


def test_what_is_done_is_an_act_with_its_reason(person: User) -> None:
    acts: set[Act | None] = set()

    def note(*_given: Any) -> dict[str, str]:
        acts.add(current_act())
        return {"note": "看过"}

    cases = ReconsiderationFactory.create_batch(2)
    seen = {row.pk: stamp(row) for row in cases}

    carry_out(
        BulkAction("note", "", does=note),
        Reconsideration.objects.all(),
        seen,
        asked={},
        by=person,
        why="月末核对",
    )

    (act,) = acts
    assert act is not None
    assert (act.door, act.by, act.why) == (Door.BULK, person.pk, "月末核对")


def test_a_reason_is_asked_for_where_one_is_needed(clerk: Client) -> None:
    row = ReconsiderationFactory.create()
    page: Any = chosen(clerk, "void", [row])

    again = resent(clerk, page, [f"{row.pk}:1"])

    assert "why" in again.context["form"].errors
    assert not Reconsideration.objects.filter(voided_on__isnull=False).exists()


def test_a_record_changed_meanwhile_is_left_alone(clerk: Client, person: User) -> None:
    changed, same = ReconsiderationFactory.create_batch(2)
    page = chosen(clerk, "assign", [changed, same])
    Reconsideration.objects.filter(pk=changed.pk).update(note="看过", version=2)

    found = confirmed(clerk, page, handler=person.pk)

    assert found == {changed: Fate.CHANGED, same: Fate.DONE}
    assert Reconsideration.objects.get(pk=changed.pk).handler is None


def test_a_double_click_does_nothing_a_second_time(clerk: Client) -> None:
    cases = ReconsiderationFactory.create_batch(2)
    page = chosen(clerk, "void", cases)
    confirmed(clerk, page, why="重复录入")
    versions = set(Reconsideration.objects.values_list("pk", "version"))

    again = confirmed(clerk, page, why="重复录入")

    assert set(again.values()) == {Fate.ALREADY}
    assert set(Reconsideration.objects.values_list("pk", "version")) == versions


def test_what_a_rule_refuses_is_said_in_its_words_and_keeps_nobody_else(clerk: Client) -> None:
    early = CertificateFactory.create(issued_on=date(2024, 3, 1))
    late = CertificateFactory.create(issued_on=date(2024, 5, 1))
    page = chosen(clerk, "collect", [early, late], state="all")

    seen = [f"{row.pk}:{stamp(row)}" for row in (early, late)]
    answer = resent(clerk, page, seen, collected_on="2024-04-01")

    assert fates(answer) == {early: Fate.DONE, late: Fate.REFUSED}
    assert b"A certificate cannot end before it is issued." in answer.content
    assert Certificate.objects.get(pk=late.pk).collected_on is None


def test_a_row_without_versions_is_told_by_all_it_says(clerk: Client) -> None:
    changed, same = RectificationFactory.create_batch(2, found_on=date(2024, 3, 1))
    page = chosen(clerk, "due", [changed, same], state="all")
    Rectification.objects.filter(pk=changed.pk).update(problem="另一问题")

    found = confirmed(clerk, page, due_on="2024-09-30")

    assert found == {changed: Fate.CHANGED, same: Fate.DONE}


def test_nobody_reaches_a_record_by_its_key_alone(client: Client, bureau: Agency) -> None:
    town, other = AgencyFactory.create_batch(2, parent=bureau.parent)
    client.force_login(UserFactory.create(agency=town))
    own, theirs = (ReconsiderationFactory.create(respondent=each) for each in (town, other))
    page = chosen(client, "void", [own])

    answer = resent(client, page, [f"{own.pk}:1", f"{theirs.pk}:1"], why="重复录入")

    assert fates(answer) == {own: Fate.DONE}
    assert answer.context["gone"] == 1
    assert Reconsideration.objects.get(pk=theirs.pk).voided_on is None


def test_who_only_reads_has_no_actions(client: Client, bureau: Agency) -> None:
    client.force_login(UserFactory.create(role=Role.SUPERVISOR, agency=bureau))
    row = ReconsiderationFactory.create()

    response = client.post(
        address(Reconsideration), {"action": "void", "index": 0, "_selected_action": row.pk}
    )

    assert response.status_code == 200
    assert "rows" not in (response.context or {})


@pytest.mark.parametrize("key", ["x", "9" * 40, "-1", ""])
def test_a_key_that_is_none_is_no_error(clerk: Client, key: str) -> None:
    row = ReconsiderationFactory.create()
    posted = {"action": "void", "index": 0, "_selected_action": key}

    refused = clerk.post(address(Reconsideration), posted)
    passed_over = resent(clerk, chosen(clerk, "void", [row]), [f"{key}:1"], why="重复录入")

    assert refused.status_code == 302
    assert fates(passed_over) == {}


def test_more_than_a_person_looks_through_is_cut_and_said(
    clerk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "MOST", 2)
    cases = ReconsiderationFactory.create_batch(3)

    page: Any = chosen(clerk, "void", cases)

    assert len(page.context["rows"]) == 2
    assert b"these are the first 2 of them" in page.content


def test_all_is_done_or_nothing(person: User) -> None:
    cases = ReconsiderationFactory.create_batch(3)
    seen = {row.pk: stamp(row) for row in cases[:2]}  # the third is not accounted for: a fault

    with pytest.raises(KeyError):
        carry_out(VOID, Reconsideration.objects.all(), seen, asked={}, by=person, why="重复录入")

    assert not Reconsideration.objects.filter(voided_on__isnull=False).exists()


@pytest.mark.parametrize("count", [2, 12])
def test_a_preview_costs_the_same_however_many(
    clerk: Client, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    cases = ReconsiderationFactory.create_batch(count)
    chosen(clerk, "assign", cases)

    with django_assert_num_queries(PREVIEW):
        chosen(clerk, "assign", cases)


@pytest.mark.parametrize(("model", "name"), ACTIONS)
def test_every_action_of_every_list_shows_what_it_would_do(
    clerk: Client, model: Table, name: str
) -> None:
    page: Any = chosen(clerk, name, rows(model, 2), state="all")

    shown = [*page.context["rows"], *page.context["left_out"]]
    assert (page.status_code, len(shown)) == (200, 2)
