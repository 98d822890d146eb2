"""The rules of a table as the form's script reads them: the constraints themselves, spelled out.

A rule is a tree of ["all", …], ["any", …], ["not", …] over two leaves, ["empty", field] and
["among", field, words]; None is what only the database can judge, such as the order of two days.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import CheckConstraint, Field, Model, Q
from django.db.models.expressions import BaseExpression

WORDS = ("CharField", "TextField")  # what is empty as ""; numbers and days are the database's
# A tree as JSON has it: a list whose first word says what it is, a truth, or None.
Tree = list[Any] | bool | None


class Spelled(NamedTuple):
    """One constraint: its tree, and the fields that the tree can say something about."""

    constraint: CheckConstraint
    tree: Tree
    fields: frozenset[str]

    @property
    def is_whole(self) -> bool:
        """Nothing of it is left to the database."""
        return _is_whole(self.tree)


@lru_cache(maxsize=256)
def rules(model: type[Model]) -> tuple[Spelled, ...]:
    """Every check of the table, whether its tree says anything or not."""
    return tuple(
        Spelled(each, tree, frozenset(_fields(tree)))
        for each in model._meta.constraints
        if isinstance(each, CheckConstraint)
        for tree in [_spelled(model, each.condition)]
    )


def rulebook(model: type[Model]) -> list[dict[str, Any]]:
    """What the script is told of a table: the rules that can close something, in words and tree."""
    return [
        {
            "name": each.constraint.name,
            "why": str(each.constraint.get_violation_error_message()),
            "if": tree,
            "fields": sorted(set(_fields(tree))),
        }
        for each in rules(model)
        if (tree := _deniable(each.tree)) is not None and len(set(_fields(tree))) > 1
    ]


def spoken_of(model: type[Model]) -> frozenset[str]:
    """The fields whose values the rules of a table ask for."""
    return frozenset().union(*(each.fields for each in rules(model)))


def _spelled(model: type[Model], condition: Any) -> Tree:
    if isinstance(condition, Q):
        parts = [_spelled(model, each) for each in condition.children]
        words = {Q.AND: "all", Q.OR: "any"}
        joined = (
            _joined(words[condition.connector], parts) if condition.connector in words else None
        )
        return _denied(joined) if condition.negated else joined
    if not isinstance(condition, tuple):
        return None
    path, value = condition
    name, _separator, lookup = path.partition("__")
    field: Any = model._meta.pk if name == "pk" else model._meta.get_field(name)
    return _leaf(field, lookup or "exact", value)


def _leaf(field: "Field[Any, Any]", lookup: str, value: Any) -> Tree:
    """What one lookup says, if a form can know it."""
    if isinstance(value, BaseExpression) or hasattr(value, "resolve_expression"):
        return None
    if lookup == "isnull" and field.null:
        return _empty(field) if value else _denied(_empty(field))
    if lookup == "exact" and isinstance(value, bool):
        return _denied(_empty(field)) if value else _empty(field)
    if lookup in {"exact", "in"} and field.get_internal_type() in WORDS:
        words = [str(each) for each in ([value] if lookup == "exact" else value)]
        kept = [word for word in words if word]
        among: list[Tree] = [["among", field.name, kept]] if kept else []
        return _joined("any", [*among, *([_empty(field)] if "" in words else [])])
    return None


def _empty(field: "Field[Any, Any]") -> Tree:
    return ["empty", field.name]


def _denied(tree: Tree) -> Tree:
    return None if tree is None else ["not", tree]


def _joined(word: str, parts: list[Tree]) -> Tree:
    """One part stands for itself; parts nobody can judge are one."""
    known = [each for each in parts if each is not None]
    if not known:
        return None
    all_of_them = known if len(known) == len(parts) else [*known, None]
    return all_of_them[0] if len(all_of_them) == 1 else [word, *all_of_them]


def _deniable(tree: Tree) -> Tree:
    """The part of a tree that can come out false; what nobody can judge excuses its others."""
    if not isinstance(tree, list):
        return None
    if tree[0] == "all":
        parts = [part for each in tree[1:] if (part := _deniable(each)) is not None]
        return _joined("all", parts)
    if tree[0] == "any":
        parts = [_deniable(each) for each in tree[1:]]
        return None if None in parts else [tree[0], *parts]
    return tree


def _fields(tree: Tree) -> Iterator[str]:
    if isinstance(tree, list):
        if tree[0] in {"empty", "among"}:
            yield tree[1]
        else:
            for each in tree[1:]:
                yield from _fields(each)


def _is_whole(tree: Tree) -> bool:
    if isinstance(tree, list) and tree[0] in {"all", "any", "not"}:
        return all(_is_whole(each) for each in tree[1:])
    return tree is not None
