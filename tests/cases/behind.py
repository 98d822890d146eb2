"""What the records behind a figure come to, and whether what ought to add up does."""

from typing import Any

from cases.registry.figures import Figure
from cases.registry.periods import Period
from cases.registry.sheets import Chapter


def behind(chapter: Chapter, code: str, period: Period) -> Any:
    """The number the rows behind a figure come to."""
    figure = chapter.figures[code]
    rows = chapter.sheet_of(code).behind(code, period)
    if isinstance(figure, Figure) and figure.total:
        return sum(getattr(row, figure.total) or 0 for row in rows)
    if isinstance(figure, Figure) and figure.distinct:
        return len({getattr(row, figure.distinct) for row in rows})
    return rows.count()


def adding(chapter: Chapter) -> list[str]:
    """The figures whose months come to their year."""
    figures = chapter.figures.items()
    return [code for code, each in figures if isinstance(each, Figure) and each.is_additive]


def broken(chapter: Chapter, values: dict[str, Any]) -> list[str]:
    """The identities that do not hold of some values."""
    numbers = {code: [value] for code, value in values.items()}
    return [str(each.label) for each in chapter.identities if any(each.remainders(numbers))]
