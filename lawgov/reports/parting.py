"""What closed records said of the things a report is narrowed and broken down by."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final

from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

from cases.registry.agencies import DEEPEST, Agency
from cases.registry.history.recalling import NOT_KNOWN, Told, Wanted, recall, together

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


def answered_under(
    paths: Sequence[str], model: type[Model], wanted: Wanted, agency: Agency
) -> Answers:
    """Whether each record named the agency, or one that stood under it at that moment."""
    named = together([recall(model, path, wanted) for path in paths], wanted)
    agencies = set(Agency.objects.values_list("pk", flat=True))
    parents = recall(Agency, "parent", dict.fromkeys(wanted, agencies))
    if not parents.at:  # the tree was the same at every moment
        return named.map(lambda some: _stood_under(agency.pk, parents.always, some))
    trees = {moment: {each: parents.of(moment, each) for each in agencies} for moment in wanted}
    return Told(
        at={
            (moment, key): _stood_under(agency.pk, trees[moment], named.of(moment, key))
            for moment, keys in wanted.items()
            for key in keys
        }
    )


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
