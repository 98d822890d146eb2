"""What a test reads off a page: its tables, cell by cell, and where each cell leads."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

import pytest
from django.test import Client

# Static files are collected when the site is put up, not for a test.
PAGES = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]


class Seen(NamedTuple):
    """A cell as a browser would draw it."""

    text: str
    address: str
    classes: str


class Tables(HTMLParser):
    """The cells of the tables of numbers, row by row."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[list[Seen]] = []
        self._cell: list[str] | None = None
        self._address = self._classes = ""
        self._inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "table":
            self._inside = "figures" in given.get("class", "").split()
        elif tag == "tr" and self._inside:
            self.rows.append([])
        elif tag == "td" and self._inside:
            self._cell, self._address, self._classes = [], "", given.get("class", "")
        elif tag == "a" and self._cell is not None:
            self._address = given["href"]

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "td" and self._cell is not None:
            text = "".join(self._cell).strip()
            self.rows[-1].append(Seen(text, self._address, self._classes))
            self._cell = None

    def cells(self) -> Iterator[Seen]:
        return (cell for row in self.rows for cell in row)


def text(client: Client, address: str) -> str:
    response = client.get(address, follow=True)
    assert response.status_code == 200
    return response.content.decode()
