"""The litigation cases of 2024 in short, one entry a dispute.

20 received and 20 concluded, 2 corrected among them. The two twenties are not the same: three
were received in 2023 (one of them remanded on appeal) and three are concluded in 2025. To every
hearing held a head came. Of five suggestions four were due in the year and replied to in time;
one of these came in 2023, the fifth falls due in 2025.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from cases.litigation.terms import (
    Adoption,
    BroughtBy,
    Level,
    LossGround,
    Origin,
    Result,
    SuggestionKind,
)

# The neighbouring county's court tries what the county's own agencies are sued over, the
# intermediate court what the county government is (art. 15).
NEIGHBOUR, INTERMEDIATE = "FY-LX", "FY-ZY"


@dataclass(frozen=True)
class Step:
    """One instance in short. Each letter of `hearings` is one: x put off, - head had come before,
    C the chief came, D a deputy, I a deputy in charge, O another in charge."""

    level: Level
    result: Result
    days: int  # from the copy to the judgment or ruling
    hearings: str = ""
    ground: str = ""
    brought_by: str = ""


def first(result: Result, days: int, hearings: str = "", ground: str = "") -> Step:
    return Step(Level.FIRST, result, days, hearings, ground)


def second(
    result: Result,
    days: int,
    hearings: str = "",
    ground: str = "",
    by: BroughtBy = BroughtBy.PLAINTIFF,
) -> Step:
    return Step(Level.SECOND, result, days, hearings, ground, by)


def retrial(result: Result, days: int) -> Step:
    return Step(Level.RETRIAL, result, days, brought_by=BroughtBy.PLAINTIFF)


@dataclass(frozen=True)
class Plan:
    """One dispute in short: when the first notice came, who is sued over what, and how it went."""

    received_on: date
    defendant: str
    act: str
    steps: tuple[Step, ...]
    origin: Origin = Origin.DIRECT
    after: str = ""  # the day on which the reconsideration case it follows from was received
    traits: frozenset[str] = field(default_factory=frozenset)


def plan(day: str, defendant: str, act: str, *steps: Step, traits: str = "", **more: Any) -> Plan:
    words = frozenset(traits.split())
    return Plan(date.fromisoformat(day), defendant, act, steps, traits=words, **more)


R, AFFIRMED = Result, Result.JUDGMENT_AFFIRMED
PLANS = (
    plan(
        "2023-08-21",
        "SX-ZR",
        "title",
        first(R.CLAIM_REJECTED, 75, "D"),
        second(R.REMANDED, 55),
        first(R.WITHDRAWN_CHANGED, 80, "D"),
        traits="third",
    ),
    plan(
        "2023-10-16",
        "SX-JT",
        "penalty_fine",
        first(R.CLAIM_REJECTED, 84, "D"),
        retrial(R.RETRIAL_REFUSED, 60),
    ),
    plan("2023-11-20", "SX-SC", "report_handling", first(R.SUIT_DISMISSED, 58)),
    plan(
        "2024-01-15",
        "SX-GA",
        "penalty_fine",
        first(R.CLAIM_REJECTED, 72, "D"),
        second(AFFIRMED, 58),
    ),
    plan(
        "2024-01-29",
        "SX-RS",
        "work_injury",
        first(R.REVOKED_REDO, 80, "C", LossGround.EVIDENCE),
        second(AFFIRMED, 60, "D", by=BroughtBy.DEFENDANT),
        traits="enterprise third",
    ),
    plan("2024-02-20", "SX-SC", "report_handling", first(R.CLAIM_REJECTED, 60, "I")),
    plan("2024-02-28", "SX-T05", "coercion", first(R.WITHDRAWN_CHANGED, 66, "C"), traits="group"),
    plan(
        "2024-03-11", "SX-ZR", "disclosure", first(R.CLAIM_REJECTED, 38, "D"), traits="simplified"
    ),
    plan(
        "2024-03-20",
        "SX-GA",
        "penalty_detention",
        first(R.CLAIM_REJECTED, 83, "xD"),
        second(AFFIRMED, 57),
    ),
    plan(
        "2024-04-03",
        "SX",
        "penalty",
        first(R.CLAIM_REJECTED, 70, "D"),
        origin=Origin.INADMISSIBLE,
        after="2024-03-11",
    ),
    plan(
        "2024-04-22",
        "SX-CG",
        "coercion",
        first(R.CLAIM_REJECTED, 75, "D-"),
        second(R.UNLAWFUL, 70, "C", LossGround.PROCEDURE),
    ),
    plan("2024-05-09", "SX-T11", "omission", first(R.MEDIATED, 64, "C"), traits="compensation"),
    plan("2024-05-20", "SX-JT", "penalty_fine", first(R.WITHDRAWN, 41)),
    plan(
        "2024-06-04",
        "SX-ZR",
        "title",
        first(R.SUIT_DISMISSED, 52, "D"),
        second(R.RULING_AFFIRMED, 45),
        traits="third",
    ),
    plan("2024-06-18", "SX-YB", "payment", first(R.CLAIM_REJECTED, 77, "D")),
    plan("2024-07-08", "SX-GA", "penalty_fine", first(R.WITHDRAWN, 35)),
    plan(
        "2024-07-31",
        "SX",
        "title",
        first(R.CLAIM_REJECTED, 88, "D"),
        origin=Origin.CHANGED,
        after="2024-04-16",
        traits="third",
    ),
    plan(
        "2024-08-08",
        "SX-RS",
        "work_injury",
        first(R.CLAIM_REJECTED, 82, "I"),
        origin=Origin.UPHELD,
        after="2024-05-14",
    ),
    plan(
        "2024-08-26", "SX-ZJ", "agreement", first(R.WITHDRAWN_CHANGED, 70, "C"), traits="enterprise"
    ),
    plan("2024-09-12", "SX-STHJ", "penalty", first(R.SUIT_DISMISSED, 48), traits="enterprise"),
    plan(
        "2024-09-24",
        "SX-NY",
        "licence",
        first(R.CLAIM_REJECTED, 85, "D"),  # effective in January 2025
        origin=Origin.UPHELD,
        after="2024-07-03",
    ),
    plan(
        "2024-10-28",
        "SX-SC",
        "penalty_fine",
        first(R.CLAIM_REJECTED, 90, "xO"),
        traits="enterprise",
    ),
    plan("2024-12-16", "SX-GA", "penalty_detention", first(R.CLAIM_REJECTED, 80, "D")),
)


class Advice(NamedTuple):
    """One suggestion in short; its days are office days."""

    kind: SuggestionKind
    issuer: str
    number: str
    addressee: str
    subject: str
    received: str
    due: str
    replied: str
    adoption: Adoption


JUDICIAL, PROCURATORIAL = SuggestionKind.JUDICIAL, SuggestionKind.PROCURATORIAL
SUGGESTIONS = (
    Advice(JUDICIAL, NEIGHBOUR, "示0103司建〔2023〕6号", "SX-RS", "规范工伤认定调查取证",
           "2023-12-20", "2024-02-20", "2024-02-06", Adoption.ADOPTED),
    Advice(PROCURATORIAL, "JC-SX", "示检行公建〔2024〕3号", "SX-STHJ", "督促履行扬尘污染监管职责",
           "2024-04-10", "2024-06-11", "2024-05-30", Adoption.ADOPTED),
    Advice(PROCURATORIAL, "JC-SX", "示检行公建〔2024〕7号", "SX-T12", "督促整治河道垃圾堆放",
           "2024-07-16", "2024-09-18", "2024-09-09", Adoption.PARTLY),
    Advice(JUDICIAL, INTERMEDIATE, "示01司建〔2024〕4号", "SX-CG", "规范强制拆除程序",
           "2024-10-21", "2024-12-20", "2024-12-06", Adoption.ADOPTED),
    Advice(JUDICIAL, NEIGHBOUR, "示0103司建〔2024〕9号", "SX-JT", "规范道路交通处罚告知",
           "2024-12-09", "2025-02-10", "2025-01-20", Adoption.ADOPTED),
)  # fmt: skip
