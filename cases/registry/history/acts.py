"""Who is changing records just now, through which door, and why."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final
from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST_REASON: Final = 200


class Door(models.TextChoices):
    """The ways in which a row can be changed."""

    FORM = "form", _("form")
    BULK = "bulk", _("bulk action")
    LEDGER = "ledger", _("ledger")
    COMMAND = "command", _("command")
    OUTSIDE = "outside", _("outside the application")


@dataclass(frozen=True)
class Act:
    """One thing somebody does, however many rows it changes; `token` tells it from any other."""

    door: Door
    by: int | None = None  # the person's key; None for a command nobody in particular gave
    why: str = ""
    token: str = ""


_current: ContextVar[Act | None] = ContextVar("lawgov_act", default=None)


def current_act() -> Act | None:
    """What is being done just now; None where nobody said."""
    return _current.get()


@contextmanager
def acting(door: Door, by: int | None = None, why: str = "") -> Iterator[Act]:
    """Whatever is changed inside is recorded as this act."""
    act = Act(door, by, why[:LONGEST_REASON], uuid4().hex)
    mark = _current.set(act)
    try:
        yield act
    finally:
        _current.reset(mark)
