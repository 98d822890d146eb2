"""Which rows are asked about at which moments, where they are very many."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import accumulate, chain

from cases.registry.history.recalling import Wanted
from cases.registry.marks import Marks

Group = Sequence[int]  # keys in order, at least one


@dataclass(frozen=True)
class Asked:
    """The keys of rows by moment, in groups as somebody has them.

    No set is made of all those of a moment: it is of few that anybody looks what they said then.
    """

    at: Mapping[datetime, Sequence[Group]]

    @classmethod
    def about(cls, wanted: Mapping[datetime, Collection[int]]) -> "Asked":
        return cls({moment: [sorted(keys)] for moment, keys in wanted.items() if keys})

    @cached_property
    def keys(self) -> Marks:
        """All of them, whenever they are asked about."""
        return Marks.of(list(chain.from_iterable(self.at.values())))

    def tops(self) -> Iterator[tuple[datetime, int]]:
        """The moments as they came, and the highest key asked about until each of them."""
        moments = sorted(self.at)
        tops = (max(group[-1] for group in self.at[moment]) for moment in moments)
        return zip(moments, accumulate(tops, max), strict=True)

    def only(self, some: set[int]) -> Wanted:
        """Of some rows alone."""
        if not some:
            return {}
        found = {moment: found_in(groups, some) for moment, groups in self.at.items()}
        return {moment: keys for moment, keys in found.items() if keys}


def found_in(groups: Iterable[Group], some: set[int]) -> set[int]:
    """Those of some keys that are in one of the groups."""
    return set[int]().union(*map(some.intersection, groups))
