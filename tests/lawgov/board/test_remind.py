"""The daily reminder: nobody is reminded of the same twice, and no day of standstill is lost."""

from datetime import date, timedelta
from io import StringIO
from smtplib import SMTPServerDisconnected
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from cases.registry.users import User
from lawgov.board.models import Delivery, Lead, Reminder, lead_of
from lawgov.board.reminding import remind
from seeds.factories.registry import UserFactory
from tests.lawgov.board.county import County, due_on

TODAY = date(2024, 8, 14)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]


class Unreachable(EmailBackend):
    """A mail server that is down."""

    def send_messages(self, _messages: Any) -> int:
        raise SMTPServerDisconnected


@pytest.fixture
def by_mail(settings: Any, county: County) -> County:
    settings.LAWGOV_MAIL = True
    User.objects.filter(pk=county.clerk.pk).update(email="clerk@example.org")
    return county


def run(on: date) -> str:
    out = StringIO()
    call_command("remind", on=str(on), stdout=out, stderr=out)
    return out.getvalue()


def leads(user: User) -> list[tuple[str, date]]:
    found = Reminder.objects.filter(user=user).order_by("raised_on")
    return [(reminder.lead, reminder.raised_on) for reminder in found]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (8, None),
        (7, Lead.WEEK),
        (4, Lead.WEEK),
        (3, Lead.SOON),
        (1, Lead.SOON),
        (0, Lead.TODAY),
        (-1, Lead.OVERDUE),
    ],
)
def test_the_lead_follows_the_days_left(days: int, expected: Lead | None) -> None:
    assert lead_of(TODAY + timedelta(days=days), TODAY) == expected


def test_run_every_day_it_reminds_once_of_each_lead(county: County) -> None:
    due_on(TODAY, handler=county.clerk)

    for day in range(-10, 5):
        list(remind(TODAY + timedelta(days=day)))

    assert leads(county.clerk) == [
        (Lead.WEEK, date(2024, 8, 7)),
        (Lead.SOON, date(2024, 8, 11)),
        (Lead.TODAY, date(2024, 8, 14)),
        (Lead.OVERDUE, date(2024, 8, 15)),
    ]


def test_after_days_of_standstill_it_catches_up(county: County) -> None:
    due_on(TODAY, handler=county.clerk)
    list(remind(date(2024, 8, 6)))

    list(remind(date(2024, 8, 12)))
    list(remind(date(2024, 8, 20)))

    assert leads(county.clerk) == [
        (Lead.SOON, date(2024, 8, 12)),
        (Lead.OVERDUE, date(2024, 8, 20)),
    ]


def test_run_twice_it_says_nothing_twice(county: County) -> None:
    due_on(TODAY, handler=county.clerk)

    first, second = run(TODAY), run(TODAY)

    assert first.strip() == f"{county.clerk.username}: 1"
    assert second == ""


def test_the_database_refuses_a_second_reminder_of_the_same(county: County) -> None:
    due_on(TODAY, handler=county.clerk)
    list(remind(TODAY))
    reminder = Reminder.objects.get()

    reminder.pk = None

    with pytest.raises(IntegrityError), transaction.atomic():
        reminder.save(force_insert=True)


def test_the_database_refuses_overdue_before_the_day(county: County) -> None:
    due_on(TODAY, handler=county.clerk)
    list(remind(TODAY))

    with pytest.raises(IntegrityError), transaction.atomic():
        Reminder.objects.update(lead=Lead.OVERDUE)


def test_a_date_that_moved_is_a_new_one(county: County) -> None:
    case = due_on(TODAY, handler=county.clerk)
    list(remind(TODAY))
    type(case).objects.filter(pk=case.pk).update(performance_due_on=date(2024, 8, 15))

    list(remind(TODAY))

    assert Reminder.objects.filter(user=county.clerk).count() == 2


def test_whose_work_it_is_is_reminded_and_nobody_else(county: County) -> None:
    colleague = UserFactory.create(agency=county.clerk.agency)
    due_on(TODAY, handler=county.clerk, second_handler=colleague, respondent=county.township)

    told = {each.user for each in remind(TODAY) if each.count}

    assert told == {county.clerk, colleague}


def test_what_is_nobodys_concerns_the_clerks_who_may_see_it(county: County) -> None:
    due_on(TODAY)
    due_on(TODAY, respondent=county.township)

    told = {each.user: each.count for each in remind(TODAY)}

    assert told == {county.clerk: 2, county.township_clerk: 1}


def test_who_has_left_is_not_reminded(county: County) -> None:
    due_on(TODAY, handler=county.clerk)
    User.objects.filter(pk=county.clerk.pk).update(is_active=False)

    list(remind(TODAY))

    assert not Reminder.objects.exists()


def test_the_page_lists_what_still_asks_for_something(county: County) -> None:
    today = timezone.localdate()
    still, met = due_on(today, handler=county.clerk), due_on(today, handler=county.clerk)
    list(remind(today))
    type(met).objects.filter(pk=met.pk).update(performed_on=today)
    client = Client()
    client.force_login(county.clerk)

    found = client.get("/due/").context["reminders"]

    assert [each.item.row.pk for each in found] == [still.pk]


def test_no_mail_goes_out_unless_the_office_wants_it(county: County) -> None:
    User.objects.filter(pk=county.clerk.pk).update(email="clerk@example.org")
    due_on(TODAY, handler=county.clerk)

    run(TODAY)

    assert mail.outbox == []


def test_one_mail_a_day_says_what_is_due(by_mail: County) -> None:
    cases = [due_on(TODAY, handler=by_mail.clerk) for _ in range(2)]

    run(TODAY)
    due_on(TODAY, handler=by_mail.clerk)
    run(TODAY)

    (sent,) = mail.outbox
    assert sent.to == ["clerk@example.org"]
    assert all(str(case) in sent.body for case in cases)


def test_what_came_too_late_for_the_mail_goes_with_the_next(by_mail: County) -> None:
    due_on(TODAY, handler=by_mail.clerk)
    run(TODAY)
    late = due_on(TODAY + timedelta(days=1), handler=by_mail.clerk)
    run(TODAY)

    run(TODAY + timedelta(days=1))

    assert str(late) in mail.outbox[1].body


def test_a_mail_is_in_the_language_of_its_reader(by_mail: County) -> None:
    due_on(TODAY, handler=by_mail.clerk)
    Delivery.objects.create(user=by_mail.clerk, language="en")

    run(TODAY)

    assert mail.outbox[0].subject == "1 due date on 2024-08-14"


def test_a_mail_is_in_chinese_unless_its_reader_chose_otherwise(by_mail: County) -> None:
    due_on(TODAY, handler=by_mail.clerk)

    run(TODAY)

    assert "行政复议法第64条" in mail.outbox[0].body


def test_a_mail_that_was_not_taken_goes_out_the_next_time(by_mail: County, settings: Any) -> None:
    due_on(TODAY, handler=by_mail.clerk)
    working = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = f"{__name__}.Unreachable"
    with pytest.raises(CommandError, match="not sent"):
        run(TODAY)
    settings.EMAIL_BACKEND = working

    run(TODAY)

    assert len(mail.outbox) == 1


def test_a_day_that_does_not_exist_is_refused() -> None:
    with pytest.raises(CommandError):
        call_command("remind", on="2024-02-30")
