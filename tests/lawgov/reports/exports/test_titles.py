"""What was exported is told in the language of whoever reads the log of it."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from cases.registry.accesses.entries import Access, AccessEntry
from cases.registry.accesses.log import noted
from cases.registry.roles import Role
from lawgov.reports.exports.log import ExportLog
from lawgov.reports.exports.titles import Titles
from seeds.factories.reports import ExportLogFactory
from tests.lawgov.reports.county import County
from tests.lawgov.reports.pages import PAGES

pytestmark = PAGES

LOG = reverse("admin:reports_exportlog_changelist")
ACCESSES = reverse("admin:cases_accessentry_changelist")
TABLES = "/reports/export/csv/tables"
CELLS = "/reports/tables/{}/rows/?period={}&section={}&row={}&column={}"
EXPORTED = {
    "report": "/reports/export/csv/?period=2024H1&agency=police",
    "records": "/reports/export/csv/rows/reconsideration.accepted/?period=2024-03",
    "table": f"{TABLES}/reconsideration/?period=2024",
    "field": f"{TABLES}/reconsideration/rows/?period=2024&section=field&row=roads&column=received",
    "agency": f"{TABLES}/appearance/rows/?period=2024&section=agency&row=police&column=held",
    "month": f"{TABLES}/mediation/rows/?period=2024&section=month&row=2024-05&column=received",
    "total": f"{TABLES}/reconsideration/rows/?period=2024&section=field&column=applicants",
    "statement": "/reports/statement/?period=2024",
}


def take(client: Client, address: str, language: str) -> ExportLog:
    client.cookies["django_language"] = language
    response: Any = client.get(address)
    assert response.status_code == 200, response.content
    if response.streaming:
        b"".join(response.streaming_content)
    return ExportLog.objects.latest("pk")


def queries(client: Client) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(LOG).status_code == 200
    return len(captured)


@pytest.mark.parametrize("kind", EXPORTED)
def test_one_taken_in_chinese_is_called_in_english_what_an_english_one_was(
    supervisor: Client, busy: County, kind: str
) -> None:
    chinese = take(supervisor, EXPORTED[kind], "zh-hans")
    english = take(supervisor, EXPORTED[kind], "en")

    with override("en"):
        assert Titles().of(chinese) == english.what != chinese.what
    with override("zh-hans"):
        assert Titles().of(english) == chinese.what


@pytest.mark.parametrize(
    "question",
    [
        "",
        "period=2024",
        "/reports/rows/nothing.counted/?period=2024",
        "/reports/rows/reconsideration.accepted/?period=2024-13",
        "/reports/rows/reconsideration.correction_rate/?period=2024",
        "/reports/rows/reconsideration.accepted/",
        "/reports/tables/reconsideration/?period=1990",
        CELLS.format("reconsideration", 2024, "planet", "x", "applicants"),
        CELLS.format("reconsideration", 2024, "field", "x", "nothing"),
        CELLS.format("mediation", 2024, "month", "x", "received"),
        "/reports/closing/?period=2024",
    ],
)
def test_what_cannot_be_said_again_is_called_what_it_was(county: County, question: str) -> None:
    entry = ExportLogFactory.create(what="审结 2024年", question=question)

    with override("en"):
        assert Titles().of(entry) == "审结 2024年"


def test_the_list_and_the_page_of_one_speak_the_language_of_the_reader(
    client: Client, county: County
) -> None:
    question = "/reports/rows/reconsideration.accepted/?period=2024"
    entry = ExportLogFactory.create(person=county.handler, what="受理 2024年", question=question)
    client.force_login(county.person(Role.AUDITOR))
    client.cookies["django_language"] = "en"

    addresses = [LOG, reverse("admin:reports_exportlog_change", args=[entry.pk])]
    pages = [client.get(address).content.decode() for address in addresses]

    assert all("Accepted 2024" in page for page in pages)
    assert not any("受理" in page for page in pages)


def test_a_page_of_the_log_asks_for_the_names_of_rows_once(client: Client, busy: County) -> None:
    client.force_login(busy.person(Role.AUDITOR))
    client.cookies["django_language"] = "en"
    for row in ("police", "police-1"):
        question = CELLS.format("appearance", 2024, "agency", row, "held")
        ExportLogFactory.create(person=busy.handler, question=question)
    client.get(LOG)
    few = queries(client)

    for year in range(2015, 2026):
        for section, form, column in (
            ("agency", "appearance", "held"),
            ("field", "reconsideration", "applicants"),
        ):
            question = CELLS.format(form, year, section, "roads", column)
            ExportLogFactory.create(person=busy.handler, question=question)

    assert queries(client) == few + 1  # the fields, which none of the few was about


def test_the_log_of_all_accesses_calls_an_export_the_same(
    client: Client, supervisor: Client, busy: County
) -> None:
    take(supervisor, EXPORTED["agency"], "zh-hans")
    title = take(supervisor, EXPORTED["agency"], "en").what
    auditor = busy.person(Role.AUDITOR)
    noted(auditor, Access.EXPORT, "访问日志", "act=export")
    noted(auditor, Access.REVEAL, "受理.csv", "/reports/?period=2024")
    entry = AccessEntry.objects.filter(act=Access.EXPORT).earliest("pk")
    client.force_login(auditor)
    client.cookies["django_language"] = "en"

    addresses = [ACCESSES, reverse("admin:cases_accessentry_change", args=[entry.pk])]
    pages = [client.get(address).content.decode() for address in addresses]

    assert [min(page.count(f"{title}.csv"), 2) for page in pages] == [2, 2]
    assert "受理.csv" in pages[0]
    assert "访问日志" not in pages[0]
