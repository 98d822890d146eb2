"""The calendar page: what is due in a month, on the working calendar."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cases.registry.periods import Period
from lawgov.board.months import A_DAY, Day, Month, month, month_named
from tests.lawgov.board.county import County, due_on

TODAY = date(2024, 8, 14)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]


def day_of(grid: Month, on: date) -> Day:
    return next(day for week in grid.weeks for day in week if day.on == on)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-02", "2024-02"),
        ("1950-01", "1950-01"),
        ("2099-12", "2099-12"),
        ("", "2024-08"),
        ("2024", "2024-08"),
        ("2024-13", "2024-08"),
        ("1949-12", "2024-08"),
        ("2100-01", "2024-08"),
        ("2024-03-01..2024-03-30", "2024-08"),
        ("tomorrow", "2024-08"),
    ],
)
def test_it_takes_any_address_for_a_month(text: str, expected: str) -> None:
    assert str(month_named(text, TODAY)) == expected


@pytest.mark.parametrize(
    ("name", "days", "neighbours"),
    [
        ("2024-02", (date(2024, 1, 29), date(2024, 3, 3)), ("2024-01", "2024-03")),
        ("2024-12", (date(2024, 11, 25), date(2025, 1, 5)), ("2024-11", "2025-01")),
        ("1950-01", (date(1949, 12, 26), date(1950, 2, 5)), (None, "1950-02")),
        ("2099-12", (date(2099, 11, 30), date(2100, 1, 3)), ("2099-11", None)),
    ],
)
def test_it_is_made_of_whole_weeks_from_monday(
    county: County, name: str, days: tuple[date, date], neighbours: tuple[str | None, str | None]
) -> None:
    grid = month(county.clerk, Period.parse(name), TODAY)

    assert (grid.weeks[0][0].on, grid.weeks[-1][-1].on) == days
    assert (grid.before, grid.after) == neighbours


@pytest.mark.parametrize("on", [date(2024, 8, 1), date(2024, 8, 31)])
def test_the_first_and_the_last_day_belong_to_it(county: County, on: date) -> None:
    case = due_on(on)
    due_on(date(2024, 7, 31))
    due_on(date(2024, 9, 1))

    grid = month(county.clerk, Period.parse("2024-08"), TODAY)

    assert [item.row.pk for week in grid.weeks for day in week for item in day.items] == [case.pk]


@pytest.mark.parametrize(
    ("on", "is_off", "off", "worked"),
    [
        (date(2024, 9, 14), False, "", "Mid-autumn Festival"),  # a Saturday made up for
        (date(2024, 9, 17), True, "Mid-autumn Festival", ""),
        (date(2024, 9, 21), True, "weekend", ""),
        (date(2024, 9, 20), False, "", ""),
    ],
)
def test_it_names_days_off_and_days_made_up(
    county: County, on: date, is_off: bool, off: str, worked: str
) -> None:
    day = day_of(month(county.clerk, Period.parse("2024-09"), TODAY), on)

    assert day.is_off == is_off
    assert off.lower() in str(day.off).lower()
    assert worked.lower() in str(day.worked).lower()


def test_a_year_without_its_notice_is_said_to_be_so(county: County) -> None:
    assert month(county.clerk, Period.parse("2098-05"), TODAY).is_doubtful
    assert not month(county.clerk, Period.parse("2024-05"), TODAY).is_doubtful


def test_a_full_day_shows_mine_first_and_says_how_many_more(county: County) -> None:
    mine = due_on(TODAY, handler=county.clerk)
    for _ in range(A_DAY + 2):
        due_on(TODAY)

    day = day_of(month(county.clerk, Period.parse("2024-08"), TODAY), TODAY)

    assert day.items[0].row.pk == mine.pk
    assert (len(day.items), [more.count for more in day.more]) == (A_DAY, [3])


def test_it_may_be_narrowed_to_what_is_mine(county: County) -> None:
    mine = due_on(TODAY, handler=county.clerk)
    due_on(TODAY)

    grid = month(county.clerk, Period.parse("2024-08"), TODAY, is_mine_only=True)

    assert [item.row.pk for item in day_of(grid, TODAY).items] == [mine.pk]


def test_a_township_clerk_sees_what_concerns_the_township(county: County) -> None:
    due_on(TODAY)
    own = due_on(TODAY, respondent=county.township)

    grid = month(county.township_clerk, Period.parse("2024-08"), TODAY)

    assert [item.row.pk for item in day_of(grid, TODAY).items] == [own.pk]


def test_many_take_as_many_queries_as_few(county: County) -> None:
    taken = []
    for count in (1, 20):
        for n in range(count):
            due_on(TODAY + timedelta(days=n % 5))
        month(county.clerk, Period.parse("2024-08"), TODAY)
        with CaptureQueriesContext(connection) as captured:
            month(county.clerk, Period.parse("2024-08"), TODAY)
        taken.append(len(captured))

    assert taken[0] == taken[1]


def test_the_page_shows_the_month_asked_for(county: County) -> None:
    case = due_on(date(2024, 9, 16))
    client = Client(headers={"accept-language": "en"})
    client.force_login(county.clerk)

    page = client.get("/due/", {"month": "2024-09"}).content.decode()

    assert "September 2024" in page
    assert str(case) in page


def test_the_page_opens_on_this_month(county: County) -> None:
    client = Client(headers={"accept-language": "en"})
    client.force_login(county.clerk)

    page = client.get("/due/")

    assert page.context["month"].first == timezone.localdate().replace(day=1)


def test_an_administrator_is_refused_the_page(county: County) -> None:
    client = Client()
    client.force_login(county.administrator)

    assert client.get("/due/").status_code == 403


def test_nobody_sees_the_page_without_signing_in(client: Client) -> None:
    assert client.get("/due/").status_code == 302
