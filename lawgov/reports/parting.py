"""What closed records said of the things a report is narrowed and broken down by."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, Final

from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

from cases.registry.agencies import DEEPEST, Agency
from cases.registry.history.recalling import NOT_KNOWN, At, recall

NONE: Final = "none"  # in an address: where nothing is filled in
UNKNOWN: Final = "unknown"  # in an address: of which the history does not say it
NOT_KNOWN_AS_CLOSED = _("not known as closed")

Answers = dict[At, bool | None]  # None: the history does not say


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

    def parted(self, model: type[Model], wanted: Collection[At]) -> dict[At, str]:
        """The part each record fell into at its moment."""
        said = recall(model, self.kept_as, wanted)
        names = self.named({value for value in said.values() if value is not NOT_KNOWN})
        return {at: names.get(value, UNKNOWN) for at, value in said.items()}

    def named(self, values: Iterable[Any]) -> Mapping[Any, str]:
        return {value: typed(value) for value in values}

    def answered(self, model: type[Model], wanted: Collection[At], chosen: Any) -> Answers:
        """Whether each record was of the part that is chosen."""
        name = self.called(chosen)
        found = self.parted(model, wanted).items()
        return {at: part == name or (None if part == UNKNOWN else False) for at, part in found}

    def called(self, chosen: Any) -> str:
        return str(chosen)


def answered_under(
    paths: Sequence[str], model: type[Model], wanted: Collection[At], agency: Agency
) -> Answers:
    """Whether each record named the agency, or one that stood under it at that moment."""
    named = [recall(model, path, wanted) for path in paths]
    stands = _stood_under(agency.pk, {at[0] for at in wanted})
    return {at: _any([stands(at[0], said[at]) for said in named]) for at in wanted}


def _stood_under(top: int, moments: Collection[Any]) -> Callable[[Any, Any], bool | None]:
    """The tree of agencies as it was at each of the moments."""
    agencies = Agency.objects.values_list("pk", flat=True)
    parents = recall(Agency, "parent", [(moment, pk) for pk in agencies for moment in moments])

    def stands(moment: Any, agency: Any) -> bool | None:
        for _level in range(DEEPEST):
            if agency is None or agency is NOT_KNOWN or agency == top:
                break
            agency = parents.get((moment, agency), NOT_KNOWN)
        return None if agency is NOT_KNOWN else bool(agency == top)

    return stands


def _any(answers: Collection[bool | None]) -> bool | None:
    return True if True in answers else None if None in answers else False
