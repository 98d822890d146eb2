"""The private calendar of a person: behind a secret address, and nothing but what they may see."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from icalendar import Calendar, Event

from cases.registry.users import User
from lawgov.board.addresses import draw, revoke
from lawgov.board.feed import feed
from lawgov.board.models import Delivery
from seeds.factories.reconsideration import ReconsiderationFactory
from tests.lawgov.board.county import County, due_on

TODAY = date(2024, 8, 14)
NOW = datetime(2024, 8, 14, 1, tzinfo=UTC)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]


def content(user: User) -> bytes:
    return feed(user, TODAY, NOW, lambda address: f"https://example.org{address}")


def events(calendar: bytes) -> list[Event]:
    return [each for each in Calendar.from_ical(calendar).walk("VEVENT") if isinstance(each, Event)]


def summaries(calendar: bytes) -> list[str]:
    return [str(event["summary"]) for event in events(calendar)]


def status(secret: str) -> int:
    return Client().get(f"/due/{secret}.ics").status_code


def test_it_is_a_calendar_that_others_read(county: County) -> None:
    case = due_on(date(2024, 8, 19), handler=county.clerk)

    (event,) = events(content(county.clerk))

    assert [event.start, event.end] == [date(2024, 8, 19), date(2024, 8, 20)]
    assert event["summary"] == f"{case} Performance of the decision, settlement or opinion"
    assert event["url"] == f"https://example.org/admin/cases/reconsideration/{case.pk}/change/"


def test_no_line_is_longer_than_75_octets_and_commas_are_escaped(county: County) -> None:
    due_on(date(2024, 8, 19))

    found = content(county.clerk)

    assert all(len(line) <= 75 for line in found.split(b"\r\n"))
    assert b"Performance of the decision\\, settlement" in found.replace(b"\r\n ", b"")


def test_a_date_in_a_year_without_its_notice_is_tentative(county: County) -> None:
    ReconsiderationFactory.create(received_on=date(2098, 5, 5), accepted_on=date(2098, 5, 6))
    found = feed(county.clerk, date(2098, 5, 7), NOW, str)

    (event,) = events(found)

    assert event["status"] == "TENTATIVE"
    assert "Provisional" in str(event["description"])


@pytest.mark.parametrize(
    ("days", "is_mine", "expected"),
    [
        (-60, True, 1),
        (-60, False, 0),
        (-31, False, 1),
        (92, False, 1),
        (93, True, 0),
    ],
)
def test_it_holds_the_coming_months_and_what_is_overdue(
    county: County, days: int, is_mine: bool, expected: int
) -> None:
    due_on(TODAY + timedelta(days=days), handler=county.clerk if is_mine else None)

    assert len(summaries(content(county.clerk))) == expected


def test_it_holds_only_what_a_person_may_see(county: County) -> None:
    due_on(TODAY)
    own = due_on(TODAY, respondent=county.township)

    (summary,) = summaries(content(county.township_clerk))

    assert summary.startswith(str(own))
    assert summaries(content(county.administrator)) == []


def test_many_take_as_many_queries_as_few(county: County) -> None:
    taken = []
    for count in (1, 20):
        for _ in range(count):
            due_on(TODAY, handler=county.clerk)
        content(county.clerk)
        with CaptureQueriesContext(connection) as captured:
            content(county.clerk)
        taken.append(len(captured))

    assert taken[0] == taken[1]


def test_the_secret_address_needs_no_session_and_speaks_the_chosen_language(
    county: County,
) -> None:
    case = due_on(timezone.localdate())
    secret = draw(county.clerk, NOW)

    answer = Client(headers={"accept-language": "en"}).get(f"/due/{secret}.ics")

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert summaries(answer.content)[0].startswith(str(case))
    assert "Performance" not in answer.content.decode()  # Chinese unless chosen otherwise


def test_a_renewed_address_closes_the_old_one(county: County) -> None:
    old = draw(county.clerk, NOW)

    new = draw(county.clerk, NOW)

    assert (status(old), status(new)) == (404, 200)


def test_an_address_taken_back_opens_nothing(county: County) -> None:
    secret = draw(county.clerk, NOW)

    revoke(county.clerk)

    assert status(secret) == 404


def test_the_address_of_somebody_who_left_is_dead(county: County) -> None:
    secret = draw(county.clerk, NOW)
    User.objects.filter(pk=county.clerk.pk).update(is_active=False)

    assert status(secret) == 404


@pytest.mark.parametrize("secret", ["wrong", "", "x" * 43, "%00"])
def test_a_wrong_address_is_not_found(county: County, secret: str) -> None:
    assert status(secret) == 404


def test_the_secret_itself_is_kept_nowhere(county: County) -> None:
    secret = draw(county.clerk, NOW)

    assert secret not in str(Delivery.objects.values().get())


def test_the_page_draws_an_address_shows_it_once_and_takes_it_back(county: County) -> None:
    client = Client(headers={"accept-language": "en"})
    client.force_login(county.clerk)

    address = client.post("/due/delivery/", {"draw": "1"}).context["feed"]

    assert Client().get(address).status_code == 200
    assert address not in client.get("/due/").content.decode()
    client.post("/due/delivery/", {"revoke": "1"})
    assert Client().get(address).status_code == 404


def test_the_page_keeps_the_language(county: County) -> None:
    client = Client()
    client.force_login(county.clerk)

    client.post("/due/delivery/", {"language": "en"})

    assert Delivery.objects.get(user=county.clerk).language == "en"


def test_an_administrator_has_no_calendar(county: County) -> None:
    client = Client()
    client.force_login(county.administrator)

    assert client.post("/due/delivery/", {"draw": "1"}).status_code == 403


def test_the_database_keeps_an_address_with_its_moment(county: County) -> None:
    delivery = Delivery(user=county.clerk, digest="a" * 64)

    with pytest.raises(ValidationError, match="moment"):
        delivery.validate_constraints()
    with pytest.raises(IntegrityError), transaction.atomic():
        delivery.save()
