"""An export is found by its title as its reader reads it."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.registry.periods import Period
from cases.registry.roles import Role
from lawgov.reports.returns.layouts import layout_for
from seeds.factories.reports import ExportLogFactory
from tests.lawgov.reports.county import County
from tests.lawgov.reports.exports.test_titles import CELLS, EXPORTED, LOG, take
from tests.lawgov.reports.pages import PAGES

pytestmark = PAGES

Found = Callable[[str], list[int]]
NAMED = ("field", "agency")  # rows that have names of their own
CONCLUDED = "/reports/rows/reconsideration.concluded/?period={}"


@pytest.fixture
def found(county: County) -> Found:
    """The keys of the exports that the auditor finds."""
    auditor = Client()
    auditor.force_login(county.person(Role.AUDITOR))

    def searched(term: str) -> list[int]:
        page = auditor.get(LOG, {"q": term})
        return sorted(entry.pk for entry in page.context["cl"].result_list)

    return searched


@pytest.mark.parametrize("kind", [kind for kind in EXPORTED if kind not in NAMED])
def test_an_export_is_found_by_its_title_in_either_language(
    supervisor: Client, busy: County, found: Found, kind: str
) -> None:
    english = take(supervisor, EXPORTED[kind], "en")
    chinese = take(supervisor, EXPORTED[kind], "zh-hans")

    assert english.what != chinese.what
    assert found(english.what) == found(chinese.what) == [english.pk, chinese.pk]


@pytest.mark.parametrize("kind", NAMED)
def test_what_rows_are_called_is_found_as_it_left(
    supervisor: Client, busy: County, found: Found, kind: str
) -> None:
    entry = take(supervisor, EXPORTED[kind], "zh-hans")

    assert found(entry.what) == [entry.pk]


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("审结", ["2024-08", "2024-09", "2023-08"]),
        ("concluded", ["2024-08", "2024-09", "2023-08"]),
        ("Concluded August", ["2024-08", "2023-08"]),
        ("审结 2024年8月", ["2024-08"]),
        ("August 2024", ["2024-08"]),
        ("8月", ["2024-08", "2023-08"]),
        ("审结 七里河", []),
        ("Upheld", []),
    ],
)
def test_words_of_a_title_are_looked_for_one_by_one(
    county: County, found: Found, term: str, expected: list[str]
) -> None:
    there = {
        period: ExportLogFactory.create(what="x", question=CONCLUDED.format(period)).pk
        for period in ("2024-08", "2024-09", "2023-08")
    }

    assert found(term) == sorted(there[period] for period in expected)


def test_whoever_took_it_may_be_named_beside_the_title(county: County, found: Found) -> None:
    own, other = (
        ExportLogFactory.create(person=person, what="x", question=CONCLUDED.format("2024-08"))
        for person in (county.handler, county.person(Role.SUPERVISOR))
    )

    assert found("concluded") == [own.pk, other.pk]
    assert found(f"concluded {county.handler.username}") == [own.pk]


def test_a_column_is_told_from_one_whose_name_begins_like_it(county: County, found: Found) -> None:
    cell = CELLS.format("reconsideration", 2024, "field", "roads", "received")
    ours = ExportLogFactory.create(what="x", question=cell)
    ExportLogFactory.create(what="x", question=f"{cell}_elsewhere")

    label = layout_for("reconsideration", Period.parse("2024")).column("received").label
    assert found(str(label)) == [ours.pk]


def test_no_sign_typed_is_taken_for_a_pattern(county: County, found: Found) -> None:
    ExportLogFactory.create(what="x", question=CONCLUDED.format("2024-08"))

    assert [found(term) for term in (".*", "(", "[a", "\\", "%")] == [[]] * 5


def test_a_search_takes_the_same_queries_whatever_is_found(county: County, found: Found) -> None:
    def queries(term: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            found(term)
        return len(captured)

    found("审结")
    for _each in range(3):
        ExportLogFactory.create(what="x", question=CONCLUDED.format("2024-08"))

    assert queries("审结 2024年8月") == queries("审结")
