"""A closed figure in parts, and narrowed down: as its records were when it was closed."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.db.models import Case, When
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.litigation.models.dispute import Dispute
from cases.litigation.models.hearing import Hearing
from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import OpinionLetter
from cases.registry.agencies import Agency
from cases.registry.figures import Number
from cases.registry.history.models import Change
from cases.registry.periods import Period
from cases.registry.records import Record
from cases.registry.roles import Role
from cases.registry.users import User
from enforcement.models.files import CaseFile
from lawgov.reports.breakdown import MONTH, dimensions
from lawgov.reports.chapters import CHAPTERS
from lawgov.reports.closing import close
from lawgov.reports.narrowings import Narrowing, filters_of
from lawgov.reports.opened import kept_behind
from lawgov.reports.parted import parts_of
from lawgov.reports.parting import UNKNOWN, typed
from lawgov.reports.question import Question, read
from lawgov.reports.telling import layouts_for, tell
from lawgov.triggers import HISTORY
from mediation.models.matter import Mediation
from seeds.factories.registry import ActKindFactory, FieldFactory
from tests.lawgov.reports.county import County, fill

pytestmark = pytest.mark.django_db

YEAR = Period.parse("2024")
HALVES = [Period.parse("2024H1"), Period.parse("2024H2")]
TODAY = date(2025, 1, 2)
LETTERS = "reconsideration.opinion_letters_issued"
CONCLUDED = "reconsideration.concluded"
SHEETS = [(chapter, sheet) for chapter in CHAPTERS for sheet in chapter.sheets]
FIGURES = {code: figure for chapter in CHAPTERS for code, figure in chapter.figures.items()}
RECONSIDERATION = CHAPTERS[0].sheets[0]
PENDING, EXAMINED = "reconsideration.pending", "enforcement.officers_examined"
Parts = dict[tuple[str, str], dict[str, list[Number]]]


def asked(model: Any, reader: User, typed: str = "") -> Question:
    return read(filters_of(model), QueryDict(f"period=2024{typed}"), reader)[0]


def told(reader: User, periods: list[Period]) -> Parts:
    """Every figure by every dimension, as the reader is told it; nothing of it is open."""
    found = {}
    for _chapter, sheet in SHEETS:
        question = asked(sheet.rows.model, reader)
        layouts = layouts_for(question, periods)
        for by in dimensions(sheet).keys() - {MONTH}:
            for code in sheet.figures:
                found[code, by] = parts_of(sheet, code, by, layouts, question)
    return found


def counted(periods: list[Period]) -> Parts:
    """The same, counted from the records as they stand."""
    found: Parts = {}
    for _chapter, sheet in SHEETS:
        for by in dimensions(sheet).keys() - {MONTH}:
            path = filters_of(sheet.rows.model).base_filters[by].path
            groups = sheet.count_by(path, periods).items()
            for code in sheet.figures:
                lines = {typed(value): [some[code] for some in each] for value, each in groups}
                found[code, by] = {value: line for value, line in lines.items() if any(line)}
    return found


def stir(county: County) -> None:
    """Change, void and remove what every line of work keeps, whatever is closed."""
    other = Agency.objects.create(code="new", name="新设局", parent=county.government)
    Reconsideration.objects.update(
        respondent=other,
        act_kind=ActKindFactory.create(),
        field=FieldFactory.create(),
        handler=None,
        is_enterprise_related=Case(When(is_enterprise_related=True, then=False), default=True),
    )
    Dispute.objects.update(defendant=other, handler=county.handler)
    CaseFile.objects.update(agency=other)
    Mediation.objects.filter(origin__isnull=False).update(origin=other, is_enterprise_related=True)
    Agency.objects.filter(pk=county.township.pk).update(respondent_kind=None, parent=other)
    for model in (Reconsideration, Dispute, Mediation):
        void(model)
    Hearing.objects.all().delete()
    OpinionLetter.objects.all().delete()


def void(model: type[Record]) -> None:
    first = model._default_manager.order_by("pk").values("pk")[:2]
    model._default_manager.filter(pk__in=list(first.values_list("pk", flat=True))).update(
        voided_on=TODAY, void_reason="entered twice"
    )


def forget() -> None:
    """Empty the history behind its triggers' back."""
    HISTORY.remove(connection)
    with connection.cursor() as cursor:
        cursor.execute(f'DELETE FROM "{Change._meta.db_table}"')  # noqa: S608


@pytest.fixture
def reader(busy: County) -> User:
    return busy.person(Role.SUPERVISOR)


def test_the_parts_of_every_figure_stay_what_they_were_by_every_dimension(
    busy: County, reader: User
) -> None:
    before = counted([YEAR])
    close(YEAR, None, TODAY)

    stir(busy)

    assert told(reader, [YEAR]) == before


def test_the_parts_are_the_closed_figure_even_where_nothing_is_known(
    busy: County, reader: User
) -> None:
    for half in HALVES:
        close(half, None, TODAY)
    stir(busy)
    forget()
    whole = tell(Question(YEAR, reader), [YEAR]).lines

    parts = told(reader, [YEAR])

    adding = {code for code, f in FIGURES.items() if not getattr(f, "distinct", "")}
    assert {
        (code, by): sum(some[0] for some in found.values())
        for (code, by), found in parts.items()
        if code in adding
    } == {(code, by): whole[code].values[0] for code, by in parts if code in adding}
    assert UNKNOWN in parts[LETTERS, "unit"]


