"""A year of one body is counted from indexes alone, as a year of the county is."""

from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import Q

from cases.litigation.models.dispute import Dispute
from cases.reconsideration.models.case import Reconsideration
from cases.registry.conditions import recorded, within
from cases.registry.figures import Figure
from cases.registry.periods import Period
from cases.registry.records import Record
from enforcement.models.files import CaseFile
from lawgov.reports.chapters import CHAPTERS
from lawgov.reports.filters import Under
from lawgov.reports.narrowings import filters_of
from mediation.models.matter import Mediation

MAIN = (Reconsideration, Dispute, Mediation, CaseFile)
EVENTS = {
    (model, figure.on)
    for chapter in CHAPTERS
    for sheet in chapter.sheets
    if (model := sheet.rows.model) in MAIN
    for figure in sheet.figures.values()
    if isinstance(figure, Figure)
}
YEAR = Period.parse("2024")
RECORDS = [model for model in apps.get_models() if issubclass(model, Record)]


def bodies(model: Any) -> set[str]:
    narrowing: Under = filters_of(model).base_filters["agency"]
    return set(narrowing.paths)


def readers(model: Any) -> set[str]:
    """Whoever works for one of them reads the record."""
    return set(model.owners)


def is_of_few(index: Any, event: str) -> bool:
    """An index that holds only the rows to which the event happened, which are few."""
    return bool(index.condition and f"{event}__isnull" in str(index.condition))


@pytest.mark.parametrize(
    ("model", "event"), sorted(EVENTS, key=str), ids=lambda each: getattr(each, "__name__", each)
)
def test_what_an_event_is_counted_by_says_whose_it_is(model: Any, event: str) -> None:
    counting = [
        index
        for index in model._meta.indexes
        if index.fields[:1] == [event] and "voided_on" in index.fields
    ]

    assert counting
    assert all(
        bodies(model) | readers(model) <= set(index.fields)
        for index in counting
        if not is_of_few(index, event)
    )


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_who_asks_for_what_they_entered_is_answered_by_an_index(model: Any) -> None:
    entered = [index for index in model._meta.indexes if index.fields == ["entered_by"]]

    assert [index.condition for index in entered] == [Q(entered_by__isnull=False)]


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="an empty table is read in any order")
@pytest.mark.parametrize(
    ("model", "event"),
    [
        (Reconsideration, "received_on"),
        (Reconsideration, "accepted_on"),
        (Reconsideration, "concluded_on"),
        (Reconsideration, "intake_ended_on"),
        (CaseFile, "decided_on"),
        (CaseFile, "closed_on"),
    ],
)
def test_what_happened_to_one_body_is_read_where_it_lies_together(model: Any, event: str) -> None:
    [body] = bodies(model)
    rows = model.objects.recorded().filter(Q(**{f"{body}__in": [7]}), within(event, YEAR))

    plan = rows.order_by().values("voided_on").explain()

    [used] = [index for index in model._meta.indexes if index.name in plan]
    assert (used.fields[:2], used.condition) == ([body, event], recorded())
