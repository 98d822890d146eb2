"""The columns of every ledger as a page to read: what seeds/README.md says below its heading."""

from collections.abc import Iterator

from django.db import models
from django.utils import translation

from cases.registry.ledgers.columns import Column
from cases.registry.ledgers.dockets import DocketColumn
from lawgov.ledgers import LEDGERS


def page() -> Iterator[str]:
    """Markdown, a table for each ledger: the header in both languages, and what a cell holds."""
    for ledger in LEDGERS:
        yield f"\n## {ledger.name}.csv – {_both(ledger.label)}\n"
        yield f"The same entry: {', '.join(name.split('__')[0] for name in ledger.key)}.\n"
        yield "| 栏目 | column | code | a cell holds |"
        yield "|---|---|---|---|"
        yield from map(_row, ledger.columns())


def _row(column: Column) -> str:
    required = ", required" if column.is_required else ""
    cells = (*_languages(column.label), f"`{column.name}`", f"{_holds(column)}{required}")
    return f"| {' | '.join(cells)} |"


def _holds(column: Column) -> str:
    """What a cell of the column may say."""
    field = column.field
    if isinstance(column, DocketColumn):
        return "a docket number such as 张政复〔2024〕23号"
    if field.choices:
        return "one of: " + "; ".join(_both(label) for _code, label in field.flatchoices)
    if isinstance(field, models.ForeignKey):
        return f"{_both(field.remote_field.model._meta.verbose_name)}, by {_by(column)}"
    kinds: tuple[tuple[type, str], ...] = (
        (models.DateField, "a date"),
        (models.BooleanField, "是 or nothing"),
        (models.DecimalField, "a number"),
        (models.IntegerField, "a whole number"),
    )
    found = (text for kind, text in kinds if isinstance(field, kind))
    return next(
        found, f"text, at most {field.max_length} characters" if field.max_length else "text"
    )


def _by(column: Column) -> str:
    names: tuple[str, ...] = getattr(column, "by", ("docket__text",))
    return " or ".join(f"`{name}`" for name in names)


def _both(label: object) -> str:
    return " ".join(_languages(label))


def _languages(label: object) -> tuple[str, str]:
    with translation.override("zh-hans"):
        chinese = str(label)
    with translation.override("en"):
        return chinese, str(label)
