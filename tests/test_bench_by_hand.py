"""The SQL that the benchmark measures the rollup page by gives every number of that page."""

from dataclasses import replace
from datetime import date

import pytest
from django.conf import settings

from cases.reconsideration.models.case import Reconsideration
from cases.registry.agencies import Agency
from cases.registry.periods import Period
from lawgov.cautions import take_in
from lawgov.reports.chapters import CHAPTERS
from seeds.factories.reconsideration import ReconsiderationFactory
from tests.bench import agreement
from tests.bench.agreement import agree
from tests.bench.by_hand import TABLES

YEAR = Period.parse("2024")
IN_EVERY_LINE = "SX-GA"  # a department, with divisions under it


@pytest.fixture
def published(db: None) -> None:
    """The year 2024, and what was carried over into it."""
    take_in(settings.ROOT / "seeds" / "2024", lambda rows, _title: rows)


def test_it_has_a_table_for_every_sheet_of_the_page() -> None:
    sheets = [sheet.rows.model for chapter in CHAPTERS for sheet in chapter.sheets]

    assert list(TABLES) == sheets


@pytest.mark.usefixtures("published")
def test_it_says_every_number_of_every_line() -> None:
    agreed = agree(YEAR)

    assert agreed.keys() == {chapter.code for chapter in CHAPTERS}
    assert min(agreed.values()) > 100


@pytest.mark.usefixtures("published")
def test_it_says_what_was_open_when_more_has_happened_since() -> None:
    agreed = agree(YEAR.year_earlier())

    assert all(agreed[chapter.code] for chapter in CHAPTERS)


@pytest.mark.usefixtures("published")
def test_it_says_every_number_of_an_agency_and_those_under_it() -> None:
    agency = Agency.objects.get(code=IN_EVERY_LINE)

    agreed = agree(YEAR, agency)

    assert len(agency.keys_under) > 1
    assert min(agreed[chapter.code] for chapter in CHAPTERS) > 30


@pytest.mark.django_db
def test_a_number_that_differs_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    careless = dict(TABLES)
    careless[Reconsideration] = replace(TABLES[Reconsideration], recorded="1 = 1")
    monkeypatch.setattr(agreement, "TABLES", careless)
    ReconsiderationFactory.create(voided_on=date(2024, 3, 5), void_reason="录错单位")

    with pytest.raises(AssertionError, match=r"reconsideration\.received in 2024-03: 0, by hand 1"):
        agree(YEAR)
