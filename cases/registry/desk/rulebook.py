"""The rules of a table as the form's script reads them: the constraints themselves, spelled out.

A rule is a tree of ["all", …], ["any", …], ["not", …] over two leaves, ["empty", field] and
["among", field, words]; None is what only the database can judge, such as the order of two days.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import CheckConstraint, Field, Model, Q

WORDS = ("CharField", "TextField")  # what is empty as ""; numbers and days are the database's
LEAVES = ("empty", "among")
JOINED = {Q.AND: "all", Q.OR: "any"}
# A tree as JSON has it: a list whose first word says what it is, or None.
Tree = list[Any] | None


class Spelled(NamedTuple):
    """One constraint, and what a form can know of it."""

    constraint: CheckConstraint
    tree: Tree


@lru_cache(maxsize=256)
def rules(model: type[Model]) -> tuple[Spelled, ...]:
    """Every check of the table, whether its tree says anything or not."""
    return tuple(
        Spelled(each, spelled(model, each.condition))
        for each in model._meta.constraints
        if isinstance(each, CheckConstraint)
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


def spelled(model: type[Model], condition: Any) -> Tree:
    """A condition on one row as a tree, with None for what a form cannot know."""
    if isinstance(condition, Q):
        parts = [spelled(model, each) for each in condition.children]
        word = JOINED.get(condition.connector)
        joined = None if word is None else _joined(word, parts)
        return _denied(joined) if condition.negated else joined
    if not isinstance(condition, tuple):
        return None
    path, value = condition
    name, _separator, lookup = path.partition("__")
    field: Any = model._meta.pk if name == "pk" else model._meta.get_field(name)
    return _leaf(field, lookup or "exact", value)


def _leaf(field: "Field[Any, Any]", lookup: str, value: Any) -> Tree:
    """What one lookup says, if a form can know it."""
    if hasattr(value, "resolve_expression"):
        return None  # another field
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
    known = list(filter(_is_known, parts))
    if not known:
        return None
    all_of_them = known if len(known) == len(parts) else [*known, None]
    return all_of_them[0] if len(all_of_them) == 1 else [word, *all_of_them]


def _deniable(tree: Tree) -> Tree:
    """The part of a tree that can come out false; what nobody can judge excuses its others."""
    if tree is None:
        return None
    if tree[0] == "all":
        left = filter(_is_known, map(_deniable, tree[1:]))
        return _joined("all", list(left))
    if tree[0] == "any":
        parts = [_deniable(each) for each in tree[1:]]
        return [tree[0], *parts] if all(map(_is_known, parts)) else None
    return tree


def _is_known(tree: Tree) -> bool:
    return tree is not None


def _fields(tree: Tree) -> Iterator[str]:
    if tree is None:
        return
    if tree[0] in LEAVES:
        yield tree[1]
        return
    for each in tree[1:]:
        yield from _fields(each)
