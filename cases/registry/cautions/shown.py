"""What a person reads of a record's cautions: what holds now with its reason, and what held."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cases.registry.cautions.recorded import Caution
from cases.registry.cautions.rules import Cautions, Finding, SoftRule
from cases.registry.clock.clock import Clock
from cases.registry.figures import Label


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding with what is recorded of it, or something recorded that holds no more."""

    rule: SoftRule | None
    finding: Finding | None
    caution: Caution | None

    @property
    def message(self) -> Label:
        if self.rule is not None:
            return self.rule.message
        return self.caution.rule if self.caution else ""  # a rule that is declared no more

    @property
    def article(self) -> Label:
        if self.finding is not None:
            return str(self.finding.occasion.article)
        return self.caution.article if self.caution else ""

    @property
    def about(self) -> str:
        source = self.finding.occasion if self.finding else self.caution
        return source.about if source else ""

    @property
    def dates(self) -> Label:
        source = self.finding or self.caution
        return source.dates if source else ""

    @property
    def is_mute(self) -> bool:
        """A reason is asked for, and none is recorded."""
        asks = self.rule is not None and self.rule.asks
        return self.finding is not None and asks and not (self.caution and self.caution.reason)


def shown(declared: Cautions, pk: int, clock: Clock) -> list[Shown]:
    """What holds by the record as it stands, whichever door changed it, then what held."""
    rows = list(Caution.objects.filter(table=declared.table, record=pk).select_related("by"))
    found = declared.found(declared.room.of(pk), clock)
    return [*_holding(found, rows), *_past(declared, found, rows)]


def _holding(found: Sequence[Finding], rows: Sequence[Caution]) -> Iterator[Shown]:
    kept = {row.key: row for row in rows if row.ended_at is None}
    for each in found:
        yield Shown(each.rule, each, kept.get(each.key))


def _past(declared: Cautions, found: Sequence[Finding], rows: Sequence[Caution]) -> Iterator[Shown]:
    rules = {rule.code: rule for rule in declared.rules}
    holding = {each.key for each in found}
    for row in rows:
        if row.ended_at is not None or row.key not in holding:
            yield Shown(rules.get(row.rule), None, row)
