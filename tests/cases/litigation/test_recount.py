"""The figures of random ledgers, counted by the database and once more in plain Python."""

from collections.abc import Callable
from typing import Any

import pytest

from cases.litigation.figures import CHAPTER
from cases.litigation.models.dispute import Dispute
from cases.litigation.models.hearing import Hearing
from cases.litigation.models.instance import Instance
from cases.litigation.models.suggestion import Suggestion
from cases.litigation.terms import (
    CORRECTIONS,
    LOSSES,
    Adoption,
    BroughtBy,
    Defence,
    HeadRank,
    Level,
    Origin,
    Result,
    SuggestionKind,
)
from cases.registry.periods import Period

pytestmark = pytest.mark.django_db

YEAR = Period.parse("2024")
Test = Callable[[Any], bool]

LOST, PUT_RIGHT = {r.value for r in LOSSES}, {r.value for r in CORRECTIONS}


def every(row: Any) -> bool:
    return True


def _both(dispute: Dispute) -> set[str]:
    return {dispute.result, dispute.organ_result}


def _organ_lost(dispute: Dispute) -> bool:
    if dispute.defence == Defence.ORGAN_ALONE:
        return dispute.result in LOST
    return dispute.organ_result in LOST


# What each figure says, once more in plain Python: the dated event, and which rows count.
DISPUTES: dict[str, tuple[str, Test]] = {
    "litigation.cases": ("received_on", every),
    "litigation.concluded": ("concluded_on", every),
    "litigation.corrected": ("concluded_on", lambda d: bool(_both(d) & PUT_RIGHT)),
    "litigation.lost": ("concluded_on", lambda d: bool(_both(d) & LOST)),
    "litigation.lost_by_agency": (
        "concluded_on",
        lambda d: d.defence != Defence.ORGAN_ALONE and d.result in LOST,
    ),
    "litigation.lost_by_organ": ("concluded_on", _organ_lost),
    "litigation.comprehensively_corrected": (
        "concluded_on",
        lambda d: bool(_both(d) & {*PUT_RIGHT, Result.MEDIATED, Result.WITHDRAWN_CHANGED}),
    ),
    "litigation.withdrawn": (
        "concluded_on",
        lambda d: d.result in {Result.WITHDRAWN, Result.DEEMED_WITHDRAWN},
    ),
    "litigation.cases_joint": ("received_on", lambda d: d.organ_id is not None),
    "litigation.cases_direct": ("received_on", lambda d: d.origin == Origin.DIRECT),
    "litigation.cases_enterprise_related": ("received_on", lambda d: d.is_enterprise_related),
    "litigation.cases_awarding_compensation": (
        "concluded_on",
        lambda d: bool(d.compensation_awarded),
    ),
}
INSTANCES: dict[str, tuple[str, Test]] = {
    "litigation.instances_received": ("received_on", every),
    "litigation.instances_concluded": ("concluded_on", every),
    "litigation.second_instances": ("received_on", lambda i: i.level == Level.SECOND),
    "litigation.appeals_by_defendant": (
        "received_on",
        lambda i: i.level == Level.SECOND and i.brought_by in {BroughtBy.DEFENDANT, BroughtBy.BOTH},
    ),
    "litigation.first_instances_lost": (
        "concluded_on",
        lambda i: i.level == Level.FIRST and i.result in LOST,
    ),
    "litigation.second_instances_sent_back": (
        "concluded_on",
        lambda i: i.level == Level.SECOND and i.result in {Result.REMANDED, Result.RULING_REVERSED},
    ),
}
HEARINGS: dict[str, tuple[str, Test]] = {
    "litigation.hearings_in_all": ("held_on", every),
    "litigation.hearings_held": ("held_on", lambda h: not h.is_discharged),
    "litigation.hearings_head_appeared": ("held_on", lambda h: h.has_head),
    "litigation.hearings_chief_appeared": ("held_on", lambda h: h.head_rank == HeadRank.CHIEF),
    "litigation.hearings_head_excused": ("held_on", lambda h: h.is_excused),
    "litigation.hearings_head_notified_appeared": (
        "held_on",
        lambda h: h.has_head and h.head_notified_on is not None,
    ),
}
SUGGESTIONS: dict[str, tuple[str, Test]] = {
    "litigation.judicial_suggestions": (
        "replied_on",
        lambda s: s.kind == SuggestionKind.JUDICIAL and s.adoption != Adoption.NOT_ADOPTED,
    ),
    "litigation.procuratorial_suggestions": (
        "replied_on",
        lambda s: s.kind == SuggestionKind.PROCURATORIAL and s.adoption != Adoption.NOT_ADOPTED,
    ),
    "litigation.suggestions_due": ("due_on", every),
    "litigation.suggestions_replied_in_time": ("due_on", lambda s: bool(s.is_in_time)),
}


def _is_whole(row: Any) -> bool:
    """Neither the row nor what it belongs to was voided."""
    above = {Instance: "dispute", Hearing: "instance"}.get(type(row))
    return row.voided_on is None and (above is None or _is_whole(getattr(row, above)))


@pytest.mark.parametrize(
    ("model", "said"),
    [(Dispute, DISPUTES), (Instance, INSTANCES), (Hearing, HEARINGS), (Suggestion, SUGGESTIONS)],
)
def test_a_recount_in_plain_python_agrees(ledger: None, model: Any, said: Any) -> None:
    rows = [row for row in model.objects.all() if _is_whole(row)]

    counted = {
        code: sum(1 for row in rows if getattr(row, on) in YEAR and counts(row))
        for code, (on, counts) in said.items()
    }

    values = CHAPTER.count([YEAR])[0]
    assert counted == {code: values[code] for code in said}


def test_the_pending_recounted_in_plain_python(ledger: None) -> None:
    rows = Dispute.objects.filter(voided_on=None, received_on__lt=YEAR.end)

    still = [row for row in rows if row.concluded_on is None or row.concluded_on >= YEAR.end]

    assert CHAPTER.count([YEAR])[0]["litigation.pending"] == len(still)
