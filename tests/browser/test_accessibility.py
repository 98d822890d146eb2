"""No page breaks a rule of axe-core: in both languages, by day and by night."""

from collections.abc import Iterator
from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from cases.reconsideration.models.case import Reconsideration
from cases.registry.periods import Period
from cases.registry.roles import Role
from cases.registry.users import User
from lawgov.reports.closing import close
from seeds.factories.registry import UserFactory
from tests.browser.chromium import window
from tests.browser.desk import Desk
from tests.lawgov.reports.county import County, fill, found

pytestmark = pytest.mark.looks

# A quarter has every kind of cell a year has, and not four thousand of them.
ROOM = (
    "/reports/?period=2024Q1",
    "/reports/?period=2019Q1",
    "/reports/?period=2024-08&agency=police",
    "/reports/?period=2024-13",
    "/reports/rows/reconsideration.corrected/?period=2024",
    "/reports/rows/reconsideration.correction_rate/?period=2024",
    "/reports/rows/reconsideration.received/?period=2024-02",
    "/reports/breakdown/reconsideration.concluded/?period=2024&by=unit",
    "/reports/tables/?period=2024",
    "/reports/tables/reconsideration/?period=2024",
    "/reports/tables/mediation/?period=2024-02",
    "/reports/tables/reconsideration/rows/?period=2024&section=field&column=concluded",
    "/reports/closing/?period=2024",
    "/reports/closing/2024-02/",
    "/reports/closing/2024-03/",
)
LISTS = ("cases_reconsideration", "cases_dispute", "mediation_mediation", "enforcement_casefile")


@pytest.fixture
def county(live_server: LiveServer) -> County:
    """Something in every register, one month closed and one record entered after that."""
    made = found()
    fill(made, rounds=2)
    close(Period.parse("2024-02"), None, date(2024, 9, 2))
    UserFactory.create(username="supervisor", role=Role.SUPERVISOR, agency=made.bureau)
    UserFactory.create(username="clerk", role=Role.CLERK, agency=made.bureau)
    return made


def desk_of(username: str) -> list[str]:
    case = Reconsideration.objects.first()
    assert case is not None
    forms = [reverse("admin:cases_reconsideration_change", args=[case.pk])]
    if username == "supervisor":
        return [*ROOM, *forms, reverse("admin:index")]
    lists = [reverse(f"admin:{name}_changelist") for name in LISTS]
    forms += [reverse("admin:cases_reconsideration_add"), reverse("admin:mediation_mediation_add")]
    return [reverse("admin:index"), *lists, *forms, "/due/", "/clock/"]


@pytest.fixture(params=[("zh-CN", "light"), ("en-GB", "dark")], ids=["zh-light", "en-dark"])
def eyes(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """Both languages and both schemes in two looks instead of four: words do not change colours."""
    locale, scheme = request.param
    page = browser.new_page(**window(locale, color_scheme=scheme))
    yield page
    page.close()


def broken(page: Page) -> list[str]:
    """Each broken rule with where it is broken; minor is what Django's own tables of rows lack."""
    found = [v for v in Axe().run(page).response["violations"] if v["impact"] != "minor"]
    path = page.url.split("/", 3)[-1]
    return [f"{path}: {v['id']}: {n['html'][:200]}" for v in found for n in v["nodes"][:3]]


@pytest.mark.parametrize("username", ["supervisor", "clerk"])
def test_no_page_breaks_a_rule(
    eyes: Page, live_server: LiveServer, county: County, username: str
) -> None:
    assert User.objects.filter(username=username).exists()
    desk = Desk(eyes, live_server.url)
    desk.open("/admin/")
    faults = broken(eyes)
    desk.sign_in(username, "correct horse")

    for address in desk_of(username):
        desk.open(address)
        faults += broken(eyes)

    assert faults == []
