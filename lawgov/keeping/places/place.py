"""The database of this lawgov, whichever vendor keeps it."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Protocol

from django.db import connection

from cases.registry.agencies import Agency
from cases.registry.users import User
from lawgov.keeping.inventory import Inventory
from lawgov.keeping.places.postgres import Postgres
from lawgov.keeping.places.sqlite import SQLite


class Place(Protocol):
    """What a backup and a restoring ask of a vendor."""

    vendor: str

    @property
    def address(self) -> str:
        """Where lawgov finds it, as DATABASE_URL says it."""

    def dumped(self, to: Path) -> Inventory:
        """Write one consistent copy to a file; what it holds, read in the same moment."""

    def trial(self, dump: Path) -> AbstractContextManager[str]:
        """The copy restored in a throw-away database, by its address."""

    def switched_to(self, dump: Path, url: str, moment: datetime, *, keep: bool) -> str:
        """Put the copy in place of what is here, at once or not at all; where the old one is."""

    def is_there(self) -> bool:
        """Whether there is a database at all."""


def here() -> Place:
    return Postgres() if connection.vendor == "postgresql" else SQLite()


def is_empty(place: Place) -> bool:
    """Nothing was entered here yet: no agency, nobody who could sign in."""
    if not place.is_there():
        return True
    with let_go(), connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        rows = [model for model in (User, Agency) if model._meta.db_table in tables]
        return not any(model.objects.exists() for model in rows)


@contextmanager
def let_go() -> Iterator[None]:
    """Afterwards this process holds no connection that would stand in the way."""
    try:
        yield
    finally:
        connection.close()
