"""A sheet is answered by groups, and for a reader of some of the rows alone."""

import pytest
from django.db.models import QuerySet
from pytest_django import DjangoAssertNumQueries

from cases.reconsideration.models.case import Reconsideration
from cases.registry import sheets
from cases.registry.agencies import Agency
from cases.registry.sheets import Choice
from seeds.factories.registry import AgencyFactory
from tests.cases.registry.counting.sheet import MONTHS, SHEET, YEAR

pytestmark = pytest.mark.django_db


def test_a_group_without_any_row_is_absent(docket: None) -> None:
    bystander = AgencyFactory.create()

    groups = SHEET.count_by("respondent", [YEAR])

    assert bystander.pk not in groups
    assert len(groups) == 2


def test_rows_that_name_no_value_are_a_group_of_their_own(docket: None) -> None:
    assert SHEET.count_by("resolved_by", [YEAR]) == {None: [SHEET.totals(YEAR)]}


def test_groups_may_be_formed_by_what_a_row_refers_to(docket: None) -> None:
    groups = SHEET.count_by("respondent__name", [YEAR])

    assert {name: values["received"] for name, [values] in groups.items()} == {
        "示例公安局": 1,
        "示例自然资源局": 2,
    }


def test_a_narrower_reader_is_told_the_figures_of_the_narrower_rows(
    docket: None, police: Agency
) -> None:
    theirs = Reconsideration.objects.recorded().filter(respondent=police)

    assert SHEET.totals(YEAR, theirs)["received"] == 1
    assert SHEET.behind("received", YEAR, theirs).count() == 1
    assert SHEET.count(MONTHS, theirs)[0]["carried_over"] == 1


def test_narrowings_asked_in_turn_are_never_taken_for_each_other(
    docket: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "KEPT", 2)
    bodies = [*Agency.objects.order_by("pk"), AgencyFactory.create()]
    rows = Reconsideration.objects.recorded()

    found = [
        (SHEET.totals(YEAR, rows.filter(respondent=body))["received"], body)
        for _turn in range(2)
        for body in bodies
    ]

    assert found == [
        (rows.filter(respondent=body, received_on__year=2024).count(), body) for body in bodies * 2
    ]


def test_the_next_month_of_a_narrowing_is_not_compiled_anew(
    docket: None, police: Agency, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = Reconsideration.objects.recorded().filter(respondent=police)
    SHEET.totals(MONTHS[0], theirs)
    monkeypatch.setattr(sheets, "prepare", None)

    [january, february] = SHEET.count(MONTHS[:2], theirs)

    assert (january["accepted"], february["accepted"]) == (0, 1)


def test_a_choice_that_was_counted_before_is_not_narrowed_down_again(
    docket: None, police: Agency
) -> None:
    theirs = Reconsideration.objects.recorded().filter(respondent=police)
    made: list[int] = []

    def narrowed() -> QuerySet[Reconsideration]:
        made.append(1)
        return theirs

    for month in MONTHS[:2]:
        choice = Choice(("respondent", police.pk), narrowed)
        assert SHEET.count([month], choice) == SHEET.count([month], theirs)
    assert len(made) == 1


def test_a_reader_of_nothing_is_told_zeros(
    docket: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        found = SHEET.count([*MONTHS, YEAR], Reconsideration.objects.none())

    assert found == [dict.fromkeys(SHEET.figures, 0)] * 13


def test_a_reader_of_nothing_has_no_groups(docket: None) -> None:
    assert SHEET.count_by("respondent", [YEAR], Reconsideration.objects.none()) == {}
