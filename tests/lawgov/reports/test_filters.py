"""What a filter leaves, for each kind of record, and which of them a filter means nothing to."""

from typing import Any

import pytest
from django.db.models import Model
from django.test import Client

from cases.litigation.models.dispute import Dispute
from cases.litigation.models.hearing import Hearing
from cases.litigation.models.instance import Instance
from cases.litigation.models.suggestion import Suggestion
from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import OpinionLetter, Suspension
from cases.registry.agencies import Agency
from lawgov.reports.filters import Under, Which
from lawgov.reports.narrowings import DECLARED, Narrowing, apart, filters_of, narrow
from lawgov.reports.parting import NONE
from mediation.models.matter import Mediation
from mediation.models.outreach import OutreachSession
from seeds.factories.reconsideration import SuspensionFactory
from tests.lawgov.reports.county import County
from tests.lawgov.reports.pages import PAGES

pytestmark = PAGES

MODELS: list[Any] = list(DECLARED)


def left(model: Any, **chosen: Any) -> set[Any]:
    rows = narrow(model.objects.all(), chosen)
    assert rows is not None
    return set(rows)


@pytest.mark.parametrize("model", MODELS)
def test_every_filter_of_every_kind_of_record_can_be_asked(busy: County, model: Any) -> None:
    for name, one in filters_of(model).base_filters.items():
        rows = set(model.objects.all())
        values: list[Any] = [busy.police if isinstance(one, Under) else NONE]
        if name == "enterprise":
            values = ["1"]
        if isinstance(one, Which):
            values.append(one.queryset.first())

        assert all(left(model, **{name: value}) <= rows for value in values), name


@pytest.mark.parametrize("model", MODELS)
def test_what_is_shared_has_one_name_in_every_form(model: type[Model]) -> None:
    shared = Narrowing.base_filters
    for name, one in filters_of(model).base_filters.items():
        assert name not in shared or str(one.label) == str(shared[name].label)


def test_who_stands_under_an_agency_now_tells_its_narrowing_from_that_of_yesterday(
    busy: County,
) -> None:
    before = apart({"agency": Agency.objects.get(pk=busy.police.pk)})
    Agency.objects.filter(pk=busy.branch.pk).update(parent=None)

    after = apart({"agency": Agency.objects.get(pk=busy.police.pk)})

    assert before != after
    assert apart({"unit": busy.police}) == apart({"unit": busy.police})
    assert apart({"unit": busy.police}) != apart({"unit": busy.branch})


def test_an_agency_takes_in_those_under_it(busy: County) -> None:
    found = left(Reconsideration, agency=busy.police)

    assert {case.respondent for case in found} == {busy.police, busy.branch}
    assert {case.respondent for case in left(Reconsideration, unit=busy.police)} == {busy.police}


@pytest.mark.parametrize(
    ("model", "path"),
    [
        (OpinionLetter, "case.respondent"),
        (Dispute, "defendant"),
        (Instance, "dispute.defendant"),
        (Hearing, "agency"),
        (Suggestion, "addressee"),
        (Mediation, "centre"),
        (OutreachSession, "agency"),
    ],
)
def test_one_agency_alone_is_the_one_the_record_is_about(
    busy: County, model: Any, path: str
) -> None:
    body: Agency = busy.centre if model is Mediation else busy.township

    found = left(model, unit=body)

    bodies = set()
    for record in found:
        for step in path.split("."):
            record = getattr(record, step)  # noqa: PLW2901  # one step further each time
        bodies.add(record)
    assert bodies <= {body}


def test_a_township_finds_what_its_centre_mediates(busy: County) -> None:
    found = left(Mediation, agency=busy.township)

    assert found
    assert {matter.centre for matter in found} == {busy.centre}


def test_nothing_filled_in_can_be_asked_for(busy: County) -> None:
    assert {case.handler for case in left(Reconsideration, handler=NONE)} == {None}
    assert {case.outcome for case in left(Reconsideration, outcome=NONE)} == {""}
    assert {matter.centre for matter in left(Mediation, unit=NONE)} == {None}


def test_enterprises_are_asked_for_by_one_and_nought(busy: County) -> None:
    concerned, others = (left(Reconsideration, enterprise=answer) for answer in "10")

    assert {case.is_enterprise_related for case in concerned} == {True}
    assert {case.is_enterprise_related for case in others} == {False}


def test_a_kind_of_record_without_a_field_cannot_be_narrowed_by_it(county: County) -> None:
    assert narrow(Mediation.objects.all(), {"field": None}) is None


def test_a_kind_of_record_nobody_declared_is_narrowed_by_its_owners(busy: County) -> None:
    stands = SuspensionFactory.create(case__respondent=busy.township)

    assert left(Suspension, agency=busy.township) == {stands}
    assert left(Suspension, agency=busy.police) == set()


def test_a_chapter_that_knows_no_field_is_left_out_and_named(
    supervisor: Client, busy: County
) -> None:
    page = supervisor.get("/reports/", {"period": "2024", "field": "land"})

    tables = {table.chapter.code: table for table in page.context["tables"]}
    assert tables["reconsideration"].rows
    assert not tables["mediation"].rows
    assert "mediations" in tables["mediation"].left_out


def test_narrowed_numbers_open_their_narrowed_rows(supervisor: Client, busy: County) -> None:
    page = supervisor.get("/reports/", {"period": "2024", "agency": "police", "field": "land"})

    for table in page.context["tables"]:
        for row in table.rows[::5]:
            cell = next(cell for cell in row.cells if cell.tone == "whole")
            assert supervisor.get(cell.address).context["value"] == cell.text, row.code
