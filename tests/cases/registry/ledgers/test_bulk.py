"""Many rows at once are the rows that the ORM would have written."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from cases.reconsideration.models.case import Reconsideration
from cases.registry.agencies import Agency
from cases.registry.codes import ActKind, Field
from cases.registry.dockets import DocketKind, DocketNumber
from cases.registry.ledgers.bulk import insert
from cases.registry.users import User

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("county")]

FOREIGN = {"docket", "respondent", "field", "act_kind"}
UNLIKE = {"id", "docket_id", "entered_at", "changed_at"}


def values(numbers: list[int]) -> dict[str, list[Any]]:
    count = len(numbers)
    return {
        "docket": numbers,
        "received_on": [date(2024, 3, 4)] * count,
        "accepted_on": [date(2024, 3, 8), None] * (count // 2),
        "respondent": [Agency.objects.get().pk] * count,
        "field": [Field.objects.get(code="test-field").pk] * count,
        "act_kind": [ActKind.objects.get(code="test-act").pk] * count,
        "compensation_claimed": [Decimal("3200.00"), None] * (count // 2),
        "claim_text": ["“50%”，'一'\n二\t\\N", ""] * (count // 2),
        "is_enterprise_related": [True, False] * (count // 2),
    }


def dockets(count: int) -> list[int]:
    take = DocketNumber.objects.take
    return [take(DocketKind.RECONSIDERATION, 2024).pk for _ in range(count)]


def test_a_row_is_the_same_as_one_that_was_saved() -> None:
    ours, django = dockets(2), dockets(2)

    insert(Reconsideration, values(ours))
    columns = values(django)
    for place in range(2):
        row = {f"{name}_id" if name in FOREIGN else name: v[place] for name, v in columns.items()}
        Reconsideration.objects.create(**row)

    first, second, *saved = Reconsideration.objects.order_by("pk").values()
    for row, other in zip([first, second], saved, strict=True):
        assert {k: v for k, v in row.items() if k not in UNLIKE} == {
            k: v for k, v in other.items() if k not in UNLIKE
        }


def test_moments_of_entry_are_filled_in() -> None:
    insert(Reconsideration, values(dockets(2)))

    assert all(case.entered_at and case.changed_at for case in Reconsideration.objects.all())


def test_a_default_that_has_to_be_asked_for_is_asked_for() -> None:
    insert(User, {"username": ["a", "b"]})

    joined = User.objects.filter(username__in="ab").values_list("date_joined", flat=True)
    assert all(joined)


def test_more_rows_than_one_statement_holds_are_all_written() -> None:
    insert(Agency, {"code": [f"X{n}" for n in range(9000)], "name": ["某局"] * 9000})

    assert Agency.objects.filter(name="某局").count() == 9000


def test_a_refused_row_is_refused_by_the_database_itself() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        insert(Agency, {"code": ["B", "A1"], "name": ["a", "b"]})

    assert not Agency.objects.filter(code="B").exists()
