"""A page tells the rules of its record and of the rows beside it, to who can type something."""

from datetime import date

import pytest
from django.test import Client

from cases.registry.agencies import Agency
from cases.registry.desk.rulebook import rulebook
from cases.registry.roles import Role
from seeds.factories.litigation import DisputeFactory, InstanceFactory
from seeds.factories.registry import UserFactory
from tests.forms import page_of, told

pytestmark = [
    pytest.mark.django_db,
    # Static files are collected when the site is put up, not for a test.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]


def test_the_rules_of_a_record_and_of_its_rows_are_told_in_the_readers_language(
    desk: Client,
) -> None:
    instance = InstanceFactory.create()

    rules = told(page_of(desk, instance.dispute))

    assert {each["name"] for each in rules[""]["rules"]} == {
        each["name"] for each in rulebook(type(instance.dispute))
    }
    said = {each["name"]: each["why"] for each in rules["instances"]["rules"]}
    assert said["instance_served_after_conclusion"] == (
        "A judgment or ruling is served after it is given."
    )


def test_what_is_not_on_the_form_of_a_row_is_told_with_it(desk: Client) -> None:
    voided = {"voided_on": date(2024, 5, 6), "void_reason": "误录"}
    instance = InstanceFactory.create(**voided)

    known = told(page_of(desk, instance.dispute))["instances"]["known"]

    assert known["instances-0"] == {"voided_on": "2024-05-06"}
    assert known["instances-__prefix__"] == {"voided_on": ""}


def test_who_only_reads_is_told_nothing(client: Client, county: Agency) -> None:
    dispute = DisputeFactory.create()
    client.force_login(UserFactory.create(role=Role.SUPERVISOR, agency=county))

    page = page_of(client, dispute)

    assert str(dispute) in page
    assert told(page) == {}
