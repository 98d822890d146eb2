"""Reports for other programs: JSON and CSV."""

import csv
import json
from collections.abc import Iterator
from decimal import Decimal
from io import StringIO
from typing import Any

from django.utils import timezone

from cases.registry.figures import Number
from cases.registry.periods import Period
from cases.registry.rates import Ratio
from lawgov.reports.plain import shown
from lawgov.reports.rollup import Rollup


def as_json(rollup: Rollup, period: Period) -> str:
    """The period's figures under their codes; with months, those under `months` as well."""
    document: dict[str, Any] = _figures(rollup, rollup.periods.index(period))
    if months := [i for i, part in enumerate(rollup.periods) if part != period]:
        document["months"] = [_figures(rollup, place) for place in months]
    return json.dumps(document, ensure_ascii=False, indent=2)


def _figures(rollup: Rollup, place: int) -> dict[str, Any]:
    closed_at = rollup.closed_at[place] if rollup.closed_at else None
    closed = {"closed_at": timezone.localtime(closed_at).isoformat()} if closed_at else {}
    return {
        "period": str(rollup.periods[place]),
        "first_day": str(rollup.periods[place].start),
        "last_day": str(rollup.periods[place].last),
        **closed,
        "figures": {code: _value(line.values[place]) for code, line in rollup.lines.items()},
    }


def _value(value: Number | Ratio) -> dict[str, Any]:
    if isinstance(value, Ratio):
        return {
            "value": value.text,
            "numerator": value.numerator,
            "denominator": value.denominator,
        }
    return {"value": str(value) if isinstance(value, Decimal) else value}


def as_csv(rollup: Rollup) -> Iterator[str]:
    """A line for each figure, a column for each period; opens in a spreadsheet."""
    yield _line(["section", "code", "label", *map(str, rollup.periods)])
    for section in rollup.sections:
        for line in section.lines:
            yield _line([section.chapter.code, line.code, line.label, *map(shown, line.values)])


def _line(cells: list[Any]) -> str:
    buffer = StringIO()
    csv.writer(buffer, lineterminator="").writerow(cells)
    return buffer.getvalue()
