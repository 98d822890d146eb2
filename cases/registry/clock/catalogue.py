"""The table of terms: read from one file, the version in force picked by date."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from cases.registry.clock.refusals import AmbiguousTerm, NoTermInForce
from cases.registry.clock.rows import ground_from, term_from
from cases.registry.clock.terms import Ground, Term

TERMS_FILE = Path(__file__).with_name("terms.toml")

Row = TypeVar("Row", Term, Ground)


class Catalogue:
    """Every version of every term and ground; of one code one version is in force on a day.

    Rows may come from the file or from the register, so a clash is refused when the code is
    asked for, and `clashes` finds them all beforehand.
    """

    def __init__(self, terms: Iterable[Term], grounds: Iterable[Ground] = ()) -> None:
        self.terms = tuple(terms)
        self.grounds = tuple(grounds)
        self._terms = _by_code(self.terms)
        self._grounds = _by_code(self.grounds)

    def codes(self) -> tuple[str, ...]:
        """Every code once, in the order of the table."""
        return tuple(self._terms)

    def applicable(self, code: str, on: date) -> Term:
        """The version of a term in force on the date of its event."""
        return _in_force(self._terms, code, on)

    def has(self, code: str, on: date) -> bool:
        """Some version of the term is in force on the day."""
        return any(term.is_in_force(on) for term in self._terms.get(code, ()))

    def ground(self, code: str, on: date) -> Ground:
        """The version of a ground in force on the day the time began to be left out."""
        return _in_force(self._grounds, code, on)

    def grounds_for(self, code: str, on: date) -> tuple[Ground, ...]:
        """The grounds that may be named for a term; the first is meant when none is named."""
        return tuple(each for each in self.grounds if code in each.terms and each.is_in_force(on))

    def simplified_of(self, code: str, on: date) -> Term | None:
        """The simplified procedure's term that turns into this one, if there is any."""
        found = (each for each in self.terms if each.converts_to == code and each.is_in_force(on))
        return next(found, None)

    def clashes(self) -> "list[tuple[Term, Term] | tuple[Ground, Ground]]":
        """Versions of one code that are in force on one and the same day."""
        return [*_overlaps(self._terms), *_overlaps(self._grounds)]


@cache
def statutory() -> Catalogue:
    """The terms as the file has them."""
    with TERMS_FILE.open("rb") as file:
        table = tomllib.load(file)
    return Catalogue(map(term_from, table["term"]), map(ground_from, table["ground"]))


def _by_code(rows: Iterable[Row]) -> dict[str, list[Row]]:
    versions: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        versions[row.code].append(row)
    return dict(versions)


def _in_force(table: dict[str, list[Row]], code: str, on: date) -> Row:
    found = [row for row in table.get(code, ()) if row.is_in_force(on)]
    if not found:
        name = next((row.label for row in reversed(table.get(code, []))), code)
        text = _("No version of “{name}” is in force on {day}.")
        raise NoTermInForce(format_lazy(text, name=name, day=on.isoformat()))
    if len(found) > 1:
        text = _("Several versions of {code} are in force on {day}.")
        raise AmbiguousTerm(format_lazy(text, code=code, day=on.isoformat()))
    return found[0]


def _overlaps(table: dict[str, list[Row]]) -> Iterator[tuple[Row, Row]]:
    for versions in table.values():
        ordered = sorted(versions, key=lambda row: row.valid_from)
        for earlier, later in pairwise(ordered):
            if earlier.valid_to is None or earlier.valid_to >= later.valid_from:
                yield earlier, later
