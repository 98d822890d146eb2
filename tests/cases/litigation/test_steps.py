"""The form does not offer what rests on another court or hearing before it is there."""

from datetime import date

import pytest
from django.test import Client

from cases.registry.agencies import Agency
from seeds.factories.litigation import DisputeFactory, HearingFactory, InstanceFactory
from seeds.factories.registry import AgencyFactory, UserFactory
from tests.forms import barred, page_of, told

pytestmark = [
    pytest.mark.django_db,
    # Static files are collected when the site is put up, not for a test.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]


@pytest.fixture
def desk(client: Client) -> Client:
    county: Agency = AgencyFactory.create(county=True)
    client.force_login(UserFactory.create(agency=AgencyFactory.create(bureau=True, parent=county)))
    return client


@pytest.mark.parametrize(
    ("traits", "words"), [({}, {"second", "retrial"}), ({"concluded": True}, set())]
)
def test_an_appeal_follows_a_decision(
    desk: Client, traits: dict[str, bool], words: set[str]
) -> None:
    dispute = DisputeFactory.create()
    InstanceFactory.create(dispute=dispute, **traits)

    assert barred(page_of(desk, dispute), "instances-__prefix__-level") == words


def test_an_instance_is_no_appeal_against_itself(desk: Client) -> None:
    first = InstanceFactory.create(concluded=True)

    second = InstanceFactory.create(dispute=first.dispute, second=True)

    assert barred(page_of(desk, first), "level") == {"second", "retrial"}
    assert barred(page_of(desk, second), "level") == set()


def test_a_dispute_waits_for_its_open_instances(desk: Client) -> None:
    waiting = told(page_of(desk, DisputeFactory.create()))[""]["waiting"]

    assert [(each["fields"], each["rows"], each["ended"]) for each in waiting] == [
        (["concluded_on", "result"], "instances", "concluded_on")
    ]


@pytest.mark.parametrize(("traits", "is_shut"), [({"appeared": True}, False), ({}, True)])
def test_one_appearance_discharges_the_later_hearings_only(
    desk: Client, traits: dict[str, bool], is_shut: bool
) -> None:
    earlier = HearingFactory.create(**traits)
    later = HearingFactory.create(instance=earlier.instance, scheduled_on=date(2024, 5, 6))

    assert ("is_discharged" in told(page_of(desk, later))[""]["shut"]) is is_shut
    assert "is_discharged" in told(page_of(desk, earlier))[""]["shut"]
