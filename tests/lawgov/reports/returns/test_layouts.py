"""Layouts are files: which is in force when, and what a file may not say."""

from datetime import date
from pathlib import Path

import pytest

from cases.reconsideration.terms import Outcome
from cases.registry.agencies import Agency, AgencyKind
from cases.registry.periods import Period
from lawgov.reports.returns.columns import Malformed
from lawgov.reports.returns.layouts import (
    FOLDER,
    FORMS,
    NoLayout,
    current,
    layout_for,
    layouts,
    read_layout,
)
from lawgov.reports.returns.pivot import Pivot
from seeds.factories.litigation import DisputeFactory
from seeds.factories.reconsideration import ReconsiderationFactory
from seeds.factories.registry import AgencyFactory

YEAR = Period.parse("2024")

NEXT = """
form = "reconsideration"
zh = "新表"
en = "New form"
valid_from = 2027-01-01
certainty = "V"
[[section]]
by = "field"
zh = "类别"
en = "Field"
[columns]
in_order = [
  { key = "a", zh = "受理", en = "Accepted", figure = "reconsideration.accepted" },
  { key = "b", zh = "简易程序", en = "Simplified", of = "a", where = { procedure = "simplified" } },
  { key = "c", zh = "简易程序/其他", en = "Other", of = "a", rest = true },
]
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "next.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_form_has_a_layout_for_2024() -> None:
    assert [layout.form for layout in current(YEAR)] == list(FORMS)
    assert len(layouts()) == len(list(FOLDER.glob("*.toml")))


def test_no_layout_holds_before_its_first_day() -> None:
    with pytest.raises(NoLayout):
        layout_for("disclosure", Period.parse("2020"))


def test_next_years_form_is_a_file(tmp_path: Path) -> None:
    layout = read_layout(written(tmp_path, NEXT))

    assert [column.key for column in layout.columns] == ["a", "b", "c"]
    assert not layout.holds(date(2026, 12, 31))
    assert layout.holds(date(2027, 1, 1))


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ('figure = "reconsideration.accepted"', 'figure = "reconsideration.nothing"'),
        ('of = "a", rest = true', 'of = "z", rest = true'),
        ('key = "b"', 'key = "a"'),
        ('by = "field"', 'by = "colour"'),
        (", rest = true", ""),
        ("rest = true", 'rest = true, colour = "red"'),
        ("rest = true", "rest = true, absent = true"),
        ("valid_from = 2027-01-01", ""),
    ],
)
def test_a_file_that_cannot_be_filled_is_refused(tmp_path: Path, said: str, instead: str) -> None:
    with pytest.raises(Malformed, match=r"next\.toml"):
        read_layout(written(tmp_path, NEXT.replace(said, instead)))


def line(form: str, agency: Agency) -> dict[str, object]:
    [section] = Pivot(layout_for(form, YEAR), YEAR).filled()
    return next((dict(line.values) for line in section.lines if line.key == agency.code), {})


@pytest.mark.django_db
def test_joint_defendants_are_one_case_of_the_agency_that_made_the_act() -> None:
    organ = AgencyFactory.create(county=True)
    dispute = DisputeFactory.create(joint=True, organ=organ, is_disclosure_related=True)

    of_agency = line("disclosure", dispute.defendant)
    of_organ = line("disclosure", organ)

    assert (of_agency["after_pending"], of_agency["after_total"]) == (1, 1)
    assert of_organ == {}


@pytest.mark.django_db
def test_disclosure_counts_concluded_and_pending_cases_once() -> None:
    agency = AgencyFactory.create()
    given = {"respondent": agency, "is_disclosure_related": True}
    ReconsiderationFactory.create(concluded=True, outcome=Outcome.REVOKED, **given)
    ReconsiderationFactory.create(concluded=True, outcome=Outcome.MEDIATED, **given)
    ReconsiderationFactory.create(received_on=date(2023, 11, 6), accepted=True, **given)

    found = line("disclosure", agency)

    names = ("upheld", "corrected", "other", "pending", "total")
    assert [found[f"reconsideration_{name}"] for name in names] == [0, 1, 1, 1, 3]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "column"),
    [
        (AgencyKind.TOWNSHIP, "respondent_township"),
        (AgencyKind.DEPARTMENT, "respondent_county_department"),
        (AgencyKind.COUNTY_GOVERNMENT, "respondent_county"),
        (AgencyKind.OTHER, "respondent_other"),
    ],
)
def test_a_respondent_without_a_statistical_kind_counts_by_what_it_is(
    kind: AgencyKind, column: str
) -> None:
    ReconsiderationFactory.create(accepted=True, respondent=AgencyFactory.create(kind=kind))

    [section] = Pivot(layout_for("reconsideration", YEAR), YEAR).filled()

    taken = {k for k, v in section.total.values.items() if k.startswith("respondent_") and v}
    assert taken == {column}
