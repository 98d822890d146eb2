"""What a form leads to, as far as a person may see it and at the same cost."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.registry.agencies import Agency
from cases.registry.parties import PartyRole
from seeds.factories.enforcement import CaseFileFactory, LegalReviewFactory
from seeds.factories.litigation import DisputeFactory
from seeds.factories.mediation import MediationFactory, MediationPartyFactory
from seeds.factories.reconsideration import ReconsiderationFactory, ReconsiderationPartyFactory
from seeds.factories.registry import AgencyFactory, UserFactory

pytestmark = pytest.mark.django_db


def form(client: Client, table: str, record: Any) -> Any:
    return client.get(f"/admin/{table}/{record.pk}/change/")


def links(response: Any) -> dict[bool, set[Any]]:
    """The related records, by whether they certainly belong to it."""
    found: dict[bool, set[Any]] = {True: set(), False: set()}
    for relation in response.context["relations"]:
        found[relation.related.is_certain] |= {link.record for link in relation.links}
    return found


def test_a_case_leads_to_the_lawsuit_that_followed_and_back(desk: Client) -> None:
    case = ReconsiderationFactory.create()
    dispute = DisputeFactory.create(reconsideration=case, organ_alone=True)

    assert links(form(desk, "cases/reconsideration", case))[True] == {dispute}
    assert links(form(desk, "cases/dispute", dispute))[True] == {case}


def test_a_mediation_of_the_same_party_is_possibly_related(desk: Client) -> None:
    case, matter = ReconsiderationFactory.create(), MediationFactory.create()
    ReconsiderationPartyFactory.create(case=case, name="某甲")
    MediationPartyFactory.create(case=matter, name="某甲")

    assert links(form(desk, "cases/reconsideration", case))[False] == {matter}
    assert links(form(desk, "mediation/mediation", matter))[False] == {case}


def test_who_speaks_for_many_relates_nobody(desk: Client) -> None:
    for case in (first := ReconsiderationFactory.create(), ReconsiderationFactory.create()):
        ReconsiderationPartyFactory.create(case=case, name="律师乙", role=PartyRole.AGENT)

    assert links(form(desk, "cases/reconsideration", first)) == {True: set(), False: set()}


def test_a_file_leads_to_its_review_and_to_the_case_against_it(desk: Client) -> None:
    file = CaseFileFactory.create(number="示罚字〔2024〕7号")
    review = LegalReviewFactory.create(file=file, agency=file.agency)
    case = ReconsiderationFactory.create(act_number=file.number, respondent=file.agency)

    assert links(form(desk, "enforcement/casefile", file))[True] == {review, case}
    assert file in links(form(desk, "cases/reconsideration", case))[True]


def test_nobody_is_led_to_what_they_may_not_see(client: Client, county: Agency) -> None:
    here, there = (AgencyFactory.create(township=True, parent=county) for _ in range(2))
    client.force_login(UserFactory.create(agency=here))
    case = ReconsiderationFactory.create(respondent=here)
    DisputeFactory.create(reconsideration=case, defendant=there, organ_alone=True)

    assert links(form(client, "cases/reconsideration", case))[True] == set()


def test_it_costs_the_same_however_much_is_related(desk: Client) -> None:
    case = ReconsiderationFactory.create()
    _relate(case, 1)
    few = _questions(desk, case)

    _relate(case, 20)

    assert _questions(desk, case) == few


def _relate(case: Any, count: int) -> None:
    ReconsiderationPartyFactory.create(case=case, name="某甲")
    DisputeFactory.create_batch(count, reconsideration=case, organ_alone=True)
    for matter in MediationFactory.create_batch(count):
        MediationPartyFactory.create(case=matter, name="某甲")


def _questions(desk: Client, case: Any) -> int:
    form(desk, "cases/reconsideration", case)
    with CaptureQueriesContext(connection) as asked:
        form(desk, "cases/reconsideration", case)
    return len(asked)
