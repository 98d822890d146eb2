"""What the database refuses of a trial where the rule reaches from one table into another."""

from collections.abc import Iterable

from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import Extension, Suspension
from cases.reconsideration.terms import DECISIONS, WITHDRAWALS
from cases.registry.timing.rooms import Guard


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"'{word}'" for word in sorted(words))


_DECIDED, _WITHDRAWN = _listed(DECISIONS), _listed(WITHDRAWALS)
_SUSPENSIONS, _EXTENSIONS = Suspension._meta.db_table, Extension._meta.db_table

# Rows that belong to a case: {case} is its row, which goes by c.
ROWS = (
    Guard(
        "suspension_of_a_trial",
        Suspension,
        "NOT EXISTS (SELECT 1 FROM {case} WHERE c.accepted_on <= NEW.suspended_on"
        " AND (c.concluded_on IS NULL OR NEW.suspended_on <= c.concluded_on))",
    ),
    Guard(
        "suspension_over_before_the_decision",
        Suspension,
        f"EXISTS (SELECT 1 FROM {{case}} WHERE c.outcome IN ({_DECIDED})"  # noqa: S608  # our words
        " AND NEW.suspended_on <= c.concluded_on"
        " AND (NEW.resumed_on IS NULL OR NEW.resumed_on > c.concluded_on))",
    ),
    Guard(
        "extension_of_an_ordinary_trial",
        Extension,
        "NOT EXISTS (SELECT 1 FROM {case} WHERE c.accepted_on <= NEW.approved_on"
        " AND (c.concluded_on IS NULL OR NEW.approved_on <= c.concluded_on)"
        " AND (c.procedure = 'ordinary' OR c.converted_on <= NEW.approved_on))",
    ),
)
# The row of the case itself, changed while such rows hang on it.
CASE = (
    Guard(
        "decision_while_suspended",
        Reconsideration,
        f"NEW.outcome IN ({_DECIDED}) AND EXISTS (SELECT 1 FROM {_SUSPENSIONS} s"  # noqa: S608
        " WHERE s.case_id = NEW.id AND s.suspended_on <= NEW.concluded_on"
        " AND (s.resumed_on IS NULL OR s.resumed_on > NEW.concluded_on))",
        columns=("outcome", "concluded_on"),
    ),
    Guard(
        "trial_holds_its_suspensions",
        Reconsideration,
        f"EXISTS (SELECT 1 FROM {_SUSPENSIONS} s WHERE s.case_id = NEW.id"  # noqa: S608
        " AND (NEW.accepted_on IS NULL OR s.suspended_on < NEW.accepted_on"
        " OR s.suspended_on > NEW.concluded_on))",
        columns=("accepted_on", "concluded_on"),
    ),
    Guard(
        "trial_holds_its_extension",
        Reconsideration,
        f"EXISTS (SELECT 1 FROM {_EXTENSIONS} e WHERE e.case_id = NEW.id"  # noqa: S608
        " AND (NEW.accepted_on IS NULL OR e.approved_on < NEW.accepted_on"
        " OR e.approved_on > NEW.concluded_on"
        " OR (NEW.procedure = 'simplified'"
        " AND (NEW.converted_on IS NULL OR e.approved_on < NEW.converted_on))))",
        columns=("accepted_on", "concluded_on", "procedure", "converted_on"),
    ),
    Guard(
        "withdrawal_before_the_decision",
        Reconsideration,
        f"OLD.outcome IN ({_DECIDED}) AND NEW.outcome IN ({_WITHDRAWN})"
        " AND (OLD.decision_number <> '' OR OLD.decision_served_on IS NOT NULL)",
        columns=("outcome",),
    ),
)
GUARDS = (*ROWS, *CASE)
