"""On every line's form, what is entered anew concerns whoever enters it."""

from typing import Any

import pytest
from django.contrib import admin
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from cases.reconsideration.models.case import Reconsideration
from cases.registry.agencies import Agency, AgencyKind
from cases.registry.records import Kept
from seeds.factories.reconsideration import ReconsiderationFactory
from seeds.factories.registry import ActKindFactory, AgencyFactory, FieldFactory, UserFactory

pytestmark = [
    pytest.mark.django_db,
    # Static files are collected when the site is put up, not for a test.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]

REFUSED = "This concerns other bodies alone. You enter what concerns 东乡 or a body under it"
REFUSED_ZH = "此件仅涉及其他单位。您只能录入涉及东乡或者其下属单位的事项"


def names_an_agency(model: type[Model]) -> bool:
    return issubclass(model, Kept) and any("__" not in owner for owner in model.owners)


NAMING = sorted(filter(names_an_agency, admin.site._registry), key=lambda each: each.__name__)
every_line = pytest.mark.parametrize("model", NAMING, ids=lambda each: each._meta.label_lower)


@pytest.fixture
def town() -> Agency:
    county = AgencyFactory.create(county=True)
    found: Agency = AgencyFactory.create(township=True, parent=county, name="东乡")
    return found


@pytest.fixture
def clerk(client: Client, town: Agency) -> Client:
    client.force_login(UserFactory.create(agency=town))
    client.cookies["django_language"] = "en"
    return client


def adding(model: type[Model]) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add")


def another_for(model: type[Model], owner: str) -> Agency:
    """A body that the form offers and that is not the clerk's."""
    field: Any = model._meta.get_field(owner)
    asked = field.get_limit_choices_to()
    kinds = asked.get("kind__in") or [asked.get("kind", AgencyKind.DEPARTMENT)]
    found: Agency = AgencyFactory.create(kind=kinds[0])
    return found


def told(page: Any) -> dict[str, list[str]]:
    return dict(page.context["adminform"].form.errors)


@every_line
def test_another_bodys_record_is_refused_at_the_field_that_names_it(
    clerk: Client, model: type[Kept]
) -> None:
    owner = model.owners[0]

    page = clerk.post(adding(model), {owner: another_for(model, owner).pk})

    assert [said[: len(REFUSED)] for said in told(page)[owner]] == [REFUSED]


@every_line
def test_ones_own_is_not_refused_whatever_else_it_lacks(
    clerk: Client, town: Agency, model: type[Kept]
) -> None:
    page: Any = clerk.post(adding(model), dict.fromkeys(model.owners, town.pk))

    assert REFUSED not in page.content.decode()


def application(**values: Any) -> dict[str, Any]:
    kinds = {"field": FieldFactory.create().pk, "act_kind": ActKindFactory.create().pk}
    page = {f"{prefix}-{what}_FORMS": 0 for prefix in PREFIXES for what in ("TOTAL", "INITIAL")}
    return {"received_on": "2024-03-04", "claim": "revoke", **kinds, **page, **values}


PREFIXES = ("parties", "suspensions", "extensions", "tags", "letters", "attachments")


def test_nothing_of_another_body_is_saved(clerk: Client) -> None:
    clerk.post(adding(Reconsideration), application(respondent=AgencyFactory.create().pk))

    assert not Reconsideration.objects.exists()


def test_it_is_said_in_the_language_of_the_office(clerk: Client) -> None:
    clerk.cookies["django_language"] = "zh-hans"

    page: Any = clerk.post(adding(Reconsideration), {"respondent": AgencyFactory.create().pk})

    assert REFUSED_ZH in page.content.decode()


def test_a_record_that_is_there_may_be_handed_over(clerk: Client, town: Agency) -> None:
    case = ReconsiderationFactory.create(respondent=town)
    address = reverse("admin:cases_reconsideration_change", args=[case.pk])

    page: Any = clerk.post(address, {"respondent": AgencyFactory.create().pk})

    assert REFUSED not in page.content.decode()
