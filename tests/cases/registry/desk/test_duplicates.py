"""What may have been entered already: shown while one types, and never in the way."""

from typing import Any

import pytest
from django.contrib import admin
from django.test import Client

from cases.reconsideration.models.case import Reconsideration
from cases.registry.agencies import Agency
from cases.registry.desk.duplicates import SimilarAdmin
from seeds.factories.reconsideration import ReconsiderationFactory, ReconsiderationPartyFactory
from seeds.factories.registry import AgencyFactory, UserFactory
from tests.cases.registry.desk.conftest import ADD, Entry

pytestmark = pytest.mark.django_db

SIMILAR = "/admin/cases/reconsideration/similar/"
KEEPERS = [
    keeper
    for keeper in admin.site._registry.values()
    if isinstance(keeper, SimilarAdmin) and keeper.similar
]


@pytest.fixture
def earlier(county: Agency) -> Reconsideration:
    """A case of the same applicant against another agency of the county."""
    respondent = AgencyFactory.create(parent=county)
    found: Reconsideration = ReconsiderationFactory.create(respondent=respondent)
    ReconsiderationPartyFactory.create(case=found, name="申请人甲")
    return found


def seen(response: Any) -> list[int]:
    return list(response.json()["seen"])


def test_the_same_party_is_hinted_at_while_one_types(
    desk: Client, entry: Entry, earlier: Reconsideration
) -> None:
    answer = desk.post(SIMILAR, entry)

    assert seen(answer) == [earlier.pk]
    assert "same party" in answer.json()["hint"]


def test_the_likest_comes_first(desk: Client, entry: Entry, earlier: Reconsideration) -> None:
    likest = ReconsiderationFactory.create(
        act_number=entry["act_number"], respondent_id=entry["respondent"]
    )

    assert seen(desk.post(SIMILAR, entry)) == [likest.pk, earlier.pk]


@pytest.mark.parametrize(
    "change",
    [{"parties-0-role": "agent"}, {"parties-0-DELETE": "on"}, {"parties-0-name": "另一人"}],
)
def test_who_only_speaks_or_is_somebody_else_is_no_hint(
    desk: Client, entry: Entry, earlier: Reconsideration, change: Entry
) -> None:
    assert seen(desk.post(SIMILAR, entry | change)) == []


def test_a_record_is_not_like_itself(desk: Client, entry: Entry, earlier: Reconsideration) -> None:
    assert seen(desk.post(SIMILAR, entry | {"_self": str(earlier.pk)})) == []


def test_nobody_is_told_of_a_case_they_may_not_see(
    client: Client, entry: Entry, earlier: Reconsideration
) -> None:
    client.force_login(UserFactory.create(agency=AgencyFactory.create(township=True)))

    assert seen(client.post(SIMILAR, entry)) == []


def test_saving_stops_once_and_then_goes_through(
    desk: Client, entry: Entry, earlier: Reconsideration
) -> None:
    stopped = desk.post(ADD, entry | {"_seen": ""})
    assert Reconsideration.objects.get() == earlier

    desk.post(ADD, entry | {"_seen": stopped.context["similar_seen"]})

    assert Reconsideration.objects.count() == 2


def test_what_was_shown_while_typing_is_not_shown_again(
    desk: Client, entry: Entry, earlier: Reconsideration
) -> None:
    shown = ",".join(map(str, seen(desk.post(SIMILAR, entry))))

    desk.post(ADD, entry | {"_seen": shown})

    assert Reconsideration.objects.count() == 2


@pytest.mark.parametrize("keeper", KEEPERS, ids=lambda keeper: keeper.opts.label)
def test_everything_that_is_looked_for_stands_first_in_an_index(keeper: SimilarAdmin) -> None:
    for likeness in keeper.similar:
        model: Any = keeper.model
        *path, name = likeness.lookup.split("__")
        for step in path:
            model = model._meta.get_field(step).related_model
        assert name in {index.fields[0] for index in model._meta.indexes if index.fields}


def test_every_line_says_what_it_looks_for() -> None:
    assert {keeper.opts.label for keeper in KEEPERS} >= {
        "cases.Reconsideration",
        "cases.Dispute",
        "mediation.Mediation",
        "enforcement.CaseFile",
    }
