"""Answers what a person typed with the condition that finds it."""

from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import BooleanField, F, Func, Q

from cases.registry.search.dialects import DIALECTS
from cases.registry.search.searched import Searched
from cases.registry.search.spelling import is_too_short, looked_up, piece, words

# Up to so many records are named by their keys. More of them lie so close together in any list
# that a page of it is filled sooner by reading the list in its order.
FEW = 2000


class Mentions(Func):
    """Whether the kept text of a record has all the words; a look-up by key for each row."""

    output_field = BooleanField()
    arity = 1

    def __init__(self, searched: Searched, asked: tuple[str, ...]) -> None:
        self.searched, self.asked = searched, asked
        super().__init__(F("pk"))

    def as_sql(  # type: ignore[override]  # it is given no other template
        self, compiler: Any, connection: Any, **_context: Any
    ) -> tuple[str, list[Any]]:
        key, params = compiler.compile(self.source_expressions[0])
        holds = " AND ".join([DIALECTS[connection.vendor].holds] * len(self.asked))
        sql = f"(SELECT {holds} FROM {self.searched.table} s WHERE s.id = {key})"  # noqa: S608
        return sql, [*self.asked, *params]


@dataclass(frozen=True)
class Found:
    """What was looked for, and the keys of what has it unless that is much."""

    searched: Searched
    asked: tuple[str, ...]
    short: tuple[str, ...]  # words of one letter, which were left out
    pks: tuple[int, ...] | None

    @property
    def is_much(self) -> bool:
        return self.pks is None

    def condition(self) -> Any:
        if self.pks is None:
            return Mentions(self.searched, self.asked)
        return Q(pk__in=self.pks)


def find(searched: Searched, typed: str) -> Found:
    """Every record with all the words, wherever in it they stand; none if there are no words."""
    every = words(typed)
    short = tuple(word for word in every if is_too_short(word))
    asked = tuple(word for word in every if word not in short)
    if not asked:
        return Found(searched, (), short, ())
    pks = candidates(searched, asked, FEW + 1)
    return Found(searched, asked, short, tuple(pks) if len(pks) <= FEW else None)


def candidates(searched: Searched, asked: tuple[str, ...], limit: int) -> list[int]:
    sql, params = DIALECTS[connection.vendor].candidates(searched, looked_up(asked), len(asked))
    with connection.cursor() as cursor:
        cursor.execute(f"{sql} LIMIT {limit}", [*params, *asked])
        return [pk for (pk,) in cursor.fetchall()]


def whole(searched: Searched, typed: str, limit: int) -> list[int]:
    """Records of which what was typed is a whole number or name, not a part of one."""
    asked = piece(typed)
    return [] if is_too_short(asked) else candidates(searched, (asked,), limit)