def test_every_part_opens_its_records_as_they_were(busy: County, reader: User) -> None:
    behind = {
        (code, value): set(keys)
        for code, value, keys in by_hand(Reconsideration.objects.recorded(), "respondent__code")
    }
    close(YEAR, None, TODAY)

    stir(busy)

    assert len(behind) > len(RECONSIDERATION.figures)
    for (code, value), keys in behind.items():
        question = asked(Reconsideration, reader, f"&unit={value}")
        kept = kept_behind(question, CHAPTERS[0], code)
        assert kept is not None
        assert set(kept.keys) == keys, (code, value)


def by_hand(rows: Any, path: str) -> Iterator[tuple[str, str, list[int]]]:
    """What stands behind each figure of the sheet by one field, record by record."""
    for code in RECONSIDERATION.figures:
        found = RECONSIDERATION.behind(code, YEAR, rows).values_list(path, "pk")
        for value in {value for value, _pk in found}:
            yield code, value, [pk for each, pk in found if each == value]


def test_of_a_year_half_closed_the_other_half_is_counted(busy: County, reader: User) -> None:
    close(HALVES[0], None, TODAY)
    stir(busy)

    for chapter, code in ((0, PENDING), (0, CONCLUDED), (3, EXAMINED)):
        sheet = CHAPTERS[chapter].sheet_of(code)
        question = asked(sheet.rows.model, reader)
        layouts = layouts_for(question, [YEAR, *HALVES])
        parts = parts_of(sheet, code, "unit", layouts, question)
        whole = tell(question, [YEAR, *HALVES]).lines[code].values

        assert [sum(some) for some in zip(*parts.values(), strict=True)] == whole, code


def test_a_narrowed_rollup_of_a_closed_year_is_told_as_closed(busy: County, reader: User) -> None:
    narrowings = ["agency=police", "unit=police&field=land", "enterprise=1"]
    before = [narrowed(reader, each) for each in narrowings]
    close(YEAR, None, TODAY)

    stir(busy)

    assert [narrowed(reader, each) for each in narrowings] == before
    assert [narrowed(reader, f"{each}&as=stands") for each in narrowings] != before


def narrowed(reader: User, typed: str) -> dict[str, Any]:
    question, _form = read(Narrowing, QueryDict(f"period=2024&{typed}"), reader)
    answer = tell(question, [YEAR])
    known = [code for chapter in CHAPTERS for code in question.counts(chapter)]
    return {code: answer.lines[code].values for code in known}


def test_an_agency_takes_in_those_that_stood_under_it_when_it_was_closed(
    busy: County, reader: User
) -> None:
    before = narrowed(reader, "agency=police")[CONCLUDED]
    close(YEAR, None, TODAY)

    Agency.objects.filter(pk=busy.branch.pk).update(parent=busy.township)

    assert narrowed(reader, "agency=police")[CONCLUDED] == before
    assert narrowed(reader, "agency=police&as=stands")[CONCLUDED] != before


def test_records_the_history_is_silent_about_are_left_out_and_counted(
    supervisor: Client, busy: County
) -> None:
    close(YEAR, None, TODAY)
    OpinionLetter.objects.all().delete()
    forget()

    page = supervisor.get(f"/reports/breakdown/{LETTERS}/?period=2024&by=unit")
    [part] = page.context["breakdown"].parts
    address = next(cell.address for cell in part.cells if cell.tone == "whole")
    rows = supervisor.get(address).context

    assert part.label == "not known as closed"
    assert (rows["value"], len(rows["entries"])) == (str(part.whole), part.whole)
    left_out = supervisor.get(f"/reports/rows/{LETTERS}/?period=2024&agency=police")
    assert f"{part.whole} records are left out" in left_out.content.decode()


def test_a_township_is_told_its_parts_as_they_stand(busy: County) -> None:
    reader = busy.person(Role.SUPERVISOR, busy.township)
    close(YEAR, None, TODAY)
    Reconsideration.objects.update(voided_on=TODAY, void_reason="entered twice")

    question = asked(Reconsideration, reader)
    layouts = layouts_for(question, [YEAR])

    assert parts_of(RECONSIDERATION, CONCLUDED, "unit", layouts, question) == {}


def test_more_records_and_more_changes_take_no_more_queries(
    supervisor: Client, busy: County
) -> None:
    address = "/reports/breakdown/reconsideration.concluded/?period=2024&by=respondent_kind"
    fill(busy, rounds=1)
    close(YEAR, None, TODAY)
    Reconsideration.objects.filter(pk__in=few(1)).update(respondent=busy.police)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert supervisor.get(address).status_code == 200
        return len(captured)

    queries()  # what is remembered from now on is not counted
    before = queries()

    Reconsideration.objects.filter(pk__in=few(9)).update(respondent=busy.branch)

    assert queries() == before


def few(count: int) -> list[int]:
    found = Reconsideration.objects.filter(concluded_on__year=2024).order_by("pk")
    return list(found.values_list("pk", flat=True)[:count])
