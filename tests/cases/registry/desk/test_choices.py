"""Only what can be chosen now is offered, and what is stored stays."""

from datetime import date
from typing import Any

import pytest
from django.contrib import admin
from django.db.models import ForeignKey
from django.test import Client

from cases.litigation.models.dispute import Dispute, LitigationParty
from cases.litigation.models.instance import Instance
from cases.registry.agencies import Agency
from cases.registry.desk.choices import ChoosingForm, words_refused
from cases.registry.parties import PartyRole
from cases.registry.roles import Role, may
from cases.registry.users import User
from seeds.factories.litigation import LitigationPartyFactory
from seeds.factories.registry import AgencyFactory, FieldFactory, UserFactory
from tests.cases.registry.desk.conftest import ADD

pytestmark = pytest.mark.django_db


class Speaking(ChoosingForm):
    """Only those who speak for others are offered."""

    possible = {"role": lambda _party: [PartyRole.AGENT]}

    class Meta:
        model = LitigationParty
        fields = ["role"]


def offered(desk: Client, field: str, **asked: str) -> set[str]:
    asked |= {"app_label": "cases", "model_name": "reconsideration", "field_name": field}
    answer = desk.get("/admin/autocomplete/", asked).json()
    return {each["text"] for each in answer["results"]}


def test_an_agency_is_offered_while_it_exists(desk: Client, county: Agency) -> None:
    AgencyFactory.create(name="旧局", parent=county, until_on=date(2024, 7, 1))

    assert "旧局" in offered(desk, "respondent", on="20240304")
    assert "旧局" not in offered(desk, "respondent", on="2024-7-1")


def test_a_code_is_offered_while_it_is_valid(desk: Client) -> None:
    FieldFactory.create(code="new", name_en="New", name="New", valid_from=date(2025, 1, 1))

    assert "New" not in offered(desk, "field", on="2024-12-31")
    assert "New" in offered(desk, "field", on="2025-01-01")


def test_a_court_is_no_respondent(desk: Client) -> None:
    AgencyFactory.create(court=True, name="某法院")

    assert "某法院" not in offered(desk, "respondent", on="")


def test_a_list_that_filters_by_it_is_offered_everything(desk: Client, county: Agency) -> None:
    AgencyFactory.create(name="旧局", parent=county, until_on=date(2024, 7, 1))

    assert "旧局" in offered(desk, "respondent")


def test_handlers_are_people_who_work_on_cases_here(desk: Client, clerk: User) -> None:
    UserFactory.create(full_name="审核甲", role=Role.REVIEWER, agency=clerk.agency)
    UserFactory.create(full_name="离开的", is_active=False, agency=clerk.agency)
    UserFactory.create(full_name="主管的", role=Role.SUPERVISOR, agency=clerk.agency)
    UserFactory.create(full_name="别处的")

    assert offered(desk, "handler", on="") == {"审核甲", clerk.full_name}


def test_a_role_that_has_no_place_in_a_file_is_not_offered(desk: Client) -> None:
    formset = desk.get(ADD).context["inline_admin_formsets"][0].formset

    roles = {value for value, _label in formset.empty_form.fields["role"].choices}
    assert roles == {"", "applicant", "third_party", "agent"}


def test_a_word_that_the_table_refuses_is_not_offered() -> None:
    assert words_refused(LitigationParty, "role") == {"applicant", "party"}
    assert words_refused(Dispute, "defence") == frozenset()


def test_a_first_instance_affirms_nothing_once_it_is_known_to_be_one() -> None:
    refused = words_refused(Instance, "result", (("level", "first"),))

    assert "judgment_affirmed" in refused
    assert "judgment_affirmed" not in words_refused(Instance, "result")


def test_what_is_stored_stays_though_it_is_no_longer_offered(desk: Client) -> None:
    party = LitigationPartyFactory.create()

    form = Speaking(instance=party)

    role: Any = form.fields["role"]
    assert {value for value, _label in role.choices} == {"", "plaintiff", "agent"}


def _keys() -> list[Any]:
    """Every foreign key on a form, with the admin or inline that shows it."""
    found = []
    for keeper in admin.site._registry.values():
        if keeper.opts.app_label not in {"cases", "mediation", "enforcement"}:
            continue
        table = (keeper.opts.app_label, str(keeper.opts.model_name))
        if not any(may(role, "change", *table) for role in Role):
            continue  # only shown, filled in by nobody
        for each in (keeper, *(inline(keeper.model, admin.site) for inline in keeper.inlines)):
            parent = keeper.model if each is not keeper else None
            found += [
                pytest.param(each, field.name, id=f"{type(each).__name__}-{field.name}")
                for field in each.model._meta.fields
                if isinstance(field, ForeignKey) and field.editable
                if field.related_model is not parent
                if field.name not in {"docket", "entered_by", *each.readonly_fields}
                if field.name in _shown(each)
            ]
    return found


def _shown(keeper: Any) -> set[str]:
    """The names its fieldsets show; a form without any shows all."""
    sets = keeper.fieldsets or [(None, {"fields": keeper.fields or []})]
    names = [name for _title, options in sets for name in options["fields"]]
    flat = {n for name in names for n in ((name,) if isinstance(name, str) else name)}
    return flat or {field.name for field in keeper.model._meta.fields}


@pytest.mark.parametrize(("keeper", "name"), _keys())
def test_every_foreign_key_is_looked_up_rather_than_listed(keeper: Any, name: str) -> None:
    assert name in keeper.autocomplete_fields
