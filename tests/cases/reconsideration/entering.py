"""Cases as they are entered, by the form and past it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.db import connection

from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import Extension, Suspension
from tests.forms import BESIDE, sent_of

TABLES: dict[str, tuple[type[Any], dict[str, Any]]] = {
    "suspensions": (Suspension, {"ground": "39-1-6", "notice_number": "", "resumption_number": ""}),
    "extension": (
        Extension,
        {"days": 30, "approved_by": "", "notice_number": "", "reason": ""},
    ),
}


ACCEPTED = {"accepted_on": "2024-03-08"}
DECIDED = {**ACCEPTED, "concluded_on": "2024-04-10", "outcome": "upheld"}
SIMPLIFIED = {**ACCEPTED, "procedure": "simplified", "simplified_ground": "53-2"}
OPEN = {"suspended_on": "2024-03-20"}


class Wrong(NamedTuple):
    """A case with its rows as it cannot be; what a clerk hears, and the rule by its name."""

    case: Mapping[str, Any]
    rows: tuple[tuple[str, Mapping[str, Any]], ...]
    said: str
    rule: str


def form_of(case: Reconsideration, wrong: Wrong) -> dict[str, Any]:
    """The form of a case just received, filled in wrongly."""
    form = sent_of(case, **{"received_on": "2024-03-04", **wrong.case})
    for name in BESIDE:
        rows = [row for table, row in wrong.rows if table == name]
        form |= {f"{name}-TOTAL_FORMS": len(rows)}
        for place, row in enumerate(rows):
            filled = {"ground": "39-1-6", **row} if name == "suspensions" else {"days": 30, **row}
            form |= {f"{name}-{place}-{field}": value for field, value in filled.items()}
    return form


def change(case: Reconsideration, fields: Mapping[str, Any]) -> None:
    if fields:
        named = ", ".join(f"{name} = %s" for name in fields)
        run(f"UPDATE cases_reconsideration SET {named} WHERE id = %s", *fields.values(), case.pk)  # noqa: S608


def enter(case: Reconsideration, table: str, row: Mapping[str, Any]) -> None:
    model, template = TABLES[table]
    values = {**template, **row, "case_id": case.pk}
    marks = ", ".join(["%s"] * len(values))
    run(
        f"INSERT INTO {model._meta.db_table} ({', '.join(values)}) VALUES ({marks})",  # noqa: S608
        *values.values(),
    )


def run(statement: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
