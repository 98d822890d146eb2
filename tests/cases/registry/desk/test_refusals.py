"""A broken rule is told at its fields, and what only the database sees is no error page."""

from typing import Any

import pytest
from django.db import IntegrityError
from django.test import Client

from cases.reconsideration.admin import ReconsiderationAdmin
from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import Suspension
from cases.reconsideration.resources import REFUSALS
from cases.registry.desk.refusals import MEANWHILE, Refusal, refusal_of
from tests.cases.registry.desk.conftest import ADD, Entry

pytestmark = pytest.mark.django_db

LATE = {"accepted_on": "2024-3-8", "concluded_on": "2024-3-7", "outcome": "upheld"}


def errors(response: Any) -> dict[str, list[str]]:
    return dict(response.context["adminform"].form.errors)


def test_it_tells_a_broken_rule_beside_the_fields_it_speaks_of(desk: Client, entry: Entry) -> None:
    found = errors(desk.post(ADD, entry | LATE))

    assert found.keys() == {"accepted_on", "concluded_on"}
    assert "not before it is accepted" in found["concluded_on"][0]


def test_it_tells_it_only_where_something_was_touched(desk: Client, entry: Entry) -> None:
    desk.post(ADD, entry | {"accepted_on": "2024-3-8"})
    address = f"/admin/cases/reconsideration/{Reconsideration.objects.get().pk}/change/"

    found = errors(desk.post(address, entry | LATE | {"parties-TOTAL_FORMS": 0}))

    assert found.keys() == {"concluded_on", "outcome"} - {"outcome"}


def test_it_makes_no_error_page_of_what_only_the_database_refuses(
    desk: Client, entry: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: Any, **kwargs: Any) -> None:
        raise IntegrityError("suspension_of_a_trial")

    monkeypatch.setattr(ReconsiderationAdmin, "save_related", refuse)

    response = desk.post(ADD, entry)

    assert errors(response)["__all__"] == [str(REFUSALS["suspension_of_a_trial"])]
    assert not Reconsideration.objects.exists()


@pytest.mark.parametrize(
    ("said", "fields"),
    [
        ("CHECK constraint failed: recon_outcome_iff_concluded", {"concluded_on", "outcome"}),
        ('violates check constraint "recon_outcome_iff_concluded"', {"concluded_on", "outcome"}),
        ("UNIQUE constraint failed: cases_suspension.case_id, cases_suspension.suspended_on",
         {"case", "suspended_on"}),
    ],
)  # fmt: skip
def test_it_knows_a_rule_as_either_database_names_it(said: str, fields: set[str]) -> None:
    refusal = refusal_of(IntegrityError(said), [Reconsideration, Suspension], {})

    assert refusal.fields == fields


def test_it_asks_to_save_again_where_no_rule_is_named() -> None:
    refusal = refusal_of(IntegrityError("something else"), [Reconsideration], {})

    assert refusal == Refusal(MEANWHILE)
