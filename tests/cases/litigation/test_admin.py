"""Litigation response in the admin: lists, forms, and what a clerk is told."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cases.litigation.models.dispute import Dispute
from cases.litigation.models.instance import Instance
from cases.litigation.terms import Result
from cases.registry.agencies import Agency
from seeds.factories.litigation import (
    DisputeFactory,
    HearingFactory,
    InstanceFactory,
    SuggestionFactory,
)
from seeds.factories.registry import ActKindFactory, AgencyFactory, FieldFactory, UserFactory

pytestmark = [
    pytest.mark.django_db,
    # Static files are collected when the site is put up, not for a test.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]

TABLES: list[tuple[str, Any]] = [
    ("dispute", DisputeFactory),
    ("instance", InstanceFactory),
    ("hearing", HearingFactory),
    ("suggestion", SuggestionFactory),
]


@pytest.fixture
def county() -> Agency:
    found: Agency = AgencyFactory.create(county=True)
    return found


@pytest.fixture
def desk(client: Client, county: Agency) -> Client:
    """A clerk of the bureau, signed in, reading English."""
    clerk = UserFactory.create(agency=AgencyFactory.create(bureau=True, parent=county))
    client.force_login(clerk)
    client.cookies["django_language"] = "en"
    return client


@pytest.mark.parametrize(("table", "factory"), TABLES)
def test_a_list_asks_no_query_per_row(
    desk: Client, table: str, factory: Any, django_assert_max_num_queries: Any
) -> None:
    address = reverse(f"admin:cases_{table}_changelist")
    factory.create_batch(2)
    desk.get(address)  # due dates are reckoned once, when a list is first shown
    with django_assert_max_num_queries(40) as few:
        desk.get(address)

    factory.create_batch(10)
    desk.get(address)
    with django_assert_max_num_queries(40) as many:
        desk.get(address)

    assert len(many) == len(few)


@pytest.mark.parametrize(("table", "factory"), TABLES)
def test_every_form_opens(desk: Client, table: str, factory: Any) -> None:
    row = factory.create()

    pages = [
        desk.get(reverse(f"admin:cases_{table}_add")),
        desk.get(reverse(f"admin:cases_{table}_change", args=[row.pk])),
    ]

    assert [page.status_code for page in pages] == [200, 200]


@pytest.mark.parametrize("typed", ["(2024)甘0503行初12号", "行初12", "０５０３"])
def test_a_dispute_is_found_by_its_court_number(desk: Client, typed: str) -> None:
    found = InstanceFactory.create(court_number="（2024）甘0503行初12号").dispute
    InstanceFactory.create(court_number="（2024）甘0102行初99号")

    page = desk.get(reverse("admin:cases_dispute_changelist"), {"q": typed})

    assert list(page.context["cl"].queryset) == [found]


def dispute_form(county: Agency, **more: Any) -> dict[str, Any]:
    form = {
        "received_on": "2024-03-04",
        "defendant": AgencyFactory.create(parent=county).pk,
        "defence": "original_agency",
        "origin": "direct",
        "field": FieldFactory.create().pk,
        "act_kind": ActKindFactory.create().pk,
    }
    for inline in ("parties", "instances", "attachments"):
        form |= {f"{inline}-TOTAL_FORMS": 0, f"{inline}-INITIAL_FORMS": 0}
    return form | more


def first_instance(court: Agency, **more: Any) -> dict[str, Any]:
    form = {"level": "first", "court": court.pk, "court_number": "(2024)甘0503行初012号"}
    form |= {"received_on": "2024-03-04", "procedure": "ordinary"} | more
    return {"instances-TOTAL_FORMS": 1} | {f"instances-0-{n}": v for n, v in form.items()}


def test_a_dispute_is_entered_with_its_first_instance(desk: Client, county: Agency) -> None:
    court = AgencyFactory.create(court=True, parent=county)

    desk.post(reverse("admin:cases_dispute_add"), dispute_form(county, **first_instance(court)))

    dispute = Dispute.objects.get()
    assert str(dispute.docket).endswith("政应〔2024〕1号")
    assert dispute.entered_by is not None
    assert dispute.instances.get().court_number == "（2024）甘0503行初12号"


def test_a_clerk_hears_which_rule_an_entry_breaks(desk: Client, county: Agency) -> None:
    page = desk.post(reverse("admin:cases_dispute_add"), dispute_form(county, origin="upheld"))

    assert "both are defendants" in page.content.decode()
    assert not Dispute.objects.exists()


def test_a_clerk_hears_what_a_court_number_looks_like(desk: Client, county: Agency) -> None:
    court = AgencyFactory.create(court=True, parent=county)
    instance = first_instance(court, court_number="行初12号")

    page = desk.post(reverse("admin:cases_dispute_add"), dispute_form(county, **instance))

    assert "（2024）甘0503行初12号" in page.content.decode()
    assert not Instance.objects.exists()


def test_the_form_shows_what_the_instances_come_to(desk: Client) -> None:
    first = InstanceFactory.create(concluded=True, result=Result.REVOKED)
    InstanceFactory.create(
        dispute=first.dispute, second=True, concluded=True, received_on=date(2024, 7, 1)
    )

    page = desk.get(reverse("admin:cases_dispute_change", args=[first.dispute.pk]))

    assert "Act revoked" in page.content.decode()
