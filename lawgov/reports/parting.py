"""What closed records said of the things a report is narrowed and broken down by."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any, Final

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from cases.registry.agencies import DEEPEST, Agency
from cases.registry.history.asking import Asked
from cases.registry.history.recalling import NOT_KNOWN, Told, Wanted, recall, together
from cases.registry.keys import among

NONE: Final = "none"  # in an address: where nothing is filled in
UNKNOWN: Final = "unknown"  # in an address: of which the history does not say it
NOT_KNOWN_AS_CLOSED = _("not known as closed")

Answers = Told[bool | None]  # None: the history does not say


def typed(value: Any) -> str:
    """A value as an address names it."""
    if value is None or value == "":
        return NONE
    return str(int(value)) if isinstance(value, bool) else str(value)


class Parting:
    """One thing of a record by which records fall into parts, each of them a value in an address.

    `kept_as` is the path to it in the history, which knows related rows by their keys.
    """

    kept_as: str

    @property
    def reads(self) -> Sequence[str]:
        """The paths it is told from."""
        return [self.kept_as]

    def filter(self, rows: QuerySet[Any], value: Any) -> QuerySet[Any]:
        """Of records as they stand all is known."""
        narrowed: QuerySet[Any] = rows.none() if value == UNKNOWN else super().filter(rows, value)  # type: ignore[misc]  # of the filter it is mixed into
        return narrowed

    def parted(self, model: type[Model], wanted: Wanted) -> Told[str]:
        """The part each record fell into at its moments."""
        said = recall(model, self.kept_as, wanted)
        names = self.named({value for value in said.values() if value is not NOT_KNOWN})
        return said.map(lambda value: names.get(value, UNKNOWN))

    def named(self, values: Iterable[Any]) -> Mapping[Any, str]:
        return {value: typed(value) for value in values}

    def answered(self, model: type[Model], wanted: Wanted, chosen: Any) -> Answers:
        """Whether each record was of the part that is chosen."""
        name = self.called(chosen)
        parted = self.parted(model, wanted)
        return parted.map(lambda part: part == name or (None if part == UNKNOWN else False))

    def called(self, chosen: Any) -> str:
        return str(chosen)

    def stirred(self, _model: type[Model], _asked: Asked, _chosen: Any) -> set[int]:
        """Records of which what they name means something else by now; here nothing does."""
        return set()


def answered_under(
    paths: Sequence[str], model: type[Model], wanted: Wanted, agency: Agency
) -> Answers:
    """Whether each record named the agency, or one that stood under it at that moment."""
    named = together([recall(model, path, wanted) for path in paths], wanted)
    trees = _trees(wanted)
    if not trees:
        now = _tree_now()
        return named.map(lambda some: _stood_under(agency.pk, now, some))
    return Told(
        at={
            (moment, key): _stood_under(agency.pk, trees[moment], named.of(moment, key))
            for moment, keys in wanted.items()
            for key in keys
        }
    )


def named_what_moved(
    paths: Sequence[str], model: type[Model], asked: Asked, agency: Agency
) -> set[int]:
    """Records that name one that stood under the agency then and does not now, or the reverse."""
    now, top = _tree_now(), agency.pk
    trees = _trees(asked.at).values()
    stands = {each: _is_under(top, now, each) for each in now}
    moved = [
        each
        for each, is_under in stands.items()
        if any(_is_under(top, tree, each) is not is_under for tree in trees)
    ]
    if not moved:
        return set()
    names = reduce(or_, (Q(**{f"{path}__in": moved}) for path in paths))
    rows = model._base_manager.filter(among("pk", asked.keys), names).order_by()
    return asked.keys & set(rows.values_list("pk", flat=True))


Tree = Mapping[int, Any]  # of each agency the one above it


def _tree_now() -> Tree:
    return dict(Agency.objects.order_by().values_list("pk", "parent"))


def _trees(moments: Iterable[datetime]) -> dict[datetime, Tree]:
    """How agencies stood under one another at some moments; nothing if always as now."""
    agencies = set(Agency.objects.order_by().values_list("pk", flat=True))
    parents = recall(Agency, "parent", dict.fromkeys(moments, agencies))
    if not parents.at:
        return {}
    return {moment: {each: parents.of(moment, each) for each in agencies} for moment in moments}


def _stood_under(top: int, parents: Mapping[int, Any], named: Iterable[Any]) -> bool | None:
    """Whether one of some agencies was the one or stood under it; None where it is not known."""
    return _any([_is_under(top, parents, agency) for agency in named])


def _is_under(top: int, parents: Mapping[int, Any], agency: Any) -> bool | None:
    for _level in range(DEEPEST):
        if agency is None or agency is NOT_KNOWN or agency == top:
            break
        agency = parents.get(agency, NOT_KNOWN)
    return None if agency is NOT_KNOWN else bool(agency == top)


def _any(answers: Collection[bool | None]) -> bool | None:
    return True if True in answers else None if None in answers else False
