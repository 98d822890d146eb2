"""The articles on how periods are counted, for each branch of the law."""

from dataclasses import dataclass
from datetime import date

from cases.registry.clock.terms import Term
from cases.registry.clock.words import NONE, Words


@dataclass(frozen=True, slots=True)
class Counting:
    """Where it is written how a branch of the law counts its periods."""

    event: Words  # the day of the event is not counted
    last_day: Words  # a last day that is a day off moves on
    working_day: Words  # which days are working days
    conversion: Words  # simplified procedure turned ordinary


CIVIL = Counting(
    event=Words("Civil Procedure Law, art. 85(2)", "民事诉讼法第85条第2款"),
    last_day=Words("Civil Procedure Law, art. 85(3)", "民事诉讼法第85条第3款"),
    working_day=NONE,
    conversion=NONE,
)
RECONSIDERATION = Counting(
    event=Words(
        "Administrative Reconsideration Law, art. 88(1); Civil Procedure Law, art. 85(2)",
        "行政复议法第88条第1款，民事诉讼法第85条第2款",
    ),
    last_day=Words(
        "Administrative Reconsideration Law, art. 88(1); Civil Procedure Law, art. 85(3)",
        "行政复议法第88条第1款，民事诉讼法第85条第3款",
    ),
    working_day=Words("Administrative Reconsideration Law, art. 88(2)", "行政复议法第88条第2款"),
    conversion=Words("Administrative Reconsideration Law, art. 55", "行政复议法第55条"),
)
RECONSIDERATION_1999 = Counting(
    event=Words(
        "Administrative Reconsideration Law of 1999, art. 40(1)", "行政复议法（1999年）第40条第1款"
    ),
    last_day=Words(
        "Administrative Reconsideration Law of 1999, art. 40(1)", "行政复议法（1999年）第40条第1款"
    ),
    working_day=Words(
        "Administrative Reconsideration Law of 1999, art. 40(2)", "行政复议法（1999年）第40条第2款"
    ),
    conversion=NONE,
)
LITIGATION = Counting(
    event=Words(
        "SPC Interpretation on Administrative Litigation (2018), art. 48(2)",
        "法释〔2018〕1号第48条第2款",
    ),
    last_day=Words(
        "SPC Interpretation on Administrative Litigation (2018), art. 48(3)",
        "法释〔2018〕1号第48条第3款",
    ),
    working_day=NONE,
    conversion=Words(
        "SPC Interpretation on Administrative Litigation (2018), art. 105", "法释〔2018〕1号第105条"
    ),
)

_REVISED = date(2024, 1, 1)


def counting(term: Term, on: date) -> Counting:
    """The counting articles for a term and its event; civil procedure where none are nearer."""
    branch = term.code.partition(".")[0]
    # Suits after reconsideration keep their number in the list but run by the court's rules.
    if branch == "litigation" or term.code.startswith("reconsideration.sue_"):
        return LITIGATION
    if branch == "reconsideration":
        return RECONSIDERATION if on >= _REVISED else RECONSIDERATION_1999
    return CIVIL
