"""Very many keys at once: one byte for each number up to the highest of them."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

NO, YES = 0, 1
NOWHERE: Final = -1


class Marks(Collection[int]):
    """Keys in order, of which one may ask how many lie between two, and which ones do not.

    Tables hand their keys out one after another, so that a set of them would take many times
    the room and have to be put in order besides.
    """

    def __init__(self, marks: bytearray) -> None:
        self._marks = marks

    @classmethod
    def of(cls, groups: Collection[Sequence[int]]) -> "Marks":
        """The keys of groups, each of them in order."""
        marks = bytearray(1 + max((group[-1] for group in groups), default=NOWHERE))
        for group in groups:
            for key in group:
                marks[key] = YES
        return cls(marks)

    def __len__(self) -> int:
        return self._marks.count(YES)

    def __iter__(self) -> Iterator[int]:
        return self.between(range(len(self._marks)))

    def __contains__(self, key: object) -> bool:
        marks = self._marks
        return isinstance(key, int) and 0 <= key < len(marks) and marks[key] == YES

    def __and__(self, some: Collection[int]) -> set[int]:
        return set(filter(self.__contains__, some))

    def without(self, some: Collection[int]) -> "Marks":
        marks = bytearray(self._marks)
        for key in self & some:
            marks[key] = NO
        return Marks(marks)

    @property
    def edges(self) -> range:
        """From the first to the last of them."""
        return self.trimmed(range(len(self._marks)))

    def trimmed(self, part: range) -> range:
        """A part of the numbers, from the first to the last key in it."""
        first = self._marks.find(YES, part.start, part.stop)
        if first == NOWHERE:
            return range(0)
        return range(first, 1 + self._marks.rfind(YES, part.start, part.stop))

    def count(self, part: range) -> int:
        return self._marks.count(YES, part.start, part.stop)

    def between(self, part: range) -> Iterator[int]:
        """The keys in a part of the numbers."""
        return self._each(YES, part)

    def missing(self, part: range) -> Iterator[int]:
        """The numbers in a part that are none of the keys."""
        return self._each(NO, part)

    def _each(self, mark: int, part: range) -> Iterator[int]:
        key = self._marks.find(mark, part.start, part.stop)
        while key != NOWHERE:
            yield key
            key = self._marks.find(mark, key + 1, part.stop)
