"""Each export is on record: who, what, how narrowed, how many lines."""

import pytest
from django.test import Client

from lawgov.reports.exports.commas import LINES_A_PIECE
from lawgov.reports.exports.grids import Grid, Line
from lawgov.reports.exports.log import ExportLog
from lawgov.reports.exports.sending import Counter, streamed
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
