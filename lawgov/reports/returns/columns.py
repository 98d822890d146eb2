"""One column of a form, and what its definition in the file may say."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from django.utils.translation import get_language

from lawgov.reports.returns.vocabulary import NAMED

KINDS = ("figure", "of", "share", "rate", "adds", "absent")
KNOWN = {"key", "zh", "en", "zh_note", "en_note", "where", "any", "named", "rest", "hidden", *KINDS}


class Malformed(Exception):
    """A layout that cannot be filled; the message says where and why."""


def in_chinese() -> bool:
    return (get_language() or "").startswith("zh")


@dataclass(frozen=True)
class Wording:
    """The same words in both languages; a form is printed in the one in force."""

    zh: str
    en: str

    def __str__(self) -> str:
        return self.zh if in_chinese() else self.en


@dataclass(frozen=True)
class Column:
    """A column counts a figure, takes part `of` another, divides, adds up, or stands empty.

    `where` is the narrowing of its own; of a `rest` it is what its siblings leave, so that
    nothing falls between the columns of a group.
    """

    key: str
    words: Wording
    note: Wording
    figure: str = ""
    of: str = ""
    where: Q = field(default_factory=Q)
    is_rest: bool = False
    share: tuple[tuple[str, ...], tuple[str, ...]] | None = None
    rate: str = ""
    adds: tuple[str, ...] = ()
    is_absent: bool = False
    is_hidden: bool = False

    @property
    def path(self) -> list[str]:
        """What stands above it, from the outermost head inwards."""
        return str(self.words).split("/")

    @property
    def label(self) -> str:
        return " · ".join(self.path)

    @property
    def group(self) -> tuple[str, str]:
        """The columns that together make up another."""
        return self.of, self.words.zh.split("/", maxsplit=1)[0]


def read_column(given: Mapping[str, Any]) -> Column:
    """One line of a file.

    Raises:
        Malformed: it says something unknown, or not exactly one thing that it shows.
    """
    key = str(given.get("key", "?"))
    if unknown := given.keys() - KNOWN:
        raise Malformed(f"{key}: {', '.join(sorted(unknown))}?")
    if len([kind for kind in KINDS if given.get(kind)]) != 1:
        raise Malformed(f"{key}: one of {', '.join(KINDS)} is needed")
    return Column(
        key,
        Wording(given["zh"], given["en"]),
        Wording(given.get("zh_note", ""), given.get("en_note", "")),
        figure=given.get("figure", ""),
        of=given.get("of", ""),
        where=_condition(given),
        is_rest=given.get("rest", False),
        share=_share(given.get("share")),
        rate=given.get("rate", ""),
        adds=tuple(given.get("adds", ())),
        is_absent=given.get("absent", False),
        is_hidden=given.get("hidden", False),
    )


def _condition(given: Mapping[str, Any]) -> Q:
    found, alternatives = _lookups(given.get("where", {})), Q()
    for one in given.get("any", ()):
        alternatives |= _lookups(one)
    found &= alternatives
    if name := given.get("named"):
        if name not in NAMED:
            raise Malformed(f"{given['key']}: no condition is called {name}")
        found &= NAMED[name]()
    return found


def _lookups(given: Mapping[str, Any]) -> Q:
    """Fields with the value, or one of the values, that they must have."""
    found = Q()
    for lookup, value in given.items():
        found &= Q(**{f"{lookup}__in": value}) if isinstance(value, list) else Q(**{lookup: value})
    return found


def _share(given: Any) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    if given is None:
        return None
    above, below = ((side,) if isinstance(side, str) else tuple(side) for side in given)
    return above, below


def complete(columns: Iterable[Column]) -> list[Column]:
    """The columns with the condition of every rest filled in from its siblings.

    Raises:
        Malformed: a group has no rest, or two: then something could fall between its columns.
    """
    listed = list(columns)
    groups: dict[tuple[str, str], list[Column]] = {}
    for column in listed:
        if column.of:
            groups.setdefault(column.group, []).append(column)
    rests = {group: _rest(group, members) for group, members in groups.items()}
    return [rests[column.group] if column.is_rest else column for column in listed]


def _rest(group: tuple[str, str], members: list[Column]) -> Column:
    rests = [column for column in members if column.is_rest]
    if len(rests) != 1:
        raise Malformed(f"{'/'.join(group)}: a group needs exactly one column for the rest")
    taken = Q()
    for column in members:
        if not column.is_rest:
            taken |= column.where
    values = {name: getattr(rests[0], name) for name in Column.__dataclass_fields__}
    return Column(**{**values, "where": ~taken if taken else Q()})
