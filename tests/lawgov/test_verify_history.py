"""The command that reads the history against itself and against the records."""

from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.db.models import Model
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from cases.reconsideration.models.case import Reconsideration
from cases.registry.history.models import Change, Seal
from lawgov.triggers import HISTORY
from seeds.factories.reconsideration import ReconsiderationFactory
from seeds.factories.registry import AgencyFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def verify(**options: Any) -> tuple[int, str]:
    """The exit code, and what was said."""
    said = StringIO()
    try:
        call_command("verify_history", stdout=said, stderr=said, **options)
    except CommandError:
        return 1, said.getvalue()
    return 0, said.getvalue()


def tamper(statement: str, *values: Any) -> None:
    """Below the application and past the triggers, as whoever owns the database can."""
    HISTORY.remove(connection)
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
    HISTORY.install(connection)


def test_all_holds_after_ordinary_work() -> None:
    case = ReconsiderationFactory.create()
    case.note = "改"
    case.save()

    code, said = verify(seal=True)

    assert code == 0
    assert f"over change 1 to {Seal.objects.get().upto}" in said


@pytest.mark.parametrize(
    "statement", ["UPDATE {} SET person = 7", "DELETE FROM {}"], ids=["altered", "deleted"]
)
@pytest.mark.parametrize("model", [Change, Seal], ids=["change", "seal"])
def test_the_database_refuses_to_have_what_was_recorded(model: type[Model], statement: str) -> None:
    ReconsiderationFactory.create()
    verify(seal=True)
    statement = statement.replace("person = 7", "digest = ''").format(model._meta.db_table)

    with (
        pytest.raises(DatabaseError, match="never altered"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_a_row_changed_past_its_history_is_named_with_what_changed() -> None:
    case = ReconsiderationFactory.create(note="真")
    tamper("UPDATE cases_reconsideration SET note = '假' WHERE id = %s", case.pk)

    code, said = verify()

    assert code == 1
    assert f"cases.reconsideration {case.pk}" in said
    assert "note was recorded as 真 and now is 假" in said


def test_a_row_taken_away_past_its_history_is_named() -> None:
    agency = AgencyFactory.create()
    tamper("DELETE FROM cases_agency WHERE id = %s", agency.pk)

    code, said = verify()

    assert code == 1
    assert f"cases.agency {agency.pk}: the row is gone, and nobody removed it" in said


def test_a_row_put_in_past_its_history_is_named() -> None:
    agency = AgencyFactory.create()
    tamper("DELETE FROM cases_change WHERE label = 'cases.agency' AND row_key = %s", agency.pk)

    code, said = verify()

    assert code == 1
    assert f"cases.agency {agency.pk}: the row has no history" in said


def test_a_change_that_was_altered_is_named() -> None:
    case = ReconsiderationFactory.create()
    tamper("UPDATE cases_change SET why = 'x' WHERE row_key = %s", case.pk)

    code, said = verify()

    assert code == 1
    assert "the change itself was altered" in said


def test_a_change_taken_out_of_the_middle_is_missed() -> None:
    case = ReconsiderationFactory.create()
    for note in ("一", "二"):
        Reconsideration.objects.filter(pk=case.pk).update(note=note)
    middle = Change.objects.filter(label="cases.reconsideration").order_by("pk")[1]
    tamper("DELETE FROM cases_change WHERE id = %s", middle.pk)

    code, said = verify()

    assert code == 1
    assert "the change before it is missing or another" in said


def test_a_tail_cut_off_under_a_seal_is_missed_even_where_the_row_was_put_back() -> None:
    case = ReconsiderationFactory.create(note="")
    Reconsideration.objects.filter(pk=case.pk).update(note="一")
    verify(seal=True)
    last = Change.objects.order_by("-pk")[0]
    tamper("DELETE FROM cases_change WHERE id = %s", last.pk)
    tamper("UPDATE cases_reconsideration SET note = '' WHERE id = %s", case.pk)

    code, said = verify()

    assert code == 1
    assert "changes were sealed" in said


def test_a_seal_on_paper_shows_that_the_seals_were_made_anew() -> None:
    ReconsiderationFactory.create()
    verify(seal=True)
    paper = Seal.objects.get().digest
    tamper("DELETE FROM cases_seal")

    code, said = verify(known=paper)

    assert code == 1
    assert f"{paper}: this seal is not there any more" in said


def test_seals_chain_what_came_since_the_last() -> None:
    ReconsiderationFactory.create()
    verify(seal=True)
    AgencyFactory.create()

    verify(seal=True)

    first, second = Seal.objects.all()
    assert second.previous == first.digest
    assert verify(seal=True)[0] == 0
    assert Seal.objects.count() == 2


def test_a_missing_trigger_is_named() -> None:
    HISTORY.remove(connection)

    code, said = verify()

    assert code == 1
    assert "cases_reconsideration: its changes are not written down" in said


def test_what_a_migration_did_to_the_rows_is_written_down() -> None:
    case = ReconsiderationFactory.create(note="")
    tamper("UPDATE cases_reconsideration SET note = '新' WHERE id = %s", case.pk)

    HISTORY.note_what_stands(connection, "migrate")

    assert verify()[0] == 0
    last = Change.objects.order_by("-pk")[0]
    assert (last.row_key, last.kind, last.why) == (case.pk, "found", "migrate")


def test_it_asks_no_more_of_many_rows_than_of_few() -> None:
    def asked(rows: int) -> int:
        AgencyFactory.create_batch(rows)
        with CaptureQueriesContext(connection) as queries:
            verify()
        return len(queries)

    assert asked(3) == asked(30)
