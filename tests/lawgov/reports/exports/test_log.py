"""Each export is on record: who, what, how narrowed, how many lines."""

from urllib.parse import urlencode

import pytest
from django.test import Client

from cases.registry.accesses.entries import AccessEntry
from cases.registry.roles import Role
from lawgov.reports.exports.commas import LINES_A_PIECE
from lawgov.reports.exports.grids import Grid, Line
from lawgov.reports.exports.log import ExportLog
from lawgov.reports.exports.sending import Counter, streamed
from seeds.factories.reconsideration import ReconsiderationPartyFactory
from tests.lawgov.reports.county import County
from tests.lawgov.reports.pages import PAGES

pytestmark = PAGES

ACCEPTED = "/reports/export/csv/rows/reconsideration.accepted/?period=2024"
PAGE = "/reports/rows/reconsideration.accepted/?period=2024"


def test_it_says_who_took_what_and_how_much(supervisor: Client, busy: County) -> None:
    response = supervisor.get(f"{ACCEPTED}&agency=police")
    lines = b"".join(response.streaming_content).splitlines()  # type: ignore[attr-defined]

    entry = ExportLog.objects.get()

    assert str(entry.person_id) == supervisor.session["_auth_user_id"]
    assert (entry.format, entry.question) == ("csv", f"{PAGE}&agency=police")
    assert entry.lines == len(lines) - 1 > 0


def test_one_that_was_broken_off_has_no_end(county: County) -> None:
    entry = ExportLog.objects.create(person=county.handler, what="清单", format="csv")
    lines = [Line([number]) for number in range(3 * LINES_A_PIECE)]
    stream = streamed(Grid("a", "a", [], [["序号"]], lines), Counter(entry))

    next(stream)
    stream.close()

    entry.refresh_from_db()
    assert entry.ended_at is None
    assert 0 < entry.lines < len(lines)


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_identity_numbers_leave_masked(supervisor: Client, busy: County, form: str) -> None:
    ReconsiderationPartyFactory.create(
        case__accepted=True, identity_number="620000199001011234", telephone="13812345678"
    )
    address = f"/reports/export/{form}/tables/reconsideration/rows/?period=2024"

    response = supervisor.get(f"{address}&section=field&column=applicants")
    content = b"".join(response.streaming_content)  # type: ignore[attr-defined]

    assert b"620000199001011234" not in content
    assert form == "xlsx" or b"620000********1234" in content


def test_who_may_not_read_takes_nothing_away(client: Client, busy: County) -> None:
    response = client.get(ACCEPTED)

    assert response.status_code == 302
    assert not ExportLog.objects.exists()


NUMBERED = "/reports/export/csv/tables/reconsideration/rows/?period=2024&section=field"
WITH_REASON = {"column": "applicants", "in_full": "移送执行"}


@pytest.mark.parametrize("role", [Role.CLERK, Role.REVIEWER])
def test_nobody_but_a_supervisor_takes_numbers_away_in_full(
    client: Client, busy: County, role: Role
) -> None:
    client.force_login(busy.person(role))

    response = client.get(f"{NUMBERED}&{urlencode(WITH_REASON)}")

    assert response.status_code == 403
    assert not AccessEntry.objects.exists()


def test_a_supervisor_does_with_a_reason_that_is_entered(supervisor: Client, busy: County) -> None:
    ReconsiderationPartyFactory.create(
        case__accepted=True, identity_number="620000199001011234", telephone="13812345678"
    )

    response = supervisor.get(f"{NUMBERED}&{urlencode(WITH_REASON)}")

    assert b"620000199001011234" in b"".join(response.streaming_content)  # type: ignore[attr-defined]
    first = AccessEntry.objects.earliest("pk")
    assert (first.act, first.detail) == ("reveal", "移送执行")
