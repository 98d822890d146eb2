"""How the periods of one asking lie: which are the sum of others, and which are neighbours."""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import Enum
from functools import lru_cache

from cases.registry.figures import Edge
from cases.registry.periods import Period

KEPT = 64  # choices of periods that stay laid out


class Over(Enum):
    """Of which periods of an asking something is asked."""

    UNTILED = "those that are not the sum of others"
    TILED = "those that are"
    LATE = "those with which a run of neighbours ends, on the day of the turn or after it"
    EARLY = "those with which a run ends before that"


class Tiling:
    """The periods of one asking, named by their place in it.

    A period tiled by shorter ones of the same asking is their sum; a run is a chain of the
    others, each starting on the day the one before it ends; `ends` are the days they end on.
    """

    def __init__(self, periods: Sequence[Period]) -> None:
        self.periods = periods
        direct = {i: tiles for i in range(len(periods)) if (tiles := self._tiles(i))}
        self.tiles = {i: list(_down(i, direct)) for i in direct}
        self.runs = self._runs(i for i in range(len(periods)) if i not in self.tiles)
        self._places = {
            Over.UNTILED: [place for run in self.runs for place in run],
            Over.TILED: list(self.tiles),
        }
        self.last = [run[-1] for run in self.runs]
        self.ends = [periods[place].end for place in self.last]
        self.days = {
            Edge.START: [period.start for period in periods],
            Edge.END: [period.end for period in periods],
        }

    def places_of(self, over: Over, turn: date = date.min) -> list[int]:
        if over in self._places:
            return self._places[over]
        is_late = over is Over.LATE
        return [place for place in self.last if (self.periods[place].end >= turn) is is_late]

    def _tiles(self, index: int) -> list[int]:
        """The shorter periods that, laid end to end, make up this one; none if they do not."""
        whole = self.periods[index]
        shortest: dict[date, int] = {}
        for i in sorted(range(len(self.periods)), key=lambda i: self.periods[i].end, reverse=True):
            if self.periods[i] != whole:
                shortest[self.periods[i].start] = i
        found, day = [], whole.start
        while day in shortest and self.periods[shortest[day]].end <= whole.end:
            found.append(shortest[day])
            day = self.periods[shortest[day]].end
        return found if day == whole.end else []

    def _runs(self, places: Iterator[int]) -> list[list[int]]:
        runs: list[list[int]] = []
        for place in sorted(places, key=lambda i: self.periods[i]):
            if runs and self.periods[runs[-1][-1]].end == self.periods[place].start:
                runs[-1].append(place)
            else:
                runs.append([place])
        return runs


def _down(place: int, direct: dict[int, list[int]]) -> Iterator[int]:
    """The periods a period is made of that are not themselves made of others."""
    if place not in direct:
        yield place
        return
    for tile in direct[place]:
        yield from _down(tile, direct)


@lru_cache(maxsize=KEPT)
def tiling(periods: tuple[Period, ...]) -> Tiling:
    """Laid out once, for all sheets of a page are asked for the same periods."""
    return Tiling(periods)
