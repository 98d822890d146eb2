"""A matter in mediation is entered, refused and found; tests/lawgov walks every list and form."""

import pytest
from django.test import Client
from django.urls import reverse

from mediation.models.matter import Mediation
from seeds.factories.mediation import CentreFactory, MediationFactory
from seeds.factories.registry import AgencyFactory, UserFactory

pytestmark = [
    pytest.mark.django_db,
    # Static files are collected when the site is put up, not for a test.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]

NOTHING_BESIDE = {
    f"{rows}-{form}": "0"
    for rows in ("parties", "attachments")
    for form in ("TOTAL_FORMS", "INITIAL_FORMS")
}


@pytest.fixture
def clerk(client: Client) -> Client:
    county = AgencyFactory.create(county=True)
    bureau = AgencyFactory.create(bureau=True, parent=county)
    client.force_login(UserFactory.create(agency=bureau))
    return client


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
            **NOTHING_BESIDE,
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
            **NOTHING_BESIDE,
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
