"""The list of reconsideration cases as a clerk opens it, whole page."""

from http import HTTPStatus

from django.test import Client

from cases.registry.roles import Role
from cases.registry.users import User
from seeds.factories.registry import AgencyFactory, UserFactory
from tests.bench.timing import medians

LIST = "/admin/cases/reconsideration/"


def clerk() -> Client:
    county = AgencyFactory.create(county=True)
    bureau = AgencyFactory.create(bureau=True, parent=county)
    found = User.objects.filter(username="bench").first()
    person = found or UserFactory.create(username="bench", role=Role.CLERK, agency=bureau)
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(person)
    return client


def page() -> float:
    """Milliseconds for the first page of the list."""
    client = clerk()

    def fetch() -> None:
        response = client.get(LIST)
        assert response.status_code == HTTPStatus.OK, response.status_code

    return medians({"list": fetch})["list"]
