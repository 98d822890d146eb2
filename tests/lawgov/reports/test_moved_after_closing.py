"""What the pages say of a record that was moved after a part of their period was closed."""

from datetime import date

import pytest
from django.test import Client

from cases.reconsideration.models.case import Reconsideration
from cases.registry.periods import Period
from lawgov.reports.closing import close
from lawgov.reports.templatetags.reading_room import identities
from seeds.factories.reconsideration import ReconsiderationFactory
from tests.lawgov.reports.county import County
from tests.lawgov.reports.pages import PAGES, text

pytestmark = PAGES

PERIOD = Period.parse("2024-08")
TODAY = date(2025, 1, 2)


def test_a_record_moved_out_of_a_closed_part_counts_twice_and_the_page_says_why(
    supervisor: Client, county: County
) -> None:
    case = ReconsiderationFactory.create(received_on=date(2024, 8, 5))
    close(PERIOD, None, TODAY)
    case.received_on = date(2024, 9, 5)
    case.save()

    told = text(supervisor, "/reports/rows/reconsideration.received/?period=2024")
    stands = text(supervisor, "/reports/rows/reconsideration.received/?period=2024&as=stands")

    assert "from 1 record<" in told
    assert "1 record counts twice: it was moved within this period" in told
    assert "counts twice" not in stands


@pytest.mark.parametrize(
    ("language", "reason"), [("en", "moved to another agency"), ("zh-hans", "改到其他单位")]
)
def test_what_is_left_over_after_a_record_was_moved_names_the_closing(
    supervisor: Client, county: County, language: str, reason: str
) -> None:
    case = ReconsiderationFactory.create(
        received_on=date(2024, 8, 5), accepted_on=date(2024, 8, 6), respondent=county.police
    )
    close(PERIOD, None, TODAY)
    Reconsideration.objects.filter(pk=case.pk).update(respondent=county.township)
    supervisor.cookies["django_language"] = language

    page = supervisor.get("/reports/?period=2024&agency=police")

    [left] = [tie for table in page.context["tables"] for tie in table.ties if tie.left_over]
    assert reason in page.content.decode()
    assert reason not in identities([left], closed=[])
