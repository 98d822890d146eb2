"""The list of reconsideration cases as a clerk opens it, whole page."""

from collections.abc import Callable
from http import HTTPStatus

from django.test import Client

from cases.registry.roles import Role
from cases.registry.users import User
from seeds.factories.registry import AgencyFactory, UserFactory
from tests.bench.million import who_handles
from tests.bench.timing import medians

LIST = "/admin/cases/reconsideration/"
ROUNDS = 7
ASKED = {
    "open": "",
    "concluded": "?state=concluded",
    "all": "?state=all",
    "voided": "?state=voided",
    "of a year": "?received_on__year=2020&state=all",
}


MINE = "?mine=1&state=all"


def clerk() -> Client:
    county = AgencyFactory.create(county=True)
    bureau = AgencyFactory.create(bureau=True, parent=county)
    found = User.objects.filter(username="bench").first()
    return _signed_in(found or UserFactory.create(username="bench", role=Role.CLERK, agency=bureau))


def _signed_in(person: User) -> Client:
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(person)
    return client


def pages() -> dict[str, float]:
    """Milliseconds for the first page of the list, by what it is asked for."""

    def fetch(client: Client, query: str) -> Callable[[], None]:
        def run() -> None:
            response = client.get(f"{LIST}{query}")
            assert response.status_code == HTTPStatus.OK, response.status_code

        return run

    somebody = clerk()
    asked = {name: fetch(somebody, query) for name, query in ASKED.items()}
    asked["mine, many"] = fetch(_signed_in(who_handles(few=False)), MINE)
    asked["mine, few"] = fetch(_signed_in(who_handles(few=True)), MINE)
    return medians(asked, ROUNDS)
