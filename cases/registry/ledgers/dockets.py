"""The column of the bureau's own docket numbers, which a ledger brings along."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.registry.dockets import Docket, DocketKind, DocketNumber, DocketSeries
from cases.registry.ledgers.cells import Cell, Read, text_of
from cases.registry.ledgers.columns import Column
from cases.registry.ledgers.faults import Unreadable
from cases.registry.ledgers.words import narrow
from cases.registry.typed_dates import FIRST_YEAR, LAST_YEAR

LONGEST_PREFIX = DocketSeries._meta.get_field("prefix").max_length or 0
HIGHEST = 999_999  # of one series in one year


class DocketColumn(Column):
    """A number of the ledger's own kind, however its brackets were typed.

    A number that is taken although no row bears it was reserved by somebody for something
    else, so a ledger may not use it.
    """

    field: "models.OneToOneField[Any, Any]"

    def __init__(self, field: "models.Field[Any, Any]", kind: DocketKind) -> None:
        self.kind = kind
        self._reserved: set[str] = set()
        super().__init__(field)

    def _reader(self, field: "models.Field[Any, Any]") -> Read:  # noqa: ARG002
        return self._docket

    def prepare(self, cells: Iterable[Cell]) -> None:
        texts = [str(docket) for cell in set(cells) if (docket := _parsed(cell))]
        without_a_row = {f"{self.field.related_query_name()}__isnull": True}
        taken = DocketNumber.objects.filter(text__in=texts, **without_a_row)
        self._reserved = set(taken.values_list("text", flat=True))

    def write(self, row: models.Model) -> str:
        return str(getattr(row, self.name))

    def _docket(self, cell: Cell) -> Docket | None:
        if not text_of(cell):
            return None
        docket = _parsed(cell)
        if docket is None or not self._is_of_this_kind(docket):
            expected = Docket(f"{settings.LAWGOV_DOCKET_PREFIX}{self.kind.mark}", 2024, 23)
            raise Unreadable(
                _("expected a docket number such as %(number)s") % {"number": expected}
            )
        if str(docket) in self._reserved:
            raise Unreadable(_("this number is taken already, though no entry here bears it"))
        return docket

    def _is_of_this_kind(self, docket: Docket) -> bool:
        return (
            docket.prefix.endswith(self.kind.mark)
            and len(docket.prefix) <= LONGEST_PREFIX
            and FIRST_YEAR <= docket.year <= LAST_YEAR
            and 1 <= docket.sequence <= HIGHEST
        )


def _parsed(cell: Cell) -> Docket | None:
    try:
        return Docket.parse(narrow(text_of(cell)))
    except ValueError:
        return None
