"""Which statutory terms run for a dispute in court, and for a suggestion to be answered."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from cases.litigation.models.dispute import Dispute
from cases.litigation.models.hearing import Hearing
from cases.litigation.models.instance import Instance
from cases.litigation.models.suggestion import Suggestion
from cases.litigation.terms import (
    JUDGMENTS,
    BroughtBy,
    Level,
    Origin,
    Result,
    SuggestionKind,
    TrialProcedure,
)
from cases.registry.clock.clock import Clock
from cases.registry.clock.deadline import Deadline, earliest
from cases.registry.timing.rooms import Facts, Feed, Room
from cases.registry.timing.running import Running, Watch

# Interpretation art. 101: of the rulings that end a suit, these two may be appealed.
APPEALABLE_RULINGS = frozenset({Result.NOT_DOCKETED, Result.SUIT_DISMISSED})
SUIT = "litigation.sue"
SUIT_CAP, SUIT_CAP_REAL_PROPERTY = "litigation.sue_cap", "litigation.sue_cap_real_property"
ANSWERS = {Level.FIRST: "litigation.answer", Level.SECOND: "litigation.appeal_answer"}


def terms(dispute: Facts) -> Iterator[Running]:
    """Every term of a dispute through all its instances, met or running."""
    if dispute.voided_on is not None:
        return
    instances = [row for row in dispute.rows["instances"] if row.voided_on is None]
    yield from _suit(dispute, instances)
    for instance in instances:
        yield from _answer(dispute, instance)
        yield from _trial(instance)
        yield from _heads(dispute, instance)
        yield from _appeal(dispute, instance, instances)
    if dispute.performance_due_on is not None and dispute.concluded_on is not None:
        yield Running(
            "litigation.judgment_performance",
            dispute.concluded_on,
            met_on=dispute.performed_on,
            named_on=dispute.performance_due_on,
        )


def _suit(dispute: Facts, instances: Sequence[Any]) -> Iterator[Running]:
    """Whether a suit brought directly came in time; the court says so, this office may object."""
    if dispute.origin != Origin.DIRECT or dispute.act_known_on is None:
        return
    filed_on = min((row.filed_on for row in instances if row.filed_on), default=None)
    brought_on = filed_on or dispute.received_on
    yield Running(
        SUIT,
        dispute.act_known_on,
        rule=lambda clock: _in_time_to_sue(clock, dispute, brought_on),
        met_on=brought_on,
        watch=Watch.SHOWN,
    )


def _in_time_to_sue(clock: Clock, dispute: Facts, on: date) -> Deadline:
    """Six months from knowing, and never beyond the ceiling counted from the act (art. 46)."""
    months = clock.deadline(SUIT, dispute.act_known_on)
    ceiling = SUIT_CAP_REAL_PROPERTY if dispute.concerns_real_property else SUIT_CAP
    if dispute.act_made_on is None or not clock.catalogue.has(ceiling, on):
        return months
    return earliest(months, clock.deadline(ceiling, dispute.act_made_on, law_on=on))


def _answer(dispute: Facts, instance: Any) -> Iterator[Running]:
    """Who is sued or appealed against answers; who alone appealed has said his say (art. 108)."""
    if instance.level in ANSWERS and instance.brought_by != BroughtBy.DEFENDANT:
        yield Running(
            ANSWERS[instance.level],
            instance.received_on,
            met_on=instance.answer_filed_on,
            ended_on=instance.concluded_on or dispute.concluded_on,
            remark=instance.court_number,
        )


def _trial(instance: Any) -> Iterator[Running]:
    """The court's own limit; it is shown, for nobody in this office has to meet it."""
    if instance.filed_on is None or instance.level not in (Level.FIRST, Level.SECOND):
        return
    is_simplified = instance.procedure == TrialProcedure.SIMPLIFIED
    first = f"litigation.first_instance{'_simplified' if is_simplified else ''}"
    yield Running(
        first if instance.level == Level.FIRST else "litigation.second_instance",
        instance.filed_on,
        met_on=instance.concluded_on,
        watch=Watch.SHOWN,
        remark=instance.court_number,
    )


def _heads(dispute: Facts, instance: Any) -> Iterator[Running]:
    """A court that calls the head does so in time; it need not call him (Heads art. 4)."""
    for hearing in dispute.rows["hearings"]:
        if hearing.voided_on is not None or hearing.head_notified_on is None:
            continue
        if hearing.instance_id == instance.pk:
            yield Running(
                "litigation.head_notice",
                hearing.scheduled_on,
                met_on=hearing.head_notified_on,
                watch=Watch.SHOWN,
                remark=instance.court_number,
            )


def _appeal(dispute: Facts, instance: Any, instances: Sequence[Any]) -> Iterator[Running]:
    """Fifteen days against a judgment, ten against a ruling that may be appealed (art. 85)."""
    if instance.level != Level.FIRST or instance.served_on is None:
        return
    if instance.result in JUDGMENTS:
        code = "litigation.appeal_judgment"
    elif instance.result in APPEALABLE_RULINGS:
        code = "litigation.appeal_ruling"
    else:
        return
    appeals = [
        other.filed_on or other.received_on
        for other in instances
        if other.level == Level.SECOND and other.received_on >= instance.served_on
    ]
    yield Running(
        code,
        instance.served_on,
        ended_on=min(appeals, default=dispute.concluded_on),
        watch=Watch.LAPSES,
        remark=instance.court_number,
    )


def suggestion_terms(suggestion: Facts) -> Iterator[Running]:
    """The reply, by the day the suggestion names or by that of the law."""
    if suggestion.voided_on is not None:
        return
    kind = "judicial" if suggestion.kind == SuggestionKind.JUDICIAL else "procuratorial"
    is_named = suggestion.due_on is not None and suggestion.due_on > suggestion.received_on
    yield Running(
        f"litigation.{kind}_suggestion_reply",
        suggestion.received_on,
        met_on=suggestion.replied_on,
        named_on=suggestion.due_on if is_named else None,
    )


ROOM = Room(
    Dispute,
    (
        "voided_on",
        "received_on",
        "origin",
        "act_made_on",
        "act_known_on",
        "concerns_real_property",
        "concluded_on",
        "performance_due_on",
        "performed_on",
    ),
    terms,
    feeds={
        "instances": Feed(
            Instance,
            (
                "voided_on",
                "court_number",
                "level",
                "brought_by",
                "filed_on",
                "received_on",
                "procedure",
                "answer_filed_on",
                "concluded_on",
                "result",
                "served_on",
            ),
            "dispute",
        ),
        "hearings": Feed(
            Hearing,
            ("instance_id", "voided_on", "scheduled_on", "head_notified_on"),
            "instance__dispute",
        ),
    },
)
SUGGESTIONS = Room(
    Suggestion,
    ("voided_on", "kind", "received_on", "due_on", "replied_on"),
    suggestion_terms,
    number="number",
)
