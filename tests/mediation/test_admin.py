"""Every record of mediation can be entered and found in the admin."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mediation.models.matter import Mediation
from seeds.factories.mediation import (
    CentreFactory,
    MediationFactory,
    MediationOrganisationFactory,
    MediatorFactory,
    OutreachSessionFactory,
)
from seeds.factories.registry import AgencyFactory, UserFactory

pytestmark = pytest.mark.django_db

LISTS: list[tuple[str, Any, dict[str, Any]]] = [
    ("mediation", MediationFactory, {"agreed": True}),
    ("mediationorganisation", MediationOrganisationFactory, {}),
    ("mediator", MediatorFactory, {}),
    ("outreachsession", OutreachSessionFactory, {}),
]
NO_PARTIES = {"parties-TOTAL_FORMS": "0", "parties-INITIAL_FORMS": "0"}


@pytest.fixture
def clerk(client: Client) -> Client:
    county = AgencyFactory.create(county=True)
    bureau = AgencyFactory.create(bureau=True, parent=county)
    client.force_login(UserFactory.create(agency=bureau))
    return client


def questions(client: Client, name: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        response = client.get(reverse(f"admin:mediation_{name}_changelist"))
    assert response.status_code == 200
    return len(asked)


@pytest.mark.parametrize(("name", "factory", "values"), LISTS)
def test_a_longer_list_asks_no_more(
    clerk: Client, name: str, factory: Any, values: dict[str, Any]
) -> None:
    factory.create(**values)
    questions(clerk, name)  # content types and the like are asked for once
    short = questions(clerk, name)

    factory.create_batch(8, **values)

    assert questions(clerk, name) == short


@pytest.mark.parametrize(("name", "factory", "values"), LISTS)
def test_a_record_opens(clerk: Client, name: str, factory: Any, values: dict[str, Any]) -> None:
    record = factory.create(**values)

    response = clerk.get(reverse(f"admin:mediation_{name}_change", args=[record.pk]))

    assert response.status_code == 200


@pytest.mark.parametrize(("name", "factory", "values"), LISTS)
def test_nobody_deletes_a_record(
    clerk: Client, name: str, factory: Any, values: dict[str, Any]
) -> None:
    record = factory.create(**values)

    response = clerk.post(reverse(f"admin:mediation_{name}_delete", args=[record.pk]))

    assert response.status_code == 403


def test_a_matter_entered_takes_the_next_number_of_its_year(clerk: Client) -> None:
    centre = CentreFactory.create()

    clerk.post(
        reverse("admin:mediation_mediation_add"),
        {
            "door": "application",
            "received_on": "2024-03-04",
            "accepted_on": "2024-03-04",
            "centre": centre.pk,
            "kind": "family",
            "persons": "2",
            **NO_PARTIES,
        },
    )

    matter = Mediation.objects.get()
    assert str(matter) == "张调〔2024〕1号"
    assert matter.entered_by is not None


def test_a_matter_that_cannot_be_is_refused_in_the_clerks_words(clerk: Client) -> None:
    response = clerk.post(
        reverse("admin:mediation_mediation_add"),
        {
            "door": "police",
            "received_on": "2024-03-04",
            "kind": "family",
            "persons": "2",
            **NO_PARTIES,
        },
        headers={"accept-language": "en"},
    )

    assert "A court, police station or petition office refers" in response.content.decode()
    assert not Mediation.objects.exists()


@pytest.mark.parametrize("text", ["调〔2024〕", "20240304-12", "当事人甲"])
def test_a_matter_is_found_by_either_number_and_by_name(clerk: Client, text: str) -> None:
    matter = MediationFactory.create(police=True, origin_number="20240304-12")
    matter.parties.create(role="party", name="当事人甲")
    MediationFactory.create(origin_number="")

    found = clerk.get(reverse("admin:mediation_mediation_changelist"), {"q": text})

    assert matter in found.context["cl"].result_list
