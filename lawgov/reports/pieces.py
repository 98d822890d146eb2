"""Long pieces of a page, which are put in when all else is written.

A template joins and copies what stands in it once more at each of its levels. Of tables of a
megabyte that takes longer than to write them.
"""

from collections.abc import Iterator
from itertools import zip_longest
from secrets import token_hex

from django.utils.safestring import SafeString, mark_safe


class Pieces:
    """The long pieces of one page, in the order in which their places were taken.

    A place is held by a mark that nobody can guess, so nothing that was typed is taken for one.
    """

    def __init__(self) -> None:
        self._mark = f"<!--{token_hex(16)}-->"
        self._pieces: list[str] = []

    def put(self, piece: str) -> SafeString:
        """What stands for the piece meanwhile."""
        self._pieces.append(piece)
        return mark_safe(self._mark)  # noqa: S308  # our own

    def into(self, page: str) -> Iterator[str]:
        """The page from its beginning to its end, each piece in its place."""
        for text, piece in zip_longest(page.split(self._mark), self._pieces, fillvalue=""):
            yield text
            yield piece
