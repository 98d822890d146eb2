"""Whatever is laid down, every line is written, or known, or complained about: none is lost."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.registry.ledgers.faults import Fault, LedgerRefused
from cases.registry.ledgers.intake import Intake
from tests.cases.registry.ledgers.conftest import LEDGERS, Desk, case

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("county")]

SOUND = {"accepted_on": "2024-03-08", "concluded_on": "", "outcome": ""}
LINES = {
    "sound": SOUND,
    "unreadable": SOUND | {"accepted_on": "soon"},
    "without an agency": SOUND | {"respondent": "无此局"},
    "breaking a rule": SOUND | {"outcome": "upheld"},
    "breaking two": SOUND | {"accepted_on": "2024-03-01", "outcome": "upheld"},
}
CASES = st.lists(st.sampled_from(list(LINES)), min_size=1, max_size=6)
TAGS = st.lists(st.integers(1, 8), unique=True, max_size=6)


def outcome(desk: Desk) -> dict[str, int] | list[Fault]:
    """Rows written and known by ledger, or the faults; nothing stays behind either way."""
    with transaction.atomic():
        try:
            tallies = Intake(LEDGERS).load(desk.folder)
        except LedgerRefused as refused:
            return refused.faults
        finally:
            transaction.set_rollback(True)
        return {tally.ledger: tally.written + tally.known for tally in tallies}


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(cases=CASES, tags=TAGS)
def test_every_line_is_accounted_for(cases: list[str], tags: list[int]) -> None:
    faulty = [number for number, kind in enumerate(cases, start=1) if kind != "sound"]
    dangling = [number for number in tags if number > len(cases)]
    with TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        numbered = enumerate(cases, start=1)
        desk.lay(
            "reconsideration",
            *(case(docket=f"张政复〔2024〕{number}号") | LINES[kind] for number, kind in numbered),
        )
        lines = [[f"张政复〔2024〕{number}号", "redo"] for number in tags]
        desk.lay_lines("reconsideration_tags", ["case", "tag"], *lines)

        found = outcome(desk)

    if faulty or dangling:
        assert isinstance(found, list)
        assert {fault.row for fault in found if fault.file == "reconsideration.csv"} == {
            number + 1 for number in faulty
        }
        assert {fault.value[-2:-1] for fault in found if "tags" in fault.file} == {
            str(number) for number in dangling
        }
    else:
        assert found == {"reconsideration": len(cases), "reconsideration_tags": len(tags)}
