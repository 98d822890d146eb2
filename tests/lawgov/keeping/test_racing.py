"""Of two clerks who read the same version of a case, one saves and the other is told."""

import json
from pathlib import Path

import pytest

from tests.clerks import SERVED
from tests.offices import Builder

pytestmark = pytest.mark.django_db

COLUMNS = {"form": "note", "action": "handler"}


@pytest.mark.parametrize("doors", [("form", "form"), ("form", "action"), ("action", "action")])
def test_one_saves_and_the_other_is_told(
    new_office: Builder, tmp_path: Path, doors: tuple[str, str]
) -> None:
    office = new_office(tmp_path)
    office.more.update(SERVED)

    done = office.run("-m", "tests.lawgov.keeping.racing", *doors)

    found = json.loads(done.stdout or "{}")
    assert sorted(found.get("said", [])) == ["late", "saved"], done.stderr
    winner = found["said"].index("saved")
    left = {"note": "", "handler": "", COLUMNS[doors[winner]]: f"clerk{winner}"}
    assert found == {"said": found["said"], "changes": 1, **left}
