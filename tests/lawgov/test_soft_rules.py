"""Every soft rule finds what it warns of, and nothing where everything was in time."""

from datetime import date
from typing import Any

import pytest

from cases.litigation.terms import Adoption, HeadNotice
from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.terms import NotAcceptedGround, Outcome, TurnedAway
from cases.registry.timing.loading import clocks
from lawgov.cautions import BY_TABLE, RULES
from mediation.terms import Commission
from seeds.factories.litigation import (
    DisputeFactory,
    HearingFactory,
    InstanceFactory,
    SuggestionFactory,
)
from seeds.factories.mediation import MediationFactory
from seeds.factories.reconsideration import (
    ExtensionFactory,
    OpinionLetterFactory,
    ReconsiderationFactory,
)

pytestmark = pytest.mark.django_db


def reconsidered(**dates: Any) -> Reconsideration:
    return ReconsiderationFactory.create(received_on=date(2024, 4, 8), **dates)


def letter_answered_late() -> Reconsideration:
    letter = OpinionLetterFactory.create(
        case=reconsidered(concluded=True), served_on=date(2024, 6, 3), answered_on=date(2024, 8, 5)
    )
    return letter.case


def extended_too_late() -> Reconsideration:
    case = reconsidered(accepted_on=date(2024, 4, 12))
    ExtensionFactory.create(case=case, approved_on=date(2024, 6, 12))
    return case


def answered_late() -> Any:
    return InstanceFactory.create(
        received_on=date(2024, 3, 4), answer_filed_on=date(2024, 3, 20)
    ).dispute


def head_called_late() -> Any:
    instance = InstanceFactory.create(received_on=date(2024, 3, 4))
    HearingFactory.create(
        instance=instance,
        scheduled_on=date(2024, 4, 15),
        head_notified_on=date(2024, 4, 14),
        head_notice=next(iter(HeadNotice)),
    )
    return instance.dispute


FOUND: dict[str, Any] = {
    "reconsideration.applied_late": lambda: reconsidered(
        accepted_on=date(2024, 4, 12), act_made_on=date(2024, 1, 8), act_known_on=date(2024, 2, 7)
    ),
    "reconsideration.correction_asked_late": lambda: reconsidered(
        correction_requested_on=date(2024, 4, 16)
    ),
    "reconsideration.accepted_late": lambda: reconsidered(accepted_on=date(2024, 4, 16)),
    "reconsideration.deemed_early": lambda: reconsidered(
        accepted_on=date(2024, 4, 12), is_deemed_accepted=True
    ),
    "reconsideration.abandoned_though_corrected": lambda: reconsidered(
        correction_requested_on=date(2024, 4, 10),
        correction_served_on=date(2024, 4, 11),
        correction_received_on=date(2024, 4, 25),  # the tenth working day
        turned_away_on=date(2024, 4, 26),
        turned_away=TurnedAway.ABANDONED,
    ),
    "reconsideration.refused_late": lambda: reconsidered(
        turned_away_on=date(2024, 4, 16),
        turned_away=TurnedAway.NOT_ACCEPTED,
        not_accepted_ground=NotAcceptedGround.LATE,
    ),
    "reconsideration.copied_late": lambda: reconsidered(
        accepted_on=date(2024, 4, 12), copy_served_on=date(2024, 4, 24)
    ),
    "reconsideration.replied_late": lambda: reconsidered(
        accepted_on=date(2024, 4, 12),
        copy_served_on=date(2024, 4, 15),
        replied_on=date(2024, 4, 29),
    ),
    "reconsideration.upheld_without_reply": lambda: reconsidered(
        accepted_on=date(2024, 4, 12),
        copy_served_on=date(2024, 4, 15),
        concluded_on=date(2024, 4, 29),
        outcome=Outcome.UPHELD,
    ),
    "reconsideration.hearing_announced_late": lambda: reconsidered(
        accepted_on=date(2024, 4, 12),
        hearing_notified_on=date(2024, 4, 29),
        hearing_on=date(2024, 5, 8),
    ),
    "reconsideration.decided_late": lambda: reconsidered(
        accepted_on=date(2024, 4, 12), concluded_on=date(2024, 6, 12), outcome=Outcome.UPHELD
    ),
    "reconsideration.left_aside": extended_too_late,
    "reconsideration.performed_late": lambda: reconsidered(
        concluded=True, performance_due_on=date(2024, 7, 1), performed_on=date(2024, 7, 2)
    ),
    "reconsideration.letter_answered_late": letter_answered_late,
    "litigation.answered_late": answered_late,
    "litigation.head_called_late": head_called_late,
    "litigation.performed_late": lambda: DisputeFactory.create(
        concluded=True, performance_due_on=date(2024, 12, 2), performed_on=date(2024, 12, 3)
    ),
    "litigation.suggestion_replied_late": lambda: SuggestionFactory.create(
        received_on=date(2024, 3, 4),
        due_on=date(2024, 4, 8),
        replied_on=date(2024, 4, 9),
        adoption=Adoption.ADOPTED,
    ),
    "mediation.accepted_late": lambda: MediationFactory.create(
        referred=True, referred_on=date(2024, 3, 5), accepted_on=date(2024, 3, 11)
    ),
    "mediation.overran": lambda: MediationFactory.create(
        failed=True, commission=Commission.ORDINARY, accepted_on=date(2024, 3, 7)
    ),
    "mediation.lapsed_early": lambda: MediationFactory.create(
        accepted=True, accepted_on=date(2024, 3, 7), concluded_on=date(2024, 4, 3), result="lapsed"
    ),
    "mediation.confirmed_after_filing": lambda: MediationFactory.create(
        agreed=True, commission=Commission.ORDINARY, confirmation_applied_on=date(2024, 4, 8)
    ),
    "mediation.confirmation_applied_late": lambda: MediationFactory.create(
        agreed=True, agreement_on=date(2024, 3, 19), confirmation_applied_on=date(2024, 4, 19)
    ),
}


def found_in(record: Any) -> set[str]:
    declared = BY_TABLE[record._meta.label_lower]
    facts = declared.room.of(record.pk)
    return {each.rule.code for each in declared.found(facts, clocks().governing)}


@pytest.mark.parametrize("rule", RULES)
def test_every_soft_rule_finds_what_it_warns_of(rule: str) -> None:
    record = FOUND[rule]()

    assert rule in found_in(record)


@pytest.mark.parametrize(
    "record",
    [
        lambda: reconsidered(accepted_on=date(2024, 4, 15)),
        lambda: reconsidered(
            accepted_on=date(2024, 4, 12), concluded_on=date(2024, 6, 11), outcome=Outcome.REVOKED
        ),
        lambda: reconsidered(
            accepted_on=date(2024, 4, 12),
            hearing_notified_on=date(2024, 4, 28),
            hearing_on=date(2024, 5, 8),
        ),
        lambda: MediationFactory.create(
            failed=True,
            accepted_on=date(2024, 3, 7),
            concluded_on=date(2024, 5, 6),
            extended_until=date(2024, 5, 6),
        ),
    ],
)
def test_what_is_in_time_is_not_warned_of(record: Any) -> None:
    assert found_in(record()) == set()
