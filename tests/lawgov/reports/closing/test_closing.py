"""What was closed stays what it was, whoever edits what afterwards."""

from collections.abc import Callable
from datetime import date
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from cases.reconsideration.models.case import Reconsideration
from cases.registry.figures import Figure
from cases.registry.periods import Period
from cases.registry.roles import Role
from cases.registry.users import User
from lawgov.reports import closing
from lawgov.reports.chapters import CHAPTERS
from lawgov.reports.closing import NotClosed, close
from lawgov.reports.closures import ClosedFigure, ClosedRecords, Closure
from lawgov.reports.footprints import compress, expand, footprint, number, pack, unpack
from lawgov.reports.numbers import ClosedCodes, ClosedNumbers
from lawgov.reports.returns.closed_tables import ClosedTable
from lawgov.reports.rollup import roll_up
from lawgov.reports.sealing import doubts
from lawgov.triggers import CLOSINGS
from tests.lawgov.reports.closed import MARCH, TODAY
from tests.lawgov.reports.county import County, fill

pytestmark = pytest.mark.django_db


YEAR = Period.parse("2024")
MIGRATION = import_module("lawgov.reports.migrations.0004_codes_of_closed_numbers")
SHEETS = [sheet for chapter in CHAPTERS for sheet in chapter.sheets]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.rows.model.__name__)
@pytest.mark.parametrize("period", ["2024", "2024-02"])
def test_every_figure_is_what_the_records_behind_it_add_up_to(
    busy: County, sheet: Any, period: str
) -> None:
    found = footprint(sheet, Period.parse(period))

    reckoned = {code: number(sheet.figures[code], shares) for code, shares in found.items()}
    assert reckoned == sheet.totals(Period.parse(period))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.rows.model.__name__)
def test_the_records_behind_a_figure_are_those_it_opens(busy: County, sheet: Any) -> None:
    found = footprint(sheet, YEAR)

    for code, counted in sheet.figures.items():
        if not (isinstance(counted, Figure) and counted.distinct):
            assert set(found[code]) == {row.pk for row in sheet.behind(code, YEAR)}, code


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.rows.model.__name__)
def test_what_is_packed_is_unpacked_again(busy: County, sheet: Any) -> None:
    found = footprint(sheet, YEAR)

    assert unpack(expand(compress(pack(found)))) == found


def test_it_freezes_every_figure_and_every_rate(busy: County, supervisor: User) -> None:
    closure = close(YEAR, supervisor, TODAY)

    counted = {code: line.values[0] for code, line in roll_up([YEAR]).lines.items()}
    assert {figure.code: figure.number for figure in closure.figures.all()} == counted


def test_what_was_frozen_survives_every_edit(busy: County, supervisor: User) -> None:
    closure = close(YEAR, supervisor, TODAY)
    before = {figure.code: figure.value for figure in closure.figures.all()}

    Reconsideration.objects.update(voided_on=TODAY, void_reason="entered twice")

    assert {figure.code: figure.value for figure in closure.figures.all()} == before
    assert roll_up([YEAR]).lines["reconsideration.received"].values == [0]


def test_it_keeps_what_a_rate_divided_and_how_it_was_rounded(
    busy: County, supervisor: User
) -> None:
    rate = close(YEAR, supervisor, TODAY).figures.get(code="reconsideration.correction_rate")

    assert (rate.value, rate.numerator, rate.denominator) == ("25.00", 3, 12)
    assert (rate.rounding, rate.decimals) == ("truncate", 2)


def test_it_keeps_the_definition_in_both_languages_whoever_closes(
    county: County, supervisor: User
) -> None:
    with translation.override("en"):
        rate = close(YEAR, supervisor, TODAY).figures.get(code="reconsideration.correction_rate")

    assert (rate.label_en, rate.label_zh) == ("Direct correction rate", "直接纠错率")
    assert "Denominator: Concluded" in rate.meaning_en


def test_the_digest_is_the_same_in_every_language(busy: County, supervisor: User) -> None:
    close(YEAR, supervisor, TODAY)

    for language in ("en", "zh-hans"):
        with translation.override(language):
            assert list(doubts()) == []


def _unguarded(tamper: Callable[[], Any]) -> None:
    """As somebody who may do anything to the database would."""
    CLOSINGS.remove(connection)
    tamper()


@pytest.mark.parametrize(
    "tamper",
    [
        pytest.param(
            lambda: ClosedFigure.objects.filter(code="reconsideration.concluded").update(value="9"),
            id="value",
        ),
        pytest.param(
            lambda: ClosedFigure.objects.filter(code="reconsideration.concluded").update(
                meaning_zh="别的"
            ),
            id="definition",
        ),
        pytest.param(
            lambda: ClosedRecords.objects.update(footprint=compress(pack({}))), id="records"
        ),
        pytest.param(lambda: ClosedRecords.objects.update(footprint=b"nothing"), id="rubbish"),
        pytest.param(lambda: Closure.objects.update(closed_on=date(2025, 6, 1)), id="day"),
        pytest.param(lambda: ClosedNumbers.objects.update(numbers="[[],[],[],[]]"), id="numbers"),
        pytest.param(lambda: ClosedNumbers.objects.update(keys="{}"), id="keys"),
        pytest.param(lambda: ClosedCodes.objects.update(codes="[[],[],[]]"), id="codes"),
        pytest.param(
            lambda: ClosedTable.objects.filter(form="mediation").update(layout="another"),
            id="layout",
        ),
        pytest.param(lambda: ClosedTable.objects.update(told=compress("{}")), id="cells"),
    ],
)
def test_tampering_shows(busy: County, supervisor: User, tamper: Callable[[], Any]) -> None:
    closure = close(YEAR, supervisor, TODAY)

    _unguarded(tamper)

    assert [doubt.closure for doubt in doubts()] == [closure]


