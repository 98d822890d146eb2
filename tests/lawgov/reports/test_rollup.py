"""All chapters over the same periods, at the cost of a query a sheet."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from cases.reconsideration.models.case import Reconsideration
from cases.registry.periods import Period
from cases.registry.rates import Ratio
from cases.registry.sheets import Chapter
from lawgov.reports.chapters import CHAPTERS
from lawgov.reports.rollup import Narrowed, roll_up
from seeds.factories.reconsideration import ReconsiderationFactory

pytestmark = pytest.mark.django_db

YEAR = Period.parse("2024")
SHEETS = [sheet for chapter in CHAPTERS for sheet in chapter.sheets]


def test_a_year_by_months_takes_one_query_a_sheet(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(len(SHEETS)):
        roll_up([*YEAR.months(), YEAR])


def test_more_records_take_no_more_queries() -> None:
    ReconsiderationFactory.create_batch(5, concluded=True)

    with CaptureQueriesContext(connection) as asked:
        roll_up([*YEAR.months(), YEAR])

    assert len(asked) == len(SHEETS)


def test_every_figure_and_every_rate_has_a_line_with_a_value_for_each_period() -> None:
    rollup = roll_up([Period.parse("2024H1"), YEAR])

    declared = {code for chapter in CHAPTERS for code in [*chapter.figures, *chapter.rates]}
    assert set(rollup.lines) == declared
    assert {len(line.values) for line in rollup.lines.values()} == {2}


def test_no_two_chapters_share_a_code() -> None:
    codes = [code for chapter in CHAPTERS for code in [*chapter.figures, *chapter.rates]]

    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.code)
def test_every_code_begins_with_its_chapter(chapter: Chapter) -> None:
    codes = [*chapter.figures, *chapter.rates]

    assert [code for code in codes if not code.startswith(f"{chapter.code}.")] == []


def test_a_rate_is_divided_anew_for_every_period() -> None:
    ReconsiderationFactory.create(concluded=True)  # concluded on 22 April
    ReconsiderationFactory.create(concluded=True, outcome="revoked", received_on=date(2024, 7, 1))

    rollup = roll_up([Period.parse("2024H1"), YEAR])

    rates = rollup.lines["reconsideration.correction_rate"].values
    assert rates == [Ratio(0, 1), Ratio(1, 2)]


def test_identities_hold_in_every_period() -> None:
    ReconsiderationFactory.create_batch(2, concluded=True)
    ReconsiderationFactory.create(refused=True)
    ReconsiderationFactory.create()

    rollup = roll_up([*YEAR.months(), YEAR])

    assert all(balance.holds for section in rollup.sections for balance in section.balances)


def test_a_narrower_reader_is_told_narrower_figures() -> None:
    theirs = ReconsiderationFactory.create()
    ReconsiderationFactory.create()
    narrowed: Narrowed = {
        Reconsideration: Reconsideration.objects.filter(respondent=theirs.respondent)
    }

    rollup = roll_up([YEAR], narrowed)

    assert rollup.lines["reconsideration.received"].values == [1]
