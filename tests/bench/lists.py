"""The list of reconsideration cases as a clerk opens it, whole page."""

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
    client = Client()
    client.force_login(person)
    return client


def page() -> float:
    """Milliseconds for the first page of the list."""
    client = clerk()

    def fetch() -> None:
        response = client.get(LIST)
        assert response.status_code == 200

    return medians({"list": fetch})["list"]