def test_closings_of_one_declaration_share_their_codes(busy: County, supervisor: User) -> None:
    for period in (MARCH, YEAR):
        close(period, supervisor, TODAY)

    assert ClosedCodes.objects.count() == 1
    assert ClosedNumbers.objects.count() == 2


def test_the_migration_writes_the_numbers_that_closing_writes(
    busy: County, supervisor: User
) -> None:
    for period in (MARCH, YEAR):
        close(period, supervisor, TODAY)
    written = ClosedNumbers.objects.values_list("closure", "codes__codes", "numbers", "keys")
    kept = list(written)
    _unguarded(lambda: (ClosedNumbers.objects.all().delete(), ClosedCodes.objects.all().delete()))

    MIGRATION.write_again(apps, None)

    assert list(written.all()) == kept


@pytest.mark.parametrize(
    "model", [Closure, ClosedFigure, ClosedRecords, ClosedCodes, ClosedNumbers, ClosedTable]
)
def test_the_database_lets_nobody_alter_or_delete_what_was_closed(
    county: County, supervisor: User, model: Any
) -> None:
    close(MARCH, supervisor, TODAY)

    for statement in ("UPDATE {} SET id = id", "DELETE FROM {}"):
        with (
            pytest.raises(DatabaseError, match="never altered"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement.format(model._meta.db_table))


def test_what_is_not_over_is_not_closed(county: County, supervisor: User) -> None:
    with translation.override("en"), pytest.raises(NotClosed, match="when it is over"):
        close(MARCH, supervisor, date(2024, 3, 31))


def test_it_is_closed_from_the_day_after(county: County, supervisor: User) -> None:
    assert close(MARCH, supervisor, date(2024, 4, 1)).closed_on == date(2024, 4, 1)


def test_the_database_knows_too_that_it_must_be_over(county: County) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Closure.objects.create(
            start_on=date(2024, 3, 1),
            end_on=date(2024, 4, 1),
            closed_on=date(2024, 3, 31),
            closed_at="2024-03-31T00:00Z",
            digest="0" * 64,
        )


def test_nothing_is_closed_twice(county: County, supervisor: User, second: User) -> None:
    close(MARCH, supervisor, TODAY)

    with translation.override("en"), pytest.raises(NotClosed, match="closed already"):
        close(MARCH, second, TODAY)


def test_two_who_close_in_the_same_moment_close_once(county: County, supervisor: User) -> None:
    closure = close(MARCH, supervisor, TODAY)

    closure.pk = None
    with pytest.raises(IntegrityError, match=r"closure_once|start_on"), transaction.atomic():
        closure.save(force_insert=True)


def test_a_year_and_its_months_are_closed_one_by_one(county: County, supervisor: User) -> None:
    for period in (MARCH, Period.parse("2024Q1"), YEAR):
        close(period, supervisor, TODAY)

    assert Closure.objects.standing().count() == 3


@pytest.mark.parametrize("role", [role for role in Role if role != Role.SUPERVISOR])
def test_nobody_but_a_supervisor_closes(county: County, role: Role) -> None:
    with pytest.raises(NotClosed):
        close(MARCH, county.person(role), TODAY)

    assert not Closure.objects.exists()


def test_a_supervisor_who_reads_only_a_town_closes_nothing(county: County) -> None:
    with pytest.raises(NotClosed):
        close(MARCH, county.person(Role.SUPERVISOR, county.township), TODAY)


def test_who_has_left_closes_nothing(county: County, supervisor: User) -> None:
    supervisor.is_active = False

    with pytest.raises(NotClosed):
        close(MARCH, supervisor, TODAY)


def test_a_closing_that_breaks_off_leaves_nothing(
    busy: County, supervisor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_args: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(ClosedRecords.objects, "bulk_create", killed)

    with pytest.raises(KeyboardInterrupt):
        close(MARCH, supervisor, TODAY)

    assert not Closure.objects.exists()
    assert not ClosedFigure.objects.exists()


def test_what_moves_while_it_is_closed_is_not_closed(
    busy: County, supervisor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(closing, "roll_up", lambda _periods: roll_up([MARCH]))

    with pytest.raises(NotClosed):
        close(YEAR, supervisor, TODAY)

    assert not Closure.objects.exists()


def test_more_records_take_no_more_queries(county: County, supervisor: User) -> None:
    def queries(month: str) -> int:
        with CaptureQueriesContext(connection) as asked:
            close(Period.parse(month), supervisor, TODAY)
        return len(asked)

    close(Period.parse("2022-12"), supervisor, TODAY)  # the first one writes what is declared
    few = queries("2023-01")
    fill(county, rounds=4)

    assert queries("2024-01") == few
