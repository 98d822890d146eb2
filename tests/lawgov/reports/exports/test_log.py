"""Each export is on record: who, what, how narrowed, how many lines."""

import pytest
from django.test import Client

from lawgov.reports.exports.log import ExportLog
from seeds.factories.reconsideration import ReconsiderationPartyFactory
from tests.lawgov.reports.county import County
from tests.lawgov.reports.pages import PAGES

pytestmark = PAGES

ACCEPTED = "/reports/export/csv/rows/reconsideration.accepted/?period=2024"


def test_it_says_who_took_what_and_how_much(supervisor: Client, busy: County) -> None:
    response = supervisor.get(f"{ACCEPTED}&agency=police")
    lines = b"".join(response.streaming_content).splitlines()  # type: ignore[attr-defined]

    entry = ExportLog.objects.get()

    assert str(entry.person_id) == supervisor.session["_auth_user_id"]
    assert (entry.format, entry.question) == ("csv", "period=2024&agency=police")
    assert entry.lines == len(lines) - 1 > 0


def test_one_that_was_broken_off_has_no_end(supervisor: Client, busy: County) -> None:
    response = supervisor.get(ACCEPTED)

    response.close()

    assert ExportLog.objects.get().ended_at is None


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_identity_numbers_leave_masked(supervisor: Client, busy: County, form: str) -> None:
    ReconsiderationPartyFactory.create(
        case__accepted=True, identity_number="620000199001011234", telephone="13812345678"
    )
    address = f"/reports/export/{form}/tables/reconsideration/rows/?period=2024"

    response = supervisor.get(f"{address}&section=field&column=applicants")
    content = b"".join(response.streaming_content)  # type: ignore[attr-defined]
    response.close()

    assert b"620000199001011234" not in content
    assert form == "xlsx" or b"620000********1234" in content


def test_who_may_not_read_takes_nothing_away(client: Client, busy: County) -> None:
    response = client.get(ACCEPTED)

    assert response.status_code == 302
    assert not ExportLog.objects.exists()
