"""Reports as closed: read what was closed, count the rest, and say which is which."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.reconsideration.models.case import Reconsideration
from cases.registry.periods import Period
from cases.registry.roles import Role
from lawgov.reports.as_closed import roll_up_as_closed
from lawgov.reports.chapters import CHAPTERS
from lawgov.reports.closing import close
from lawgov.reports.closures import ClosedFigure, Closure
from lawgov.reports.numbers import ClosedCodes, keep
from lawgov.reports.reopening import reopen
from lawgov.reports.rollup import Rollup, roll_up
from seeds.factories.mediation import MediationFactory
from seeds.factories.reconsideration import ReconsiderationFactory
from tests.lawgov.reports.closed import APRIL, MARCH, TODAY, close_all
from tests.lawgov.reports.county import County, fill

pytestmark = pytest.mark.django_db


YEAR = Period.parse("2024")
ENTERPRISES = "reconsideration.enterprise_related_resolved"
SHEETS = [sheet for chapter in CHAPTERS for sheet in chapter.sheets]


def values(rollup: Rollup) -> dict[str, Any]:
    return {code: line.values for code, line in rollup.lines.items()}


def reopen_march(county: County) -> None:
    first, second = county.person(Role.SUPERVISOR), county.person(Role.SUPERVISOR)
    reopen(MARCH, first, second, "one case was missing")


def queries(periods: list[Period]) -> int:
    with CaptureQueriesContext(connection) as asked:
        roll_up_as_closed(periods)
    return len(asked)


@pytest.mark.parametrize(
    "closed",
    [
        [],
        [YEAR],
        YEAR.months(),
        YEAR.months()[:11],
        YEAR.months()[3:6],
        [Period.parse("2024Q2")],
        [Period.parse("2024H1"), Period.parse("2024Q1"), Period.parse("2024-10")],
    ],
    ids=["none", "year", "months", "but one", "some", "quarter", "mixed"],
)
def test_while_nothing_changed_it_says_what_the_records_say(
    busy: County, closed: list[Period]
) -> None:
    close_all(*closed)
    asked = [*YEAR.months(), YEAR, Period.parse("2024H1")]

    assert values(roll_up_as_closed(asked)) == values(roll_up(asked))


def test_a_closed_month_is_told_as_it_was_closed(busy: County) -> None:
    close_all(MARCH)
    before = values(roll_up([MARCH]))

    ReconsiderationFactory.create_batch(3, received_on=date(2024, 3, 4))

    assert values(roll_up_as_closed([MARCH])) == before
    assert values(roll_up([MARCH])) != before


def test_a_year_of_closed_months_adds_them_up_as_they_were(busy: County) -> None:
    close_all(*YEAR.months())
    before = values(roll_up([YEAR]))

    Reconsideration.objects.update(voided_on=TODAY, void_reason="entered twice")

    assert values(roll_up_as_closed([YEAR])) == before


def test_different_values_in_closed_months_are_counted_once_over_the_year(busy: County) -> None:
    close_all(*YEAR.months())
    codes = [code for code, each in CHAPTERS[2].figures.items() if getattr(each, "distinct", "")]

    told = values(roll_up_as_closed([*YEAR.months(), YEAR]))

    assert codes
    for code in codes:
        *months, year = told[code]
        assert 0 < year <= sum(months), code
        assert year == CHAPTERS[2].sheet_of(code).totals(YEAR)[code]


def test_a_year_partly_closed_is_closed_months_and_what_is_counted(busy: County) -> None:
    close_all(MARCH)
    ReconsiderationFactory.create(received_on=date(2024, 3, 4))
    ReconsiderationFactory.create(received_on=date(2024, 4, 4))

    march, april, year = (
        roll_up_as_closed([MARCH, APRIL, YEAR]).lines["reconsideration.received"].values
    )

    assert (march, april, year) == (0, 1, 15)


def test_stocks_stand_where_the_year_begins_and_ends(busy: County) -> None:
    first, *_months, last = YEAR.months()
    close_all(first, last)
    before = roll_up([YEAR]).lines

    Reconsideration.objects.update(voided_on=TODAY, void_reason="entered twice")

    told = roll_up_as_closed([YEAR]).lines
    for code in ("reconsideration.carried_over", "reconsideration.pending"):
        assert told[code].values == before[code].values != [0]


def test_the_longest_closing_speaks_for_its_months(busy: County) -> None:
    close_all(MARCH)
    ReconsiderationFactory.create(received_on=date(2024, 3, 4))
    close_all(Period.parse("2024Q1"))

    told = roll_up_as_closed([MARCH, YEAR]).lines["reconsideration.received"].values

    assert told == [0, 15]


def test_it_says_of_each_period_when_it_was_closed(county: County) -> None:
    close_all(MARCH, *Period.parse("2024Q2").months())
    moments = [closure.closed_at for closure in Closure.objects.order_by("pk")]

    told = roll_up_as_closed([MARCH, Period.parse("2024Q2"), YEAR])

    assert told.closed_at == [moments[0], moments[3], None]


def test_what_was_reopened_is_counted_again(county: County) -> None:
    close_all(MARCH)
    ReconsiderationFactory.create(received_on=date(2024, 3, 4))

    reopen_march(county)

    told = roll_up_as_closed([MARCH])
    assert told.lines["reconsideration.received"].values == [1]
    assert told.closed_at == [None]


def test_what_is_closed_anew_is_told_as_of_the_last_time(county: County) -> None:
    close_all(MARCH)
    ReconsiderationFactory.create(received_on=date(2024, 3, 4))
    reopen_march(county)

    close_all(MARCH)

    assert roll_up_as_closed([MARCH]).lines["reconsideration.received"].values == [1]


def close_before_it_was_declared(monkeypatch: pytest.MonkeyPatch, *periods: Period) -> None:
    """As the periods would have been closed when a figure was not declared yet."""
    sheet = CHAPTERS[0].sheets[0]
    with monkeypatch.context() as earlier:
        fewer = {code: f for code, f in CHAPTERS[0].figures.items() if code != ENTERPRISES}
        earlier.setattr(CHAPTERS[0], "figures", fewer)
        earlier.setattr(sheet, "figures", {c: f for c, f in sheet.figures.items() if c in fewer})
        close_all(*periods)


def test_a_figure_declared_later_is_counted(busy: County, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = values(roll_up([MARCH]))
    close_before_it_was_declared(monkeypatch, MARCH)

    assert not ClosedFigure.objects.filter(code=ENTERPRISES).exists()
    assert values(roll_up_as_closed([MARCH])) == expected


def test_periods_closed_under_two_declarations_stand_in_their_order(
    busy: County, monkeypatch: pytest.MonkeyPatch
) -> None:
    january, february, march, april, *_open = months = YEAR.months()
    asked = [YEAR, *months, Period(january.start, march.end)]
    expected = values(roll_up(asked))
    close_before_it_was_declared(monkeypatch, february)
    close_all(january, march, april)

    told = roll_up_as_closed(asked)

    assert ClosedCodes.objects.count() == 2
    assert values(told) == expected


def close_like(closure: Closure, months: list[Period]) -> None:
    """The same closing of other months, without counting each of them."""
    figures = list(closure.figures.all())
    for month in months:
        closure.pk, (closure.start_on, closure.end_on) = None, month
        closure.save(force_insert=True)
        for figure in figures:
            figure.pk, figure.closure = None, closure
        ClosedFigure.objects.bulk_create(figures)
        keep(closure, figures)


def test_ten_years_by_months_cost_no_more_queries_than_a_month(busy: County) -> None:
    months = [m for year in range(2015, 2025) for m in Period.parse(str(year)).months()]
    close_like(close(months[0], None, TODAY), months[1:-1])

    with CaptureQueriesContext(connection) as asked:
        told = roll_up_as_closed(months)

    assert len(asked) == len(SHEETS) + 3
    assert len([moment for moment in told.closed_at if moment]) == 119


def test_what_is_closed_throughout_is_not_counted_at_all(busy: County) -> None:
    close_all(*YEAR.months())

    assert queries([*YEAR.months(), YEAR]) == 4


def test_the_numbers_of_a_closing_are_read_once(busy: County) -> None:
    close_all(*YEAR.months()[:6])
    roll_up_as_closed([*YEAR.months()[:3]])

    assert queries(YEAR.months()[:3]) == 1
    assert queries(YEAR.months()[:6]) == 3


def test_more_records_take_no_more_queries(busy: County) -> None:
    close_all(*YEAR.months()[:6])
    roll_up_as_closed(YEAR.months())
    few = queries([*YEAR.months(), YEAR])

    fill(busy, rounds=4)

    assert queries([*YEAR.months(), YEAR]) == few


def test_a_centre_is_counted_once_in_months_closed_and_open(busy: County) -> None:
    close_all(*YEAR.months()[:6])
    MediationFactory.create_batch(2)

    told = roll_up_as_closed([YEAR]).lines
    counted = roll_up([YEAR]).lines
    for code, figure in CHAPTERS[2].figures.items():
        if getattr(figure, "distinct", ""):
            assert told[code].values == counted[code].values, code
