"""How a domain declares its soft rules, and what they find in a record."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from cases.registry.clock.clock import Clock
from cases.registry.clock.words import Words
from cases.registry.figures import Label
from cases.registry.timing.rooms import Facts, Room
from cases.registry.timing.running import Reckoned


class Occasion(NamedTuple):
    """Where a rule is not kept: by which article, what should have been when, and when it was.

    about tells several of one record apart: the number of a court, of a letter.
    """

    article: Words
    due_on: date | None = None
    done_on: date | None = None
    about: str = ""


Finder = Callable[[Facts, Sequence[Reckoned]], Iterable[Occasion]]


@dataclass(frozen=True)
class SoftRule:
    """One rule. It asks for a reason where this office could have kept it; what others do
    (a respondent, a court) is recorded without asking."""

    code: str
    message: Label
    finds: Finder
    asks: bool = True


class Key(NamedTuple):
    """What a reason was given for; with other dates it is another matter."""

    rule: str
    about: str
    due_on: date | None
    done_on: date | None


@dataclass(frozen=True, slots=True)
class Finding:
    """A soft rule that a record does not keep."""

    rule: SoftRule
    occasion: Occasion

    @property
    def key(self) -> Key:
        occasion = self.occasion
        return Key(self.rule.code, occasion.about, occasion.due_on, occasion.done_on)

    @property
    def mark(self) -> str:
        """The key in one word, for a form to bring back."""
        return "/".join(str(part or "") for part in self.key).replace(" ", "_")

    @property
    def dates(self) -> Label:
        return dates(self.occasion.due_on, self.occasion.done_on)


@dataclass(frozen=True)
class Cautions:
    """The soft rules of one kind of record; no two of them have one code."""

    room: Room
    rules: tuple[SoftRule, ...]

    @property
    def table(self) -> str:
        """Such as cases.reconsideration; what a recorded caution calls the table."""
        return self.room.model._meta.label_lower

    def found(self, facts: Facts, clock: Clock) -> list[Finding]:
        """Every rule that the record does not keep as it stands."""
        working = self.room.working(facts, clock)
        return [
            Finding(rule, occasion)
            for rule in self.rules
            for occasion in rule.finds(facts, working)
        ]


def late(*codes: str) -> Finder:
    """What a term asks for happened after its last day; for a term counted back, too near."""

    def finds(_facts: Facts, working: Sequence[Reckoned]) -> Iterator[Occasion]:
        for each in working:
            running, deadline = each.running, each.deadline
            if running.code in codes and deadline is not None and each.is_in_time is False:
                article = deadline.term.article
                yield Occasion(article, deadline.due_on, running.met_on, running.which)

    return finds


def dates(due_on: date | None, done_on: date | None) -> Label:
    """What should have been when, and when it was."""
    if due_on is None:
        return "" if done_on is None else done_on.isoformat()
    if done_on is None:
        return format_lazy(_("by {due}"), due=due_on.isoformat())
    template = _("by {due}, was on {done}")
    return format_lazy(template, due=due_on.isoformat(), done=done_on.isoformat())
