"""What goes out comes in again, equal, whatever it says and in whichever language."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.db import models
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.reconsideration.models.case import Reconsideration
from cases.registry.agencies import Agency
from cases.registry.codes import ActKind, Field
from cases.registry.dockets import Docket, DocketNumber
from cases.registry.ledgers.csvfiles import csv_grid
from cases.registry.ledgers.header import Header
from cases.registry.users import User
from seeds.factories.reconsideration import ReconsiderationFactory, SuspensionFactory
from seeds.factories.registry import AgencyFactory
from tests.cases.registry.ledgers.conftest import BY_NAME, Desk

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("county")]

ONE_DATABASE = [HealthCheck.function_scoped_fixture]  # it is only read
LEDGER = BY_NAME["reconsideration"]
NAMES = [column.name for column in LEDGER.columns()]
# What a form would take: no control characters, no blanks at either end.
TEXT = st.text(
    st.one_of(
        st.sampled_from("=+-@'\",，、；“”()（）〔〕0123456789%\n\t是否号"),
        st.characters(exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]),
    ),
    max_size=20,
).map(str.strip)


def strategy(name: str) -> st.SearchStrategy[Any]:
    """Whatever a column may hold, whether or not the rules would let it stand there."""
    field = Reconsideration._meta.get_field(name)
    assert isinstance(field, models.Field)
    nothing = st.just(field.get_default()) if field.blank else st.nothing()
    if field.choices:
        return nothing | st.sampled_from([code for code, _label in field.flatchoices])
    match field:
        case models.BooleanField():
            return st.booleans()
        case models.DateField():
            return nothing | st.dates(date(1900, 1, 1), date(2100, 12, 31))
        case models.DecimalField():
            return nothing | st.decimals(-(10**11), 10**11, places=2).map(abs)
    return nothing | TEXT.filter(bool)


PLAIN = {
    name: strategy(name)
    for name in NAMES
    if not isinstance(Reconsideration._meta.get_field(name), models.ForeignKey)
}


def rows(values: list[dict[str, Any]]) -> list[Reconsideration]:
    refers = {
        "respondent": Agency.objects.get(code="A1"),
        "field": Field.objects.get(code="test-field"),
        "act_kind": ActKind.objects.get(code="test-act"),
        "handler": User.objects.get(username="clerk-a"),
    }
    return [
        Reconsideration(
            docket=DocketNumber(text=str(Docket("张政复", 2024, number))), **refers, **row
        )
        for number, row in enumerate(values, start=1)
    ]


def read_back(path: Path) -> list[dict[str, Any]]:
    _number, cells = next(lines := csv_grid(path).lines)
    header = Header(LEDGER, cells)
    assert header.mistakes() == []
    table = [line for _number, line in lines]
    columns = {
        each.column.name: each.column.values([line[each.place] for line in table])
        for each in header.placed
    }
    return [
        {name: column[place] for name, column in columns.items()} for place in range(len(table))
    ]


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(values=st.lists(st.fixed_dictionaries(PLAIN), min_size=1, max_size=3))
def test_what_is_written_is_read_back_equal(
    tmp_path: Path, values: list[dict[str, Any]], language: str
) -> None:
    made = rows(values)

    with translation.override(language):
        LEDGER.save_csv(made, tmp_path / "reconsideration.csv")
        read = read_back(tmp_path / "reconsideration.csv")

    assert [{name: line[name] for name in PLAIN} for line in read] == values
    assert [line["respondent"] for line in read] == [row.respondent_id for row in made]
    assert [str(line["docket"]) for line in read] == [str(row.docket) for row in made]


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_records_that_went_out_are_known_when_they_come_in(desk: Desk, language: str) -> None:
    case = ReconsiderationFactory.create(
        concluded=True,
        claim_text="=HYPERLINK()",
        compensation_claimed=Decimal("0.50"),
        is_mandatory_first=True,
    )
    SuspensionFactory.create(case=case, resumed_on=date(2024, 3, 28))
    with translation.override(language):
        for name in ("agencies", "reconsideration", "reconsideration_suspensions"):
            ledger = BY_NAME[name]
            ledger.save_csv(ledger.model._default_manager.all(), desk.folder / f"{name}.csv")

    tallies = desk.take_in()

    assert {name: (t.written, t.differing) for name, t in tallies.items()} == {
        "agencies": (0, 0),
        "reconsideration": (0, 0),
        "reconsideration_suspensions": (0, 0),
    }


def test_a_file_is_as_spreadsheets_like_it(tmp_path: Path) -> None:
    ledger, path = BY_NAME["agencies"], tmp_path / "agencies.csv"
    parent = AgencyFactory.build(code="B", name="=1+1", since_on=date(2024, 1, 2))
    rows = [parent, AgencyFactory.build(code="C", name='说"是"', parent=parent, is_synthetic=False)]

    ledger.save_csv(rows, path)

    assert path.read_bytes().decode() == (
        "\ufeffcode,name,short name,kind,counts in the statistics as,under,exists since,"
        "dissolved on,synthetic\r\n"
        "B,'=1+1,,Department,,,2024-01-02,,Yes\r\n"
        'C,"说""是""",,Department,,B,,,\r\n'
    )


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    cases = ReconsiderationFactory.create_batch(3, concluded=True)
    paths = [tmp_path / "first.csv", tmp_path / "second.csv"]

    for path in paths:
        LEDGER.save_csv(cases, path)

    first, second = (path.read_bytes() for path in paths)
    assert first == second


def test_no_line_asks_the_database_for_what_it_refers_to(
    tmp_path: Path, django_assert_num_queries: Any
) -> None:
    ReconsiderationFactory.create_batch(5, concluded=True)

    with django_assert_num_queries(1):
        LEDGER.save_csv(Reconsideration.objects.all(), tmp_path / "reconsideration.csv")
