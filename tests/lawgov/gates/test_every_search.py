"""No search, filter, look-up or hint finds what is not theirs."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from django.contrib import admin
from django.db.models import Model
from django.urls import reverse

from cases.litigation.models.hearing import Hearing
from cases.registry.desk.duplicates import SimilarAdmin
from cases.registry.records import Record
from cases.registry.roles import CASE_ROLES, ENTERING_ROLES, Role
from tests.lawgov.gates.world import (
    MARK,
    SHUT,
    TOWNSHIP,
    Asked,
    World,
    answer,
    page_of,
    says,
)
from tests.lawgov.tables import Table

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]
OUTSIDERS = pytest.mark.parametrize(
    "who", [TOWNSHIP, *(r.value for r in Role if r not in CASE_ROLES)]
)
FIND = "/find/"


@OUTSIDERS
def test_no_search_filter_or_lookup_finds_what_is_not_theirs(world: World, who: str) -> None:
    leaks = []
    for address in lookups():
        _found, body = answer(world, Asked("get", address, {}, SHUT))
        leaks += [address] if MARK in says(body) else []

    assert leaks == []


def lookups() -> Iterator[str]:
    """Every list searched and emptied of its narrowings, every field looked up, the one box."""
    yield f"{FIND}?q={MARK[:2]}"
    for model, shown in admin.site._registry.items():
        page = page_of(model, "changelist")
        yield f"{page}?q={MARK[:2]}"
        yield f"{page}?all=1&voided=all"
        for inline in (shown, *shown.inlines):
            for field in inline.autocomplete_fields:
                source = inline.model._meta
                yield (
                    f"{reverse('admin:autocomplete')}?term={MARK[:2]}&app_label={source.app_label}"
                    f"&model_name={source.model_name}&field_name={field}"
                )


@OUTSIDERS
def test_the_one_box_leads_to_nothing_of_others(world: World, who: str) -> None:
    assert [row for row in records(world) if leads_to(world, row)] == []


@pytest.mark.parametrize("who", [Role.SUPERVISOR])
def test_the_one_box_leads_to_everything_that_may_be_seen(world: World, who: str) -> None:
    found = [row for row in records(world) if leads_to(world, row)]

    assert {type(row) for row in found} == SEARCHED - {Hearing}  # called by its day as well


def records(world: World) -> list[Model]:
    owned = [row for row in world.foreign.values() if getattr(row, "owners", ())]
    return [type(row)._base_manager.get(pk=row.pk) for row in owned if isinstance(row, Record)]


SEARCHED = {
    model
    for model, shown in admin.site._registry.items()
    if issubclass(model, Record) and model.owners and shown.search_fields
}


def leads_to(world: World, row: Model) -> bool:
    """Whether what a record is called, typed in the box, leads or points to its page."""
    if type(row) not in admin.site._registry:
        return False
    response = world.client.get(f"{FIND}?{urlencode({'q': str(row)})}")
    page = page_of(type(row), "change", row.pk)
    return page in response.headers.get("Location", "") or page in response.content.decode()


@OUTSIDERS
def test_no_hint_at_something_similar_speaks_of_others(world: World, who: str) -> None:
    assert [page for page, typed in likenesses(world) if hinted(world, page, typed)] == []


@pytest.mark.parametrize("who", sorted(ENTERING_ROLES))
def test_every_hint_is_given_to_those_who_see_the_record(world: World, who: str) -> None:
    silent = [typed for page, typed in likenesses(world) if not hinted(world, page, typed)]

    assert silent == []


def likenesses(world: World) -> Iterator[tuple[str, dict[str, Any]]]:
    """What a form that looks like a foreign record would say, by each thing it is known by."""
    for model, shown in admin.site._registry.items():
        for likeness in shown.similar if isinstance(shown, SimilarAdmin) else ():
            value = said_of(world, model, likeness.lookup)
            yield page_of(model, "similar"), {likeness.inputs.replace("*", "0"): value}


def said_of(world: World, model: Table, lookup: str) -> Any:
    """What a foreign record, or a row that hangs on one, says there; something, if nothing."""
    name, _dots, column = lookup.partition("__")
    related: Any = model._meta.get_field(name)
    row = world.foreign[related.related_model] if column else world.foreign[model]
    said = type(row)._base_manager.filter(pk=row.pk)
    said.filter(**{column or name: ""}).update(**{column or name: f"{MARK}{row.pk}"})
    return said.values_list(column or name, flat=True).get()


def hinted(world: World, page: str, typed: dict[str, Any]) -> bool:
    response = world.client.post(page, typed)
    return response.status_code == 200 and bool(response.json()["seen"])
