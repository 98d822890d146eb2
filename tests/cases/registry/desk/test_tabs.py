"""The parts of a form, in the order of the work."""

from typing import Any

import pytest
from django.contrib import admin
from django.test import Client
from django.utils.translation import gettext_lazy as _

from cases.registry.desk.tabs import check
from seeds.factories.reconsideration import ReconsiderationFactory

pytestmark = pytest.mark.django_db


def test_rows_stand_beside_the_step_they_belong_to(desk: Client) -> None:
    case = ReconsiderationFactory.create()

    parts = desk.get(f"/admin/cases/reconsideration/{case.pk}/change/").context["parts"]

    beside = {part.name: [each.formset.prefix for each in part.inlines] for part in parts}
    assert beside["Application"] == ["parties", "attachments"]
    assert beside["Trial"] == ["suspensions", "extension"]


@pytest.mark.parametrize(
    ("table", "has_tabs"),
    [
        ("cases/reconsideration", True),
        ("cases/dispute", True),
        ("mediation/mediation", True),
        ("enforcement/examination", False),
        ("enforcement/casefile", False),
        ("mediation/mediator", False),
    ],
)
def test_a_short_form_has_no_tabs(desk: Client, table: str, has_tabs: bool) -> None:
    assert desk.get(f"/admin/{table}/add/").context["has_tabs"] is has_tabs


class _Rows:
    beside = _("Nowhere at all")


class _Keeper:
    fieldsets: Any = [("Somewhere", {"fields": []})]
    inlines = [_Rows]


def test_rows_that_stand_beside_nothing_are_refused_at_start_up() -> None:
    mistakes = [mistake.id for mistake in check([_Keeper()])]

    assert mistakes == ["lawgov.E020"]
    assert not list(check(admin.site._registry.values()))
