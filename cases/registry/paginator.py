"""Pages of a list whose length nobody waits for."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils.functional import cached_property

FURTHEST = 10_000


class CappedPaginator(Paginator[Any]):
    """Counts no further than the last row anybody pages to; a filter leads to the others.

    Counting all of a million rows would cost more than showing fifty of them.
    """

    @cached_property
    def count(self) -> int:
        if isinstance(self.object_list, QuerySet):
            return self.object_list.order_by()[:FURTHEST].count()
        return len(self.object_list)
