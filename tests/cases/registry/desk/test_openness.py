"""Lists open on open work, and say how to see the rest."""

from datetime import date
from typing import Any

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.terms import Outcome
from cases.registry.agencies import Agency
from cases.registry.records import Record
from cases.registry.users import User
from lawgov.templatetags.house import headline, narrowings
from seeds.factories.enforcement import CertificateFactory
from seeds.factories.litigation import HearingFactory
from seeds.factories.reconsideration import ReconsiderationFactory, ReconsiderationPartyFactory
from seeds.factories.registry import AgencyFactory, UserFactory

pytestmark = [
    pytest.mark.django_db,
    # Static files are collected when the site is put up, not for a test.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]

UNDATED = {"mediation.outreachsession": "a session is over with its day"}


@pytest.fixture
def bureau() -> Agency:
    made: Agency = AgencyFactory.create(bureau=True, parent=AgencyFactory.create(county=True))
    return made


@pytest.fixture
def person(client: Client, bureau: Agency) -> User:
    made: User = UserFactory.create(agency=bureau, full_name="经办甲")
    client.force_login(made)
    client.cookies["django_language"] = "en"
    return made


def page(client: Client, table: str = "cases_reconsideration", **params: Any) -> Any:
    return client.get(reverse(f"admin:{table}_changelist"), params)


def listed(client: Client, table: str = "cases_reconsideration", **params: Any) -> set[Any]:
    return set(page(client, table, **params).context["cl"].result_list)


def said(client: Client, **params: Any) -> list[str]:
    shown = page(client, **params).context["cl"]
    conditions = [f"{one.by}: {one.to}" if one.by else one.to for one in narrowings(shown)]
    return [headline(shown).name, *conditions]


@pytest.fixture
def cases(person: User) -> dict[str, Reconsideration]:
    return {
        "open": ReconsiderationFactory.create(received_on=date(2024, 3, 1)),
        "concluded": ReconsiderationFactory.create(concluded=True),
        "voided": ReconsiderationFactory.create(voided_on="2024-05-01", void_reason="重复录入"),
    }


@pytest.mark.usefixtures("person")
@pytest.mark.parametrize(
    ("params", "found"),
    [
        ({}, {"open"}),
        ({"state": "concluded"}, {"concluded"}),
        ({"state": "all"}, {"open", "concluded"}),
        ({"state": "voided"}, {"voided"}),
        ({"state": "nonsense"}, {"open"}),
        ({"outcome__exact": Outcome.UPHELD}, {"concluded"}),
        ({"outcome__exact": Outcome.UPHELD, "state": "open"}, set()),
    ],
)
def test_a_list_shows_the_state_that_was_asked_for(
    client: Client, cases: dict[str, Reconsideration], params: dict[str, str], found: set[str]
) -> None:
    assert listed(client, **params) == {cases[name] for name in found}


def test_a_search_looks_through_every_state_unless_one_was_chosen(
    client: Client, cases: dict[str, Reconsideration]
) -> None:
    number = str(cases["concluded"].docket)

    assert listed(client, q=number) == {cases["concluded"]}
    assert listed(client, q=number, state="open") == set()


def test_what_is_not_found_here_is_offered_where_it_is(
    client: Client, cases: dict[str, Reconsideration]
) -> None:
    number = str(cases["concluded"].docket)

    content = page(client, q=number, state="open").content.decode()

    assert "Of those concluded: 1 found" in content
    assert "state=concluded" in content.split('class="empty"')[1]


@pytest.mark.usefixtures("person")
def test_a_search_for_nothing_says_where_it_looked(client: Client) -> None:
    content = page(client, q="没有这样的东西").content.decode()

    assert "docket number" in content.split('class="empty"')[1]
    assert "respondent" in content.split('class="empty"')[1]


@pytest.mark.usefixtures("person")
def test_the_sentence_says_what_is_shown_and_each_part_can_be_taken_away(client: Client) -> None:
    police = AgencyFactory.create(name="示例县公安局")

    shown = said(client, received_on__year="2024", agency=police.pk, mine="1")

    assert shown == [
        "open reconsideration cases",
        "mine",
        "against 示例县公安局",
        "received on: 2024",
    ]


def test_mine_are_those_i_handle_first_or_second(client: Client, person: User) -> None:
    first = ReconsiderationFactory.create(handler=person)
    second = ReconsiderationFactory.create(handler=UserFactory.create(), second_handler=person)
    ReconsiderationFactory.create()

    assert listed(client, mine="1") == {first, second}


@pytest.mark.usefixtures("person")
def test_an_agency_is_shown_with_those_under_it(client: Client) -> None:
    police = AgencyFactory.create()
    own = ReconsiderationFactory.create(respondent=police)
    below = ReconsiderationFactory.create(respondent=AgencyFactory.create(parent=police))
    ReconsiderationFactory.create()

    assert listed(client, agency=police.pk) == {own, below}


@pytest.mark.usefixtures("person")
@pytest.mark.parametrize("nonsense", ["x", "-1", "9" * 40, "１"])
def test_an_agency_that_is_none_narrows_to_nothing(client: Client, nonsense: str) -> None:
    ReconsiderationFactory.create()

    assert listed(client, agency=nonsense) == set()


@pytest.mark.usefixtures("person")
def test_open_work_is_shown_without_the_columns_that_it_has_nothing_in(client: Client) -> None:
    ReconsiderationFactory.create()

    def columns(**params: str) -> list[str]:
        return [str(column) for column in page(client, **params).context["cl"].list_display]

    def has(name: str, shown: list[str]) -> bool:
        return any(name in column for column in shown)

    assert (has("concluded_on", columns()), has("next_due", columns())) == (False, True)
    closed = columns(state="concluded")
    assert (has("concluded_on", closed), has("next_due", closed)) == (True, False)


@pytest.mark.usefixtures("person")
def test_each_line_says_for_itself_what_is_open(client: Client) -> None:
    valid = CertificateFactory.create(issued_on=date(2024, 1, 1), valid_to=date(2099, 1, 1))
    CertificateFactory.create(issued_on=date(2014, 1, 1), valid_to=date(2019, 1, 1))
    hearing = HearingFactory.create()

    assert listed(client, "enforcement_certificate") == {valid}
    assert listed(client, "cases_hearing") <= {hearing}


@pytest.mark.parametrize("model", [m for m in admin.site._registry if issubclass(m, Record)])
def test_every_kind_of_record_says_what_is_open_or_why_not(model: type[Record]) -> None:
    keeper: Any = admin.site._registry[model]

    assert (keeper.openness is None) == (model._meta.label_lower in UNDATED)


@pytest.mark.usefixtures("person")
def test_a_popup_offers_records_of_every_state(client: Client) -> None:
    settled = ReconsiderationFactory.create(concluded=True)

    assert listed(client, _popup="1") == {settled}


def test_a_town_searches_its_own_cases_only(client: Client, bureau: Agency) -> None:
    town = AgencyFactory.create(parent=bureau.parent)
    client.force_login(UserFactory.create(agency=town))
    own, theirs = ReconsiderationFactory.create(respondent=town), ReconsiderationFactory.create()
    for case in (own, theirs):
        ReconsiderationPartyFactory.create(case=case, name="张伟")

    assert listed(client, q="张伟") == {own}
