"""No certificate for who has left, and no problem of a file nobody has seen."""

from datetime import date
from typing import Any

import pytest

from cases.registry.desk.lawful import Opening
from enforcement.steps import FINDING, ISSUING
from seeds.factories.enforcement import ExaminationFactory, OfficerFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("opening", "factory", "record", "is_open"),
    [
        (ISSUING, OfficerFactory, {}, True),
        (ISSUING, OfficerFactory, {"until_on": date(2024, 5, 6)}, False),
        (FINDING, ExaminationFactory, {"self_examined_on": date(2024, 5, 6)}, True),
        (FINDING, ExaminationFactory, {"self_examined_on": None}, False),
        (
            FINDING,
            ExaminationFactory,
            {"self_examined_on": None, "sampled_on": date(2024, 5, 6)},
            True,
        ),
    ],
)
def test_rows_are_entered_while_the_record_has_a_place_for_them(
    opening: Opening, factory: Any, record: dict[str, Any], is_open: bool
) -> None:
    kept = factory.create(**record)

    assert type(kept).objects.filter(opening.holds, pk=kept.pk).exists() is is_open
