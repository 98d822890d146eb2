"""What must always hold of agencies, codes, numbers and people is held by the database itself."""

from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError

from cases.registry.agencies import Agency
from cases.registry.codes import ActKind, Field, RespondentKind
from cases.registry.dockets import DocketNumber, DocketSeries
from cases.registry.users import User
from seeds.factories.registry import (
    ActKindFactory,
    AgencyFactory,
    DocketNumberFactory,
    FieldFactory,
    RespondentKindFactory,
    UserFactory,
)
from tests.cases.refusals import answer_to, constraints, speaks

pytestmark = pytest.mark.django_db

MODELS = (Agency, Field, ActKind, RespondentKind, DocketSeries, DocketNumber, User)
BEFORE_IT_BEGINS = {"valid_from": date(2019, 1, 1), "valid_to": date(2018, 12, 31)}
AS_IT_BEGINS = {"valid_from": date(2019, 1, 1), "valid_to": date(2019, 1, 1)}

BREACHES: list[tuple[str, Any, dict[str, Any]]] = [
    ("agency_code_not_empty", AgencyFactory, {"code": ""}),
    ("agency_not_its_own_parent", AgencyFactory, {"pk": 900, "parent_id": 900}),
    (
        "agency_dissolved_after_founding",
        AgencyFactory,
        {"since_on": date(2019, 1, 1), "until_on": date(2018, 12, 31)},
    ),
    ("field_ends_after_it_begins", FieldFactory, BEFORE_IT_BEGINS),
    ("field_ends_after_it_begins", FieldFactory, AS_IT_BEGINS),
    ("actkind_ends_after_it_begins", ActKindFactory, AS_IT_BEGINS),
    ("respondentkind_ends_after_it_begins", RespondentKindFactory, AS_IT_BEGINS),
    ("docketnumber_counts_from_one", DocketNumberFactory, {"sequence": 0}),
    ("user_of_a_role_has_an_agency", UserFactory, {"agency": None, "password": None}),
]

# Two rows that may not stand beside each other; factories would find the first one again.
TWINS: list[tuple[str, type[Any], dict[str, Any], dict[str, Any]]] = [
    ("agency_code_unique", Agency, {"code": "A", "name": "甲"}, {"code": "A", "name": "乙"}),
    *(
        (
            f"{model.__name__.lower()}_code_unique",
            model,
            {"code": "twin", "valid_from": date(2019, 1, 1)},
            {"code": "twin", "valid_from": date(2024, 1, 1)},
        )
        for model in (Field, ActKind, RespondentKind)
    ),
    (
        "docketseries_one_per_prefix_and_year",
        DocketSeries,
        {"prefix": "测政复", "year": 2024, "kind": "reconsideration"},
        {"prefix": "测政复", "year": 2024, "kind": "litigation"},
    ),
]


@pytest.mark.parametrize(("constraint", "factory", "breach"), BREACHES)
def test_the_database_refuses(constraint: str, factory: Any, breach: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError, match=answer_to(constraint, MODELS)):
        factory.create(**breach)


@pytest.mark.parametrize(("constraint", "model", "first", "second"), TWINS)
def test_the_database_refuses_a_second(
    constraint: str, model: Any, first: dict[str, Any], second: dict[str, Any]
) -> None:
    model.objects.create(**first)

    with pytest.raises(IntegrityError, match=answer_to(constraint, MODELS)):
        model.objects.create(**second)


def test_a_number_of_a_series_is_taken_once() -> None:
    taken = DocketNumberFactory.create()

    with pytest.raises(IntegrityError, match=answer_to("docketnumber_taken_once", MODELS)):
        DocketNumberFactory.create(series=taken.series, sequence=taken.sequence, text="另一号")


def test_the_text_of_a_number_stands_once() -> None:
    taken = DocketNumberFactory.create()

    with pytest.raises(IntegrityError, match=answer_to("docketnumber_text_unique", MODELS)):
        DocketNumberFactory.create(text=taken.text)


def test_every_kind_of_row_is_here() -> None:
    ours = {f"cases.registry.{room}" for room in ("agencies", "codes", "dockets", "users")}

    kinds = apps.get_app_config("cases").get_models()
    assert {kind for kind in kinds if kind.__module__ in ours} == set(MODELS)


def test_every_constraint_is_attacked() -> None:
    attacked = {name for name, *_ in [*BREACHES, *TWINS]}

    assert set(constraints(MODELS)) == attacked | {
        "docketnumber_taken_once",
        "docketnumber_text_unique",
    }


@pytest.mark.parametrize("name", constraints(MODELS))
def test_every_constraint_speaks_to_the_clerk(name: str) -> None:
    assert speaks(constraints(MODELS)[name])


def test_somebody_without_a_role_needs_no_agency() -> None:
    assert UserFactory.create(role="", agency=None, password=None).pk
