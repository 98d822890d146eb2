"""The calendar is changed with open eyes: what moves is shown first, and written down after."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import translation

from cases.reconsideration.models.case import Reconsideration
from cases.registry.ledgers.checks import check
from cases.registry.roles import Role
from cases.registry.timing.calendars import CalendarEntry, Timekeeping
from cases.registry.timing.rooms import bring_up_to_date
from lawgov.calendar_import import LEDGER
from lawgov.clocks import ROOMS
from seeds.factories.reconsideration import ReconsiderationFactory
from seeds.factories.registry import AgencyFactory, UserFactory

ADD = "/admin/cases/calendarentry/add/"
ENTRY = {
    "day": "2024-04-30",
    "kind": "correction",
    "name_zh": "更正",
    "name_en": "correction",
    "why": "示例通知",
}

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]


@pytest.fixture(autouse=True)
def english(settings: Any) -> Iterator[None]:
    settings.LANGUAGE_CODE = "en"
    with translation.override("en"):
        yield


def client_of(role: Role) -> Client:
    client = Client(headers={"accept-language": "en"})
    agency = AgencyFactory.create(bureau=True)
    client.force_login(UserFactory.create(role=role, agency=agency, is_staff=True))
    return client


@pytest.fixture
def administrator() -> Client:
    return client_of(Role.SYSTEM_ADMINISTRATOR)


@pytest.fixture
def case() -> Reconsideration:
    """Its decision is due on 30 April 2024."""
    return ReconsiderationFactory.create(
        received_on=date(2024, 2, 28),
        accepted_on=date(2024, 3, 1),
        copy_served_on=date(2024, 3, 4),
        replied_on=date(2024, 3, 5),
    )


def due_on(case: Reconsideration) -> date | None:
    bring_up_to_date(ROOMS, date(2024, 3, 5))
    return Reconsideration.objects.get(pk=case.pk).next_due_on


def test_it_shows_what_would_move_and_saves_nothing_yet(
    administrator: Client, case: Reconsideration
) -> None:
    page = administrator.post(ADD, ENTRY)

    assert [(str(m.before), str(m.after)) for m in page.context["moved"]] == [
        ("2024-04-30", "2024-05-06")
    ]
    assert str(case.docket) in page.content.decode()
    assert not CalendarEntry.objects.exists()


def test_it_saves_once_confirmed_and_leaves_a_trace(
    administrator: Client, case: Reconsideration
) -> None:
    administrator.post(ADD, {**ENTRY, "_confirmed": "1"})

    trace = LogEntry.objects.get().get_change_message()
    assert due_on(case) == date(2024, 5, 6)
    assert f"{case.docket} 2024-04-30 → 2024-05-06" in trace


def test_it_asks_nothing_about_a_form_with_a_fault(administrator: Client) -> None:
    page = administrator.post(ADD, {**ENTRY, "kind": "closure", "is_working": "on"})

    assert "A closure of the county is a day off." in page.content.decode()


def test_withdrawing_an_entry_moves_the_date_back(
    administrator: Client, case: Reconsideration
) -> None:
    administrator.post(ADD, {**ENTRY, "_confirmed": "1"})
    entry = CalendarEntry.objects.get()

    administrator.post(
        f"/admin/cases/calendarentry/{entry.pk}/change/",
        {**ENTRY, "is_withdrawn": "on", "_confirmed": "1"},
    )

    assert due_on(case) == date(2024, 4, 30)


def test_the_switch_for_closures_is_foreseen_too(
    administrator: Client, case: Reconsideration
) -> None:
    administrator.post(ADD, {**ENTRY, "kind": "closure", "_confirmed": "1"})
    keeping = Timekeeping.objects.get()

    page = administrator.post(
        f"/admin/cases/timekeeping/{keeping.pk}/change/", {"closures_count": "on"}
    )

    assert [str(m.after) for m in page.context["moved"]] == ["2024-05-06"]
    assert due_on(case) == date(2024, 4, 30)


@pytest.mark.parametrize("role", [Role.CLERK, Role.SECURITY_ADMINISTRATOR, Role.AUDITOR])
def test_nobody_else_changes_the_calendar(role: Role) -> None:
    page = client_of(role).post(ADD, {**ENTRY, "_confirmed": "1"})

    assert page.status_code == 403
    assert not CalendarEntry.objects.exists()


IMPORT = "/admin/cases/calendarentry/import/"
SHEET = "day,kind,name_zh,name_en,why\n2024-04-30,correction,更正,correction,示例通知\n"


def sheet(text: str = SHEET, name: str = "mine.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode())


def test_a_ledger_of_entries_shows_first_what_it_would_move(
    administrator: Client, case: Reconsideration
) -> None:
    due_on(case)

    page = administrator.post(IMPORT, {"file": sheet()}).content.decode()

    assert "1 open case moves" in page
    assert "2024-05-06" in page
    assert not CalendarEntry.objects.exists()


def test_a_ledger_of_entries_confirmed_is_taken_in_and_leaves_its_trace(
    administrator: Client, case: Reconsideration
) -> None:
    due_on(case)
    page = administrator.post(IMPORT, {"file": sheet()})
    carried = {name: page.context["confirming"][name].value() for name in ("name", "carried")}

    administrator.post(IMPORT, carried)

    entry = CalendarEntry.objects.get()
    assert due_on(case) == date(2024, 5, 6)
    assert entry.entered_by is not None
    assert f"{case} 2024-04-30 → 2024-05-06" in LogEntry.objects.get().change_message


@pytest.mark.parametrize(
    ("sent", "complaint"),
    [
        ({"file": sheet("day,kind\n2024-04-31,correction\n")}, "Nothing was taken in"),
        ({"file": sheet("x" * 1_000_001)}, "A calendar is smaller than that"),
        ({"file": sheet(SHEET, "mine.pdf")}, "no ledger (CSV or xlsx)"),
        ({"carried": "?"}, "Choose a file"),
        ({}, "Choose a file"),
    ],
)
def test_what_is_no_ledger_of_entries_is_refused(
    administrator: Client, sent: dict[str, Any], complaint: str
) -> None:
    page = administrator.post(IMPORT, {"name": "mine.csv", **sent}).content.decode()

    assert complaint in page
    assert not CalendarEntry.objects.exists()


def test_a_clerk_imports_no_calendar() -> None:
    assert client_of(Role.CLERK).get(IMPORT).status_code == 403


def test_the_ledger_of_entries_is_declared_without_mistake() -> None:
    assert check([LEDGER]) == []
