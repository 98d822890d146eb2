"""The history of a record as its clerk reads it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import ReconsiderationParty
from cases.reconsideration.terms import Outcome
from cases.registry.history.acts import Door, acting
from cases.registry.records import Record
from cases.registry.users import User
from seeds.factories.reconsideration import ReconsiderationFactory, ReconsiderationPartyFactory
from seeds.factories.registry import AgencyFactory, UserFactory

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def clerk() -> User:
    county = AgencyFactory.create(county=True)
    return UserFactory.create(
        agency=AgencyFactory.create(bureau=True, parent=county), full_name="赵甲"
    )


@pytest.fixture
def reader(clerk: User) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(clerk)
    return client


def page(client: Client, record: Record, of: str = "history") -> Any:
    meta = record._meta
    return client.get(reverse(f"admin:{meta.app_label}_{meta.model_name}_{of}", args=[record.pk]))


def test_it_says_who_changed_what_from_what_to_what_and_why(reader: Client, clerk: User) -> None:
    case = ReconsiderationFactory.create(concluded=True, outcome=Outcome.UPHELD)

    with acting(Door.FORM, by=clerk.pk, why="裁判文书更正"):
        Reconsideration.objects.filter(pk=case.pk).update(outcome=Outcome.REVOKED)

    text = page(reader, case).content.decode()
    expected = ["赵甲", "裁判文书更正", Outcome.UPHELD.label, Outcome.REVOKED.label, "Outcome"]
    assert [word for word in expected if str(word) not in text] == []


def test_a_key_is_told_by_the_name_it_leads_to(reader: Client) -> None:
    case = ReconsiderationFactory.create()
    respondent = AgencyFactory.create(name="新的被申请人")

    Reconsideration.objects.filter(pk=case.pk).update(respondent=respondent)

    assert "新的被申请人" in page(reader, case).content.decode()


def test_numbers_of_people_are_masked(reader: Client) -> None:
    case = ReconsiderationFactory.create()
    party = ReconsiderationPartyFactory.create(case=case, telephone="13812345678")

    ReconsiderationParty.objects.filter(pk=party.pk).update(identity_number="110101199003070134")

    text = page(reader, case).content.decode()
    assert "138****5678" in text
    assert not any(number in text for number in ("13812345678", "110101199003070134"))


def test_a_row_that_is_gone_keeps_its_name(reader: Client) -> None:
    case = ReconsiderationFactory.create()

    ReconsiderationPartyFactory.create(case=case, name="已删的人").delete()

    assert page(reader, case).content.decode().count("已删的人") >= 2


def test_the_form_shows_what_happened_last(reader: Client, clerk: User) -> None:
    case = ReconsiderationFactory.create()
    with acting(Door.BULK, by=clerk.pk, why="移交"):
        Reconsideration.objects.filter(pk=case.pk).update(handler=clerk)

    text = page(reader, case, "change").content.decode()

    assert "What happened last" in text
    assert "移交" in text


def test_nobody_reads_the_history_of_what_is_not_theirs() -> None:
    stranger = Client()
    stranger.force_login(UserFactory.create(agency=AgencyFactory.create(township=True)))
    case = ReconsiderationFactory.create(note="秘密")

    answer = page(stranger, case)

    assert answer.status_code == 302
    assert "秘密" not in answer.content.decode()


def test_a_long_history_comes_in_pages(reader: Client) -> None:
    case = ReconsiderationFactory.create()
    for number in range(105):
        Reconsideration.objects.filter(pk=case.pk).update(note=f"第{number}次")

    text = page(reader, case).content.decode()

    assert "第104次" in text
    assert ">第0次<" not in text
    assert 'rel="next"' in text


def test_a_page_costs_the_same_however_much_happened(reader: Client, clerk: User) -> None:
    case = ReconsiderationFactory.create()

    def cost(times: int, of: str) -> int:
        for _ in range(times):
            agency = AgencyFactory.create()
            ReconsiderationPartyFactory.create(case=case)
            with acting(Door.FORM, by=clerk.pk):
                Reconsideration.objects.filter(pk=case.pk).update(respondent=agency)
        with CaptureQueriesContext(connection) as queries:
            page(reader, case, of)
        return len(queries)

    for of in ("history", "change"):
        assert cost(2, of) == cost(20, of)
