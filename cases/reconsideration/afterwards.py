"""Which terms run once a case is decided: the suit, the performance, the answers to letters."""

from collections.abc import Iterator
from datetime import date

from cases.reconsideration.terms import DECISIONS, Outcome, Tag
from cases.registry.figures import Label
from cases.registry.timing.rooms import Facts
from cases.registry.timing.running import Running, Watch

SUE_AFTER_REFUSAL = "reconsideration.sue_after_refusal"  # art. 34


def after_decision(case: Facts) -> Iterator[Running]:
    """The suit against the decision, and what the decision tells the respondent to do."""
    served_on = case.decision_served_on
    if served_on is not None and case.outcome in DECISIONS:
        is_refusal = case.is_mandatory_first and case.outcome == Outcome.APPLICATION_DISMISSED
        code = SUE_AFTER_REFUSAL if is_refusal else "reconsideration.sue_after_decision"
        yield Running(code, served_on, watch=Watch.SHOWN)
    if case.performance_due_on is not None and case.concluded_on is not None:
        yield Running(
            "reconsideration.performance_of_decision",
            _started(case, case.performance_due_on),
            met_on=case.performed_on,
            named_on=case.performance_due_on,
        )
    elif served_on is not None and any(row.tag == Tag.REDO for row in case.rows["tags"]):
        yield Running("reconsideration.redo", served_on, met_on=case.performed_on)


def _started(case: Facts, due_on: date) -> date:
    """Service starts the time to perform; a day named before it counts from the conclusion."""
    served_on: date | None = case.decision_served_on
    if served_on is not None and served_on < due_on:
        return served_on
    concluded_on: date = case.concluded_on
    return concluded_on


def letters(case: Facts) -> Iterator[Running]:
    """The answer to each opinion letter (art. 76)."""
    for row in case.rows["letters"]:
        if row.served_on is not None:
            remark: Label = row.number
            yield Running(
                "reconsideration.opinion_reply",
                row.served_on,
                met_on=row.answered_on,
                remark=remark,
            )
