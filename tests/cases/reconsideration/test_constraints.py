"""What must always hold of a reconsideration case is held by the database, whoever writes to it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from factory import SubFactory

from cases.reconsideration.models.attachments import ReconsiderationAttachment
from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import (
    CaseTag,
    Extension,
    OpinionLetter,
    ReconsiderationParty,
    Suspension,
)
from cases.reconsideration.terms import (
    NotAcceptedGround,
    Outcome,
    Procedure,
    SimplifiedGround,
    TurnedAway,
)
from seeds.factories.reconsideration import (
    CaseTagFactory,
    ExtensionFactory,
    OpinionLetterFactory,
    ReconsiderationFactory,
    ReconsiderationPartyFactory,
    SuspensionFactory,
)
from seeds.factories.registry import UserFactory
from tests.cases.refusals import answer_to, constraints, speaks

pytestmark = pytest.mark.django_db

new: Any = SubFactory  # factory-boy ships no types

MODELS = (Reconsideration, ReconsiderationParty, Suspension, Extension, CaseTag, OpinionLetter)

# The factories receive on 4 March, accept on the 8th and conclude on 22 April 2024.
BEFORE_RECEIPT = date(2024, 3, 1)
BEFORE_ACCEPTANCE = date(2024, 3, 7)
BEFORE_CONCLUSION = date(2024, 4, 19)
LATER = date(2024, 6, 3)

REFUSED = {
    "turned_away": TurnedAway.NOT_ACCEPTED,
    "not_accepted_ground": NotAcceptedGround.LATE,
}
SIMPLIFIED = {
    "procedure": Procedure.SIMPLIFIED,
    "simplified_ground": SimplifiedGround.SMALL_SUM,
}
ACCEPTED, CONCLUDED = {"accepted": True}, {"concluded": True}

CASES: list[tuple[str, dict[str, Any]]] = [
    ("reconsideration_voided_with_a_reason", {"voided_on": LATER}),
    ("reconsideration_voided_with_a_reason", {"void_reason": "重复录入"}),
    ("recon_accepted_or_turned_away", {**ACCEPTED, "refused": True}),
    ("recon_accepted_after_receipt", {"accepted_on": BEFORE_RECEIPT}),
    ("recon_rights_known_after_the_act", {"rights_known_on": BEFORE_RECEIPT}),
    (
        "recon_rights_known_after_the_act",
        {"act_known_on": BEFORE_RECEIPT, "rights_known_on": date(2024, 2, 28)},
    ),
    (
        "recon_act_known_after_it_was_made",
        {"act_made_on": BEFORE_RECEIPT, "act_known_on": date(2024, 2, 28)},
    ),
    ("recon_applied_after_knowing", {"act_made_on": LATER}),
    ("recon_applied_after_knowing", {"act_known_on": LATER}),
    ("recon_applied_after_knowing", {"act_known_on": BEFORE_RECEIPT, "rights_known_on": LATER}),
    ("recon_turned_away_after_receipt", {"turned_away_on": BEFORE_RECEIPT, **REFUSED}),
    ("recon_turned_away_says_how", {"turned_away_on": LATER}),
    ("recon_turned_away_says_how", {"turned_away": TurnedAway.WITHDRAWN}),
    ("recon_not_accepted_on_a_ground", {"refused": True, "not_accepted_ground": ""}),
    ("recon_not_accepted_on_a_ground", {"not_accepted_ground": NotAcceptedGround.LATE}),
    (
        "recon_not_accepted_on_a_ground",
        {"refused": True, "turned_away": TurnedAway.TRANSFERRED},
    ),
    ("recon_deemed_accepted_has_a_date", {"is_deemed_accepted": True}),
    ("recon_correction_requested_after_receipt", {"correction_requested_on": BEFORE_RECEIPT}),
    ("recon_correction_request_served_after_it", {"correction_served_on": LATER}),
    (
        "recon_correction_request_served_after_it",
        {"correction_requested_on": LATER, "correction_served_on": date(2024, 5, 31)},
    ),
    (
        "recon_correction_request_served_after_it",
        {
            "correction_requested_on": date(2024, 3, 8),
            "correction_served_on": LATER,
            "correction_received_on": date(2024, 5, 31),
        },
    ),
    ("recon_correction_answers_a_request", {"correction_received_on": LATER}),
    (
        "recon_correction_answers_a_request",
        {"correction_requested_on": LATER, "correction_received_on": date(2024, 5, 31)},
    ),
    ("recon_correction_requested_at_intake", {**ACCEPTED, "correction_requested_on": LATER}),
    ("recon_correction_requested_at_intake", {"refused": True, "correction_requested_on": LATER}),
    ("recon_transferred_somewhere", {"transferred_to": "示例市人民政府"}),
    (
        "recon_transferred_somewhere",
        {
            "turned_away_on": LATER,
            "turned_away": TurnedAway.WITHDRAWN,
            "transferred_to": "示例市人民政府",
        },
    ),
    (
        "recon_abandoned_after_a_request",
        {"turned_away_on": LATER, "turned_away": TurnedAway.ABANDONED},
    ),
    ("recon_simplified_on_a_ground", {"procedure": Procedure.SIMPLIFIED}),
    ("recon_simplified_on_a_ground", {"simplified_ground": SimplifiedGround.AGREED}),
    ("recon_converted_from_simplified", {**ACCEPTED, "converted_on": LATER}),
    ("recon_converted_from_simplified", {**SIMPLIFIED, "converted_on": LATER}),
    (
        "recon_converted_from_simplified",
        {**ACCEPTED, **SIMPLIFIED, "converted_on": BEFORE_ACCEPTANCE},
    ),
    ("recon_copy_after_acceptance", {"copy_served_on": LATER}),
    ("recon_copy_after_acceptance", {**ACCEPTED, "copy_served_on": BEFORE_ACCEPTANCE}),
    ("recon_reply_after_copy", {**ACCEPTED, "replied_on": LATER}),
    (
        "recon_reply_after_copy",
        {**ACCEPTED, "copy_served_on": LATER, "replied_on": date(2024, 5, 31)},
    ),
    ("recon_hearing_after_its_notice", {**ACCEPTED, "hearing_on": LATER}),
    (
        "recon_hearing_after_its_notice",
        {**ACCEPTED, "hearing_notified_on": LATER, "hearing_on": date(2024, 5, 31)},
    ),
    ("recon_hearing_after_its_notice", {"hearing_notified_on": LATER}),
    ("recon_hearing_after_its_notice", {**ACCEPTED, "hearing_notified_on": BEFORE_ACCEPTANCE}),
    (
        "recon_concluded_after_acceptance",
        {"concluded_on": LATER, "outcome": Outcome.UPHELD},
    ),
    (
        "recon_concluded_after_acceptance",
        {**CONCLUDED, "concluded_on": BEFORE_ACCEPTANCE},
    ),
    ("recon_outcome_iff_concluded", {**ACCEPTED, "concluded_on": LATER}),
    ("recon_outcome_iff_concluded", {**ACCEPTED, "outcome": Outcome.UPHELD}),
    (
        "recon_hearing_before_conclusion",
        {**CONCLUDED, "hearing_notified_on": BEFORE_CONCLUSION, "hearing_on": LATER},
    ),
    ("recon_hearing_before_conclusion", {**CONCLUDED, **SIMPLIFIED, "converted_on": LATER}),
    ("recon_copy_before_conclusion", {**CONCLUDED, "copy_served_on": LATER}),
    ("recon_committee_during_trial", {"committee_on": LATER}),
    ("recon_committee_during_trial", {**ACCEPTED, "committee_on": BEFORE_ACCEPTANCE}),
    ("recon_committee_during_trial", {**CONCLUDED, "committee_on": LATER}),
    ("recon_numbered_when_concluded", {**ACCEPTED, "decision_number": "示政复决字〔2024〕1号"}),
    ("recon_served_after_conclusion", {**ACCEPTED, "decision_served_on": LATER}),
    (
        "recon_served_after_conclusion",
        {**CONCLUDED, "decision_served_on": BEFORE_CONCLUSION},
    ),
    ("recon_performed_after_conclusion", {**ACCEPTED, "performance_due_on": LATER}),
    (
        "recon_performed_after_conclusion",
        {**CONCLUDED, "performance_due_on": BEFORE_CONCLUSION},
    ),
    ("recon_performed_after_conclusion", {**ACCEPTED, "performed_on": LATER}),
    ("recon_performed_after_conclusion", {**ACCEPTED, "performance_ordered_on": LATER}),
    ("recon_performed_after_conclusion", {**CONCLUDED, "performed_on": BEFORE_CONCLUSION}),
    (
        "recon_performed_after_conclusion",
        {**CONCLUDED, "performance_ordered_on": BEFORE_CONCLUSION},
    ),
    ("recon_sums_not_negative", {"compensation_claimed": Decimal("-0.01")}),
    ("recon_sums_not_negative", {**CONCLUDED, "compensation_awarded": Decimal("-0.01")}),
    ("recon_awarded_in_a_concluded_case", {**ACCEPTED, "compensation_awarded": Decimal(0)}),
]
OTHERS: list[tuple[str, Any, dict[str, Any]]] = [
    (
        "recon_two_different_handlers",
        ReconsiderationFactory,
        {"second_handler": new(UserFactory, password=None)},
    ),
    ("reconsiderationparty_has_a_name", ReconsiderationPartyFactory, {"name": ""}),
    ("reconsiderationparty_is_somebody", ReconsiderationPartyFactory, {"persons": 0}),
    ("suspension_resumed_after_it_began", SuspensionFactory, {"resumed_on": date(2024, 3, 19)}),
    ("extension_at_most_thirty_days", ExtensionFactory, {"days": 31}),
    ("extension_at_most_thirty_days", ExtensionFactory, {"days": 0}),
    ("opinionletter_dates_in_order", OpinionLetterFactory, {"served_on": date(2024, 5, 3)}),
    ("opinionletter_dates_in_order", OpinionLetterFactory, {"answered_on": LATER}),
    (
        "opinionletter_dates_in_order",
        OpinionLetterFactory,
        {"served_on": LATER, "answered_on": date(2024, 5, 31)},
    ),
]
UNIQUE = {
    "suspension_one_open_per_case",
    "suspension_once_a_day",
    "casetag_once_per_case",
    "opinionletter_number_unique",
}


@pytest.mark.parametrize(("constraint", "breach"), CASES)
def test_the_database_refuses_a_case(constraint: str, breach: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError, match=answer_to(constraint, MODELS)):
        ReconsiderationFactory.create(**breach)


@pytest.mark.parametrize(("constraint", "factory", "breach"), OTHERS)
def test_the_database_refuses_what_refers_to_others(
    constraint: str, factory: Any, breach: dict[str, Any]
) -> None:
    with pytest.raises(IntegrityError, match=answer_to(constraint, MODELS)):
        factory.create(**breach)


@pytest.mark.parametrize(("constraint", "breach"), CASES)
def test_the_form_says_in_words_what_the_database_would_refuse(
    constraint: str, breach: dict[str, Any]
) -> None:
    _, rule = constraints(MODELS)[constraint]
    case = ReconsiderationFactory.build(**breach)

    with pytest.raises(ValidationError) as refusal:
        case.validate_constraints()

    assert str(rule.violation_error_message) in refusal.value.messages


def test_the_second_handler_is_somebody_else() -> None:
    clerk = UserFactory.create(password=None)

    with pytest.raises(IntegrityError, match="recon_two_different_handlers"):
        ReconsiderationFactory.create(handler=clerk, second_handler=clerk)


def test_a_case_is_suspended_once_at_a_time() -> None:
    case = SuspensionFactory.create().case

    with pytest.raises(IntegrityError, match=answer_to("suspension_one_open_per_case", MODELS)):
        SuspensionFactory.create(case=case, suspended_on=LATER)


def test_a_case_that_was_resumed_may_be_suspended_again() -> None:
    case = SuspensionFactory.create(resumed_on=date(2024, 4, 8)).case

    assert SuspensionFactory.create(case=case, suspended_on=LATER).pk


def test_a_case_is_suspended_once_a_day() -> None:
    first = SuspensionFactory.create(resumed_on=date(2024, 4, 8))

    with pytest.raises(IntegrityError, match=answer_to("suspension_once_a_day", MODELS)):
        SuspensionFactory.create(case=first.case, resumed_on=date(2024, 4, 9))


def test_a_case_bears_a_tag_once() -> None:
    tag = CaseTagFactory.create()

    with pytest.raises(IntegrityError, match=answer_to("casetag_once_per_case", MODELS)):
        CaseTagFactory.create(case=tag.case, tag=tag.tag)


def test_the_number_of_an_opinion_letter_stands_once() -> None:
    letter = OpinionLetterFactory.create()

    with pytest.raises(IntegrityError, match=answer_to("opinionletter_number_unique", MODELS)):
        OpinionLetterFactory.create(number=letter.number)


def test_a_case_is_extended_once() -> None:
    extension = ExtensionFactory.create()

    with pytest.raises(IntegrityError):
        ExtensionFactory.create(case=extension.case)


def test_every_kind_of_row_is_here() -> None:
    ours = "cases.reconsideration."

    kinds = apps.get_app_config("cases").get_models()
    found = {kind for kind in kinds if kind.__module__.startswith(ours)}
    assert found == {*MODELS, ReconsiderationAttachment}  # which has tests of its own


def test_every_constraint_is_attacked() -> None:
    attacked = {name for name, *_ in [*CASES, *OTHERS]}

    assert set(constraints(MODELS)) == attacked | UNIQUE


@pytest.mark.parametrize("name", constraints(MODELS))
def test_every_constraint_speaks_to_the_clerk(name: str) -> None:
    assert speaks(constraints(MODELS)[name])


@pytest.mark.parametrize(
    "lawful",
    [
        {},
        {"accepted": True},
        {"refused": True},
        {"concluded": True},
        {"accepted_on": date(2024, 3, 4)},
        {"accepted": True, "is_deemed_accepted": True},
        {"accepted": True, "concluded_on": date(2024, 3, 8), "outcome": Outcome.MEDIATED},
        {**ACCEPTED, **SIMPLIFIED, "converted_on": date(2024, 3, 8)},
        {"turned_away_on": LATER, "turned_away": TurnedAway.WITHDRAWN},
        {**CONCLUDED, "compensation_awarded": Decimal(0), "performed_on": LATER},
    ],
)
def test_what_the_law_allows_is_taken(lawful: dict[str, Any]) -> None:
    assert ReconsiderationFactory.create(**lawful).pk
