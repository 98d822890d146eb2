"""A cursor that writes the placeholders of long statements the way SQLite has them, quickly."""

from collections.abc import Iterable

from django.db.backends.sqlite3 import base


class Cursor(base.SQLiteCursorWrapper):
    """Gives what Django's own gives; of a report's statements that would be a fifth of the cost."""

    def convert_query(self, query: str, *, param_names: Iterable[str] | None = None) -> str:
        if param_names is None and "%%" not in query:
            return query.replace("%s", "?")  # no %s is a literal one where no % is doubled
        converted: str = super().convert_query(query, param_names=param_names)
        return converted
