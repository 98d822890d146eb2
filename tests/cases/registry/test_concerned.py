"""What somebody may enter is what they see once it is entered."""

from typing import Any

import pytest
from django.apps import apps
from django.db.models import Model

from cases.registry.agencies import Agency
from cases.registry.concerned import enters, keeps_any, strays
from cases.registry.records import Kept
from cases.registry.roles import Role
from enforcement.models import Campaign
from seeds.factories.registry import AgencyFactory, UserFactory
from tests.lawgov.tables import rows

pytestmark = pytest.mark.django_db

OWNED = [model for model in apps.get_models() if issubclass(model, Kept) and model.owners]
every_owned = pytest.mark.parametrize("model", OWNED, ids=lambda each: each._meta.label_lower)


def as_entered(row: Model) -> dict[str, list[Any]]:
    """A single row as a page of a ledger has it."""
    return {field.name: [getattr(row, field.attname)] for field in row._meta.concrete_fields}


def owners_of(row: Any) -> set[Agency]:
    found = set()
    for owner in row.owners:
        at = row
        for step in owner.split("__"):
            at = getattr(at, step, None)
        found |= {at} if at else set()
    return found


@every_owned
def test_whoever_it_concerns_enters_it_and_sees_it(model: type[Kept]) -> None:
    (row,) = rows(model, 1)

    for agency in owners_of(row):
        person = UserFactory.create(agency=agency)
        assert strays(model, as_entered(row), person) == set()
        assert model.objects.visible_to(person).filter(pk=row.pk).exists()  # type: ignore[attr-defined]  # of every kept table


@every_owned
def test_nobody_enters_what_they_would_not_see(model: type[Kept]) -> None:
    (row,) = rows(model, 1)
    person = UserFactory.create(agency=AgencyFactory.create())

    assert strays(model, as_entered(row), person) == {0}
    assert not model.objects.visible_to(person).filter(pk=row.pk).exists()  # type: ignore[attr-defined]  # of every kept table


@every_owned
def test_the_bureau_enters_everything(model: type[Kept]) -> None:
    (row,) = rows(model, 1)
    bureau = AgencyFactory.create(bureau=True, parent=AgencyFactory.create(county=True))

    assert strays(model, as_entered(row), UserFactory.create(agency=bureau)) == set()


def test_a_body_under_ones_own_is_ones_own() -> None:
    town = AgencyFactory.create(township=True)
    office = AgencyFactory.create(parent=town)
    (row,) = rows(OWNED[0], 1)
    values = as_entered(row) | {OWNED[0].owners[0]: [office.pk]}

    assert strays(OWNED[0], values, UserFactory.create(agency=town)) == set()


def test_a_campaign_is_the_countys() -> None:
    bureau = AgencyFactory.create(bureau=True, parent=AgencyFactory.create(county=True))

    assert keeps_any(UserFactory.create(agency=bureau), Campaign)
    assert not keeps_any(UserFactory.create(agency=AgencyFactory.create()), Campaign)


@pytest.mark.parametrize(("role", "may"), [(Role.CLERK, True), (Role.SUPERVISOR, False)])
def test_who_reads_only_enters_nothing(role: Role, may: bool) -> None:
    person = UserFactory.create(role=role, agency=AgencyFactory.create())

    assert enters(person, OWNED[0]) is may
