"""What must always hold is held by the database itself, whoever writes to it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError
from django.db.models import CheckConstraint
from factory import SubFactory

from cases.litigation.models.dispute import Dispute, LitigationParty
from cases.litigation.models.hearing import Hearing
from cases.litigation.models.instance import Instance
from cases.litigation.models.suggestion import Suggestion
from cases.litigation.terms import (
    Absence,
    Adoption,
    BroughtBy,
    Defence,
    HeadRank,
    LossGround,
    Origin,
    Result,
    SimplifiedTrialGround,
    TrialProcedure,
)
from cases.registry.parties import PartyRole
from seeds.factories.litigation import (
    DisputeFactory,
    HearingFactory,
    InstanceFactory,
    LitigationPartyFactory,
    SuggestionFactory,
)
from seeds.factories.reconsideration import ReconsiderationFactory
from seeds.factories.registry import AgencyFactory, UserFactory
from tests.cases.refusals import constraints, named, speaks

pytestmark = pytest.mark.django_db


new: Any = SubFactory  # factory-boy ships no types


MODELS = (Dispute, LitigationParty, Instance, Hearing, Suggestion)
BEFORE = date(2024, 3, 1)  # the day before everything else the factories make up


# constraint, factory, what breaks it
BREACHES: list[tuple[str, Any, dict[str, Any]]] = [
    ("dispute_voided_with_a_reason", DisputeFactory, {"voided_on": date(2024, 5, 6)}),
    ("dispute_voided_with_a_reason", DisputeFactory, {"void_reason": "重复"}),
    ("dispute_defence_fits_origin", DisputeFactory, {"origin": Origin.UPHELD}),
    ("dispute_defence_fits_origin", DisputeFactory, {"defence": Defence.ORGAN_ALONE}),
    ("dispute_joint_names_the_organ", DisputeFactory, {"joint": True, "organ": None}),
    ("dispute_joint_names_the_organ", DisputeFactory, {"organ": new(AgencyFactory)}),
    (
        "dispute_direct_follows_no_reconsideration",
        DisputeFactory,
        {"reconsideration": new(ReconsiderationFactory)},
    ),
    ("dispute_act_before_notice", DisputeFactory, {"act_made_on": date(2024, 3, 5)}),
    ("dispute_act_before_notice", DisputeFactory, {"act_known_on": date(2024, 3, 5)}),
    (
        "dispute_act_before_notice",
        DisputeFactory,
        {"act_made_on": date(2024, 2, 2), "act_known_on": date(2024, 2, 1)},
    ),
    (
        "dispute_concluded_after_receipt",
        DisputeFactory,
        {"concluded_on": BEFORE, "result": Result.WITHDRAWN},
    ),
    ("dispute_result_iff_concluded", DisputeFactory, {"concluded_on": date(2024, 5, 6)}),
    ("dispute_result_iff_concluded", DisputeFactory, {"result": Result.WITHDRAWN}),
    (
        "dispute_result_stands",
        DisputeFactory,
        {"concluded": True, "result": Result.JUDGMENT_AFFIRMED},
    ),
    ("dispute_result_stands", DisputeFactory, {"concluded": True, "result": Result.REMANDED}),
    (
        "dispute_organ_result_of_joint_judgment",
        DisputeFactory,
        {"concluded": True, "organ_result": Result.REVOKED},
    ),
    (
        "dispute_organ_result_of_joint_judgment",
        DisputeFactory,
        {"joint": True, "organ_result": Result.REVOKED},
    ),
    (
        "dispute_organ_result_of_joint_judgment",
        DisputeFactory,
        {
            "joint": True,
            "concluded": True,
            "result": Result.WITHDRAWN,
            "organ_result": Result.REVOKED,
        },
    ),
    (
        "dispute_organ_result_of_joint_judgment",
        DisputeFactory,
        {"joint": True, "concluded": True, "organ_result": Result.SUIT_DISMISSED},
    ),
    ("dispute_sums_not_negative", DisputeFactory, {"compensation_claimed": Decimal("-0.01")}),
    (
        "dispute_sums_not_negative",
        DisputeFactory,
        {"concluded": True, "compensation_awarded": Decimal(-1)},
    ),
    ("dispute_awarded_when_concluded", DisputeFactory, {"compensation_awarded": Decimal(100)}),
    ("dispute_performed_after_conclusion", DisputeFactory, {"performed_on": date(2024, 9, 2)}),
    (
        "dispute_performed_after_conclusion",
        DisputeFactory,
        {"concluded": True, "performance_due_on": BEFORE},
    ),
    ("dispute_two_different_handlers", DisputeFactory, {"second_handler": new(UserFactory)}),
    ("litigationparty_has_a_name", LitigationPartyFactory, {"name": ""}),
    ("litigationparty_is_somebody", LitigationPartyFactory, {"persons": 0}),
    (
        "litigationparty_in_a_role_of_court",
        LitigationPartyFactory,
        {"role": PartyRole.APPLICANT},
    ),
    ("instance_voided_with_a_reason", InstanceFactory, {"void_reason": "重复"}),
    ("instance_court_number_reads", InstanceFactory, {"court_number": "行初12"}),
    ("instance_court_number_reads", InstanceFactory, {"court_number": "（2024）甘0503民初12号"}),
    ("instance_court_number_reads", InstanceFactory, {"court_number": "（1924）甘0503行初12号"}),
    (
        "instance_court_number_fits_level",
        InstanceFactory,
        {"court_number": "（2024）甘05行终12号"},
    ),
    (
        "instance_court_number_fits_level",
        InstanceFactory,
        {"second": True, "court_number": "（2024）甘0503行初12号"},
    ),
    ("instance_brought_by_somebody", InstanceFactory, {"second": True, "brought_by": ""}),
    ("instance_brought_by_somebody", InstanceFactory, {"brought_by": BroughtBy.DEFENDANT}),
    (
        "instance_simplified_on_a_ground",
        InstanceFactory,
        {"procedure": TrialProcedure.SIMPLIFIED},
    ),
    (
        "instance_simplified_on_a_ground",
        InstanceFactory,
        {
            "second": True,
            "procedure": TrialProcedure.SIMPLIFIED,
            "simplified_ground": SimplifiedTrialGround.AGREED,
        },
    ),
    ("instance_received_after_filing", InstanceFactory, {"filed_on": date(2024, 3, 5)}),
    ("instance_answered_after_receipt", InstanceFactory, {"answer_filed_on": BEFORE}),
    (
        "instance_not_docketed_not_answered",
        InstanceFactory,
        {"concluded": True, "result": Result.NOT_DOCKETED, "answer_filed_on": date(2024, 3, 12)},
    ),
    (
        "instance_not_docketed_not_answered",
        InstanceFactory,
        {"concluded": True, "result": Result.NOT_DOCKETED, "filed_on": BEFORE},
    ),
    (
        "instance_concluded_after_receipt",
        InstanceFactory,
        {"concluded": True, "concluded_on": BEFORE},
    ),
    (
        "instance_concluded_after_receipt",
        InstanceFactory,
        {"concluded": True, "answer_filed_on": date(2024, 12, 2)},
    ),
    ("instance_result_iff_concluded", InstanceFactory, {"result": Result.WITHDRAWN}),
    ("instance_result_iff_concluded", InstanceFactory, {"concluded_on": date(2024, 5, 6)}),
    ("instance_served_after_conclusion", InstanceFactory, {"served_on": date(2024, 5, 6)}),
    (
        "instance_served_after_conclusion",
        InstanceFactory,
        {"concluded": True, "served_on": date(2024, 3, 5)},
    ),
    (
        "instance_result_fits_level",
        InstanceFactory,
        {"concluded": True, "result": Result.REMANDED},
    ),
    (
        "instance_result_fits_level",
        InstanceFactory,
        {"second": True, "concluded": True, "result": Result.RETRIAL_REFUSED},
    ),
    (
        "instance_lost_on_a_ground",
        InstanceFactory,
        {"concluded": True, "result": Result.REVOKED, "loss_ground": ""},
    ),
    (
        "instance_lost_on_a_ground",
        InstanceFactory,
        {"concluded": True, "loss_ground": LossGround.LAW},
    ),
    ("hearing_voided_with_a_reason", HearingFactory, {"voided_on": date(2024, 5, 6)}),
    (
        "hearing_held_or_put_off",
        HearingFactory,
        {"appeared": True, "adjourned_on": date(2024, 4, 9)},
    ),
    ("hearing_put_off_before_it", HearingFactory, {"adjourned_on": date(2024, 4, 12)}),
    ("hearing_after_its_notices", HearingFactory, {"notified_on": date(2024, 4, 11)}),
    (
        "hearing_after_its_notices",
        HearingFactory,
        {"notified": True, "head_notified_on": date(2024, 4, 11)},
    ),
    ("hearing_head_notified_on_a_ground", HearingFactory, {"notified": True, "head_notice": ""}),
    (
        "hearing_head_notified_on_a_ground",
        HearingFactory,
        {"notified": True, "head_notified_on": None},
    ),
    ("hearing_head_known_once_held", HearingFactory, {"held": True}),
    (
        "hearing_head_known_once_held",
        HearingFactory,
        {"head_rank": HeadRank.CHIEF, "head_name": "负责人甲"},
    ),
    ("hearing_head_has_a_name", HearingFactory, {"appeared": True, "head_name": ""}),
    ("hearing_head_has_a_name", HearingFactory, {"absent": True, "head_post": "副局长"}),
    (
        "hearing_discharged_without_a_head",
        HearingFactory,
        {"appeared": True, "is_discharged": True},
    ),
    ("hearing_discharged_without_a_head", HearingFactory, {"discharged": True, "notified": True}),
    ("hearing_absence_has_a_reason", HearingFactory, {"absent": True, "absence": ""}),
    (
        "hearing_absence_has_a_reason",
        HearingFactory,
        {"appeared": True, "absence": Absence.UNJUSTIFIED},
    ),
    (
        "hearing_absence_has_a_reason",
        HearingFactory,
        {"discharged": True, "absence": Absence.UNJUSTIFIED},
    ),
    ("hearing_excuse_is_proved", HearingFactory, {"excused": True, "absence_proved_on": None}),
    ("hearing_excuse_is_proved", HearingFactory, {"absent": True, "absence_proof": "说明"}),
    ("hearing_spoken_by_who_came", HearingFactory, {"absent": True, "has_spoken": True}),
    (
        "hearing_spoken_by_who_came",
        HearingFactory,
        {"appeared": True, "has_spoken": False, "has_spoken_to_substance": True},
    ),
    ("hearing_staff_at_a_hearing", HearingFactory, {"staff_came": True}),
    ("suggestion_voided_with_a_reason", SuggestionFactory, {"void_reason": "重复"}),
    ("suggestion_has_a_number", SuggestionFactory, {"number": ""}),
    ("suggestion_dates_in_order", SuggestionFactory, {"issued_on": date(2024, 5, 7)}),
    ("suggestion_dates_in_order", SuggestionFactory, {"due_on": date(2024, 5, 5)}),
    (
        "suggestion_dates_in_order",
        SuggestionFactory,
        {"replied": True, "replied_on": date(2024, 5, 5)},
    ),
    (
        "suggestion_reply_says_whether_adopted",
        SuggestionFactory,
        {"replied_on": date(2024, 6, 5)},
    ),
    ("suggestion_reply_says_whether_adopted", SuggestionFactory, {"adoption": Adoption.PARTLY}),
]


@pytest.mark.parametrize(("constraint", "factory", "breach"), BREACHES)
def test_the_database_refuses(constraint: str, factory: Any, breach: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError, match=constraint):
        factory.create(**breach)


def test_every_check_is_attacked() -> None:
    assert named(MODELS, CheckConstraint) == {name for name, _, _ in BREACHES}


@pytest.mark.parametrize("name", constraints(MODELS))
def test_every_constraint_speaks_to_the_clerk(name: str) -> None:
    assert speaks(constraints(MODELS)[name])


def test_joint_defendants_are_two() -> None:
    agency = AgencyFactory.create()

    with pytest.raises(IntegrityError, match="dispute_joint_names_the_organ"):
        DisputeFactory.create(joint=True, defendant=agency, organ=agency)


def test_the_second_handler_is_somebody_else() -> None:
    clerk = UserFactory.create()

    with pytest.raises(IntegrityError, match="dispute_two_different_handlers"):
        DisputeFactory.create(handler=clerk, second_handler=clerk)
