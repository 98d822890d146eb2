"""The columns in which a record keeps its next due date, so that lists sort and filter by it."""

from datetime import date
from typing import Final

from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

NEVER: Final = date(9999, 12, 31)  # sorts what has no due date behind everything that has one
DUE_CODE_LENGTH: Final = 80


class Clocked(models.Model):
    """A record with the next date by which something has to be done; written by its room alone.

    The database marks it stale with every change of what its clock reads, and raises `clock_turn`
    with every mark, so that an old copy saved back never passes for a reckoning. The answer holds
    through `reckoned_until`, where a term that nobody has to meet then runs out.
    """

    next_due_on = models.DateField(_("next due date"), null=True, editable=False)
    next_term = models.CharField(
        _("what is due"), max_length=DUE_CODE_LENGTH, default="", editable=False
    )
    next_due_is_provisional = models.BooleanField(_("provisional"), default=False, editable=False)
    reckoned_until = models.DateField(_("reckoned until"), null=True, editable=False)
    clock_is_stale = models.BooleanField(_("to be reckoned"), default=True, editable=False)
    clock_turn = models.PositiveIntegerField(_("turn of the clock"), default=0, editable=False)
    due_order = models.GeneratedField(
        expression=Coalesce("next_due_on", Value(NEVER, output_field=models.DateField())),
        output_field=models.DateField(_("next due date")),
        db_persist=True,
    )

    class Meta:
        abstract = True


# What a reckoning writes, in the order in which it is written.
STORED: Final = (
    "next_due_on",
    "next_term",
    "next_due_is_provisional",
    "reckoned_until",
    "clock_is_stale",
)


def due_indexes(
    name: str, *, always: tuple[str, ...] = (), at_times: tuple[str, ...] = ()
) -> list[models.Index]:
    """What the lists, the filters and the reckoning look up; `name` begins each index's own.

    always, at_times: the columns that say whose work a record is and whom it concerns, those
    that are never empty and those that may be; each has its open dates in order.
    """
    has_date = Q(next_due_on__isnull=False)
    # Empty ones stay outside, or SQLite takes a column that is mostly empty for a bad one and
    # walks the dates of the whole county; of a column never empty it cannot prove that.
    conditions = dict.fromkeys(always, has_date)
    conditions |= {column: has_date & Q(**{f"{column}__isnull": False}) for column in at_times}
    return [
        *(
            models.Index(
                fields=[column, "due_order", "-id"],
                name=f"{name}_due_by_{column}",
                condition=condition,
            )
            for column, condition in conditions.items()
        ),
        models.Index(fields=["due_order", "-id"], name=f"{name}_by_due_order"),
        models.Index(
            fields=["next_due_on", "next_due_is_provisional"],
            name=f"{name}_by_next_due",
            condition=Q(next_due_on__isnull=False),
        ),
        models.Index(fields=["id"], name=f"{name}_to_reckon", condition=Q(clock_is_stale=True)),
        models.Index(
            fields=["reckoned_until"],
            name=f"{name}_by_reckoning",
            condition=Q(reckoned_until__isnull=False),
        ),
    ]
