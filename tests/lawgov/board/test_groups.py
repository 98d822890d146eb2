"""The board of the home page: what is overdue, due today and due in the next seven days."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cases.registry.timing.panel import State
from lawgov.board.groups import COUNTED, SHOWN, Group, board
from seeds.factories.litigation import DisputeFactory, SuggestionFactory
from seeds.factories.reconsideration import ReconsiderationFactory
from seeds.factories.registry import UserFactory
from tests.lawgov.board.county import County, due_on

TODAY = date(2024, 8, 14)
MOST_QUERIES = 25  # one statement finds the records, whichever groups and kinds they are of

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]


def numbers(groups: list[Group]) -> dict[State, list[str]]:
    return {g.stretch.state: [item.row.number for item in g.items] for g in groups}


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-100, State.OVERDUE),
        (-1, State.OVERDUE),
        (0, State.TODAY),
        (1, State.SOON),
        (7, State.SOON),
        (8, None),
    ],
)
def test_a_case_stands_in_the_group_of_its_day(
    county: County, days: int, expected: State | None
) -> None:
    case = due_on(TODAY + timedelta(days=days))

    found = numbers(board(county.clerk, TODAY))

    assert [state for state, cases in found.items() if str(case) in cases] == (
        [expected] if expected else []
    )


def test_a_row_names_the_term_with_its_article_and_the_days_left(county: County) -> None:
    due_on(TODAY + timedelta(days=3))

    item = board(county.clerk, TODAY)[2].items[0]

    assert str(item.term) == "Performance of the decision, settlement or opinion"
    assert "arts. 64, 66, 77" in str(item.article)
    assert str(item.days_left) == "3 days left"


def test_the_article_is_that_of_the_law_in_force_when_the_term_began(county: County) -> None:
    old = ReconsiderationFactory.create(
        received_on=date(2023, 12, 1),
        accepted_on=date(2023, 12, 5),
        copy_served_on=date(2023, 12, 6),
        replied_on=date(2023, 12, 8),
    )
    new = ReconsiderationFactory.create(
        received_on=date(2024, 3, 1),
        accepted_on=date(2024, 3, 5),
        copy_served_on=date(2024, 3, 6),
        replied_on=date(2024, 3, 8),
    )

    items = {item.row.pk: str(item.article) for item in board(county.clerk, TODAY)[0].items}

    assert "of 1999" in items[old.pk]
    assert "of 1999" not in items[new.pk]


def test_mine_come_first_even_where_others_are_more_pressing(county: County) -> None:
    others = [due_on(TODAY - timedelta(days=9)) for _ in range(SHOWN)]
    mine = due_on(
        TODAY - timedelta(days=1),
        handler=UserFactory.create(agency=county.clerk.agency),
        second_handler=county.clerk,
    )

    items = board(county.clerk, TODAY)[0].items

    assert items[0].row.pk == mine.pk
    assert {item.row.pk for item in items[1:]} < {case.pk for case in others}


def test_all_lines_of_work_stand_on_one_board(county: County) -> None:
    due_on(TODAY)
    DisputeFactory.create(concluded=True, received_on=date(2024, 1, 2), performance_due_on=TODAY)
    SuggestionFactory.create(received_on=date(2024, 6, 14), due_on=TODAY)

    tallies = board(county.clerk, TODAY)[1].tallies

    assert [tally.count for tally in tallies] == [1, 1, 1]


def test_a_group_is_capped_and_its_numbers_open_the_whole_list(county: County) -> None:
    for _ in range(SHOWN + 2):
        due_on(TODAY - timedelta(days=1))
    client = Client(headers={"accept-language": "en"})
    client.force_login(county.clerk)

    group = board(county.clerk, TODAY)[0]
    listed = client.get(group.tallies[0].address).context["cl"]

    assert (len(group.items), group.has_more) == (SHOWN, True)
    assert listed.result_count == group.tallies[0].count == SHOWN + 2


def test_beyond_a_hundred_nobody_counts(county: County) -> None:
    for _ in range(COUNTED + 2):
        due_on(TODAY)

    assert board(county.clerk, TODAY)[1].tallies[0].text == "99+"


def test_a_township_clerk_sees_what_concerns_the_township(county: County) -> None:
    due_on(TODAY)
    own = due_on(TODAY, respondent=county.township)

    found = numbers(board(county.township_clerk, TODAY))

    assert found[State.TODAY] == [str(own)]


def test_an_administrator_sees_no_board(county: County) -> None:
    due_on(timezone.localdate())
    client = Client(headers={"accept-language": "en"})
    client.force_login(county.administrator)

    page = client.get("/admin/").content.decode()

    assert not any(group.items or group.tallies for group in board(county.administrator, TODAY))
    assert "What is due" not in page


def test_the_home_page_opens_on_what_is_due(county: County) -> None:
    case = due_on(timezone.localdate(), handler=county.clerk)
    client = Client(headers={"accept-language": "en"})
    client.force_login(county.clerk)

    page = client.get("/admin/").content.decode()

    assert str(case) in page
    assert "Due today" in page


def test_an_empty_board_says_so(county: County) -> None:
    client = Client(headers={"accept-language": "en"})
    client.force_login(county.clerk)

    page = client.get("/admin/").content.decode()

    assert "Nothing is overdue" in page


def test_it_brings_stale_dates_up_to_date_first(county: County) -> None:
    case = due_on(TODAY)
    board(county.clerk, TODAY)
    type(case).objects.filter(pk=case.pk).update(performed_on=TODAY)

    assert not any(group.items for group in board(county.clerk, TODAY))


def test_many_take_as_many_queries_as_few(county: County) -> None:
    taken = []
    for count in (1, 30):
        for _ in range(count):
            due_on(TODAY, handler=county.clerk)
            due_on(TODAY - timedelta(days=1))
            due_on(TODAY + timedelta(days=2))
        board(county.clerk, TODAY)
        with CaptureQueriesContext(connection) as captured:
            board(county.clerk, TODAY)
        taken.append(len(captured))

    assert taken[0] == taken[1]
    assert taken[0] <= MOST_QUERIES
