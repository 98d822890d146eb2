"""The form offers no extension of a mediation that is over."""

import pytest
from django.test import Client

from seeds.factories.mediation import MediationFactory
from seeds.factories.registry import AgencyFactory, UserFactory
from tests.forms import page_of, told

pytestmark = [
    pytest.mark.django_db,
    # Static files are collected when the site is put up, not for a test.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]


@pytest.mark.parametrize(
    ("traits", "shut"), [({"accepted": True}, []), ({"failed": True}, ["extended_until"])]
)
def test_a_term_is_extended_while_it_runs(
    client: Client, traits: dict[str, bool], shut: list[str]
) -> None:
    county = AgencyFactory.create(county=True)
    client.force_login(UserFactory.create(agency=AgencyFactory.create(bureau=True, parent=county)))

    matter = MediationFactory.create(**traits)

    assert list(told(page_of(client, matter))[""]["shut"]) == shut
