"""The record of exports is read by the auditor alone."""

from django.test import Client
from django.urls import reverse

from cases.registry.roles import Role
from seeds.factories.reports import ExportLogFactory
from tests.lawgov.reports.county import County
from tests.lawgov.reports.pages import PAGES

pytestmark = PAGES

LOG = reverse("admin:reports_exportlog_changelist")


def test_the_auditor_reads_who_took_what_away_and_how_many_lines(
    client: Client, county: County
) -> None:
    ExportLogFactory.create(person=county.handler, what="审结 2024年", lines=21)
    client.force_login(county.person(Role.AUDITOR))
    client.cookies["django_language"] = "en"

    page = client.get(LOG).content.decode()

    assert "审结 2024年" in page
    assert "21 lines so far" in page


def test_an_empty_log_says_that_nothing_was_exported(client: Client, county: County) -> None:
    client.force_login(county.person(Role.AUDITOR))
    client.cookies["django_language"] = "en"

    page = client.get(LOG).content.decode()

    assert "Nothing has been exported yet." in page
    assert "Nothing has been entered here yet." not in page


def test_who_works_on_cases_does_not_read_it(supervisor: Client) -> None:
    assert supervisor.get(LOG).status_code == 403
