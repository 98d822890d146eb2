"""Lawful records as they are typed in one go, one of each way a matter can take."""

from typing import NamedTuple


class Walk(NamedTuple):
    """The values of a record that the law allows; the form's own order is the order of typing."""

    what: str
    label: str
    values: dict[str, str]


_ACCEPTED = {"received_on": "2024-03-04", "accepted_on": "2024-03-08"}
_CONCLUDED = {
    "copy_served_on": "2024-03-12",
    "replied_on": "2024-03-20",
    "concluded_on": "2024-04-10",
    "outcome": "revoked",
    "decision_number": "示政复决〔2024〕1号",
    "decision_served_on": "2024-04-12",
}
_FROM_COURT = {
    "door": "court",
    "commission": "before_filing",
    "origin": "11",
    "received_on": "2024-03-04",
    "centre": "12",
    "referred_on": "2024-03-05",
}
_AGREED = {
    "accepted_on": "2024-03-06",
    "concluded_on": "2024-03-20",
    "result": "agreed",
    "agreement_on": "2024-03-20",
    "agreement_kind": "written",
    "amount": "1000",
    "has_prevented_crime": "on",
    "performed_on": "2024-04-01",
}
_HEARD = {"scheduled_on": "2024-04-10", "notified_on": "2024-04-01", "held_on": "2024-04-10"}
_CALLED = {"head_notified_on": "2024-04-01", "head_notice": "4-1-a"}

WALKS = (
    Walk(
        "accepted, heard, decided, served and performed",
        "cases.Reconsideration",
        {
            **_ACCEPTED,
            **_CONCLUDED,
            "act_made_on": "2024-01-05",
            "act_known_on": "2024-01-08",
            "rights_known_on": "2024-02-01",
            "correction_requested_on": "2024-03-05",
            "correction_served_on": "2024-03-06",
            "correction_received_on": "2024-03-07",
            "handler": "1",
            "second_handler": "2",
            "hearing_notified_on": "2024-03-21",
            "hearing_on": "2024-03-29",
            "compensation_awarded": "100",
            "performance_ordered_on": "2024-06-03",
            "performed_on": "2024-06-10",
        },
    ),
    Walk(
        "simplified, then converted",
        "cases.Reconsideration",
        {
            **_ACCEPTED,
            **_CONCLUDED,
            "is_deemed_accepted": "on",
            "procedure": "simplified",
            "simplified_ground": "53-2",
            "converted_on": "2024-03-25",
        },
    ),
    Walk(
        "not accepted",
        "cases.Reconsideration",
        {
            "received_on": "2024-03-04",
            "turned_away_on": "2024-03-08",
            "turned_away": "not_accepted",
            "not_accepted_ground": "30-1-4",
        },
    ),
    Walk(
        "abandoned after a request",
        "cases.Reconsideration",
        {
            "received_on": "2024-03-04",
            "correction_requested_on": "2024-03-05",
            "turned_away_on": "2024-04-08",
            "turned_away": "abandoned",
        },
    ),
    Walk(
        "joint defendants, lost and performed",
        "cases.Dispute",
        {
            "received_on": "2024-03-04",
            "origin": "upheld",
            "reconsideration": "1",
            "defence": "joint",
            "defendant": "1",
            "organ": "2",
            "concluded_on": "2024-06-03",
            "result": "revoked",
            "organ_result": "revoked",
            "compensation_awarded": "5",
            "performance_due_on": "2024-07-01",
            "performed_on": "2024-06-20",
        },
    ),
    Walk(
        "sued after a change",
        "cases.Dispute",
        {"received_on": "2024-03-04", "origin": "changed", "defence": "organ_alone"},
    ),
    Walk(
        "a first instance by the simplified procedure, lost",
        "cases.Instance",
        {
            "level": "first",
            "court_number": "（2024）甘0503行初12号",
            "filed_on": "2024-03-01",
            "received_on": "2024-03-04",
            "answer_filed_on": "2024-03-14",
            "procedure": "simplified",
            "simplified_ground": "82-2",
            "concluded_on": "2024-04-10",
            "result": "revoked",
            "loss_ground": "70-3",
            "served_on": "2024-04-15",
        },
    ),
    Walk(
        "an appeal, affirmed",
        "cases.Instance",
        {
            "level": "second",
            "court_number": "（2024）甘05行终12号",
            "brought_by": "plaintiff",
            "received_on": "2024-05-06",
            "concluded_on": "2024-06-10",
            "result": "judgment_affirmed",
        },
    ),
    Walk(
        "the head came and spoke",
        "cases.Hearing",
        {
            **_HEARD,
            **_CALLED,
            "staff_came": "on",
            "head_rank": "chief",
            "head_name": "某局长",
            "head_post": "局长",
            "has_spoken": "on",
            "has_spoken_to_substance": "on",
        },
    ),
    Walk(
        "the head was excused",
        "cases.Hearing",
        {
            **_HEARD,
            **_CALLED,
            "head_rank": "none",
            "absence": "8-3",
            "absence_proved_on": "2024-04-09",
            "absence_proof": "说明",
        },
    ),
    Walk(
        "the head had come before",
        "cases.Hearing",
        {**_HEARD, "head_rank": "none", "is_discharged": "on"},
    ),
    Walk("put off", "cases.Hearing", {"scheduled_on": "2024-04-10", "adjourned_on": "2024-04-08"}),
    Walk(
        "answered",
        "cases.Suggestion",
        {
            "number": "S1",
            "received_on": "2024-05-06",
            "replied_on": "2024-06-03",
            "adoption": "partly",
        },
    ),
    Walk(
        "from a court, agreed and confirmed",
        "mediation.Mediation",
        {
            **_FROM_COURT,
            **_AGREED,
            "origin_number": "（2024）甘0525诉前调1号",
            "extended_until": "2024-04-20",
            "confirmation_applied_on": "2024-03-25",
            "confirmed_on": "2024-04-01",
            "returned_to_court_on": "2024-04-02",
        },
    ),
    Walk(
        "from a court, sent back unaccepted",
        "mediation.Mediation",
        {**_FROM_COURT, "concluded_on": "2024-03-08", "result": "declined"},
    ),
    Walk(
        "of the parties' own, agreed",
        "mediation.Mediation",
        {"door": "application", "received_on": "2024-03-04", "centre": "12", **_AGREED},
    ),
    Walk(
        "turned away",
        "mediation.Mediation",
        {
            "door": "police",
            "origin": "3",
            "received_on": "2024-03-04",
            "turned_away_on": "2024-03-05",
            "turned_away": "no_consent",
        },
    ),
    Walk(
        "self-examined, sampled and graded with a veto",
        "enforcement.Examination",
        {
            "number": "P1",
            "self_examined_on": "2024-05-06",
            "sampled_on": "2024-06-03",
            "reviewer": "1",
            "second_reviewer": "2",
            "graded_on": "2024-06-10",
            "score": "50",
            "veto": "facts",
            "grade": "unqualified",
        },
    ),
    Walk(
        "suspended, given back, cancelled",
        "enforcement.Certificate",
        {
            "number": "Z1",
            "issued_on": "2023-01-03",
            "valid_to": "2028-01-03",
            "suspended_on": "2024-02-01",
            "restored_on": "2024-03-01",
            "collected_on": "2024-06-03",
            "cancelled_on": "2024-06-04",
            "cancelled_because": "retired",
        },
    ),
    Walk(
        "a penalty by two officers",
        "enforcement.CaseFile",
        {
            "kind": "penalty",
            "number": "F1",
            "opened_on": "2024-03-04",
            "handler": "1",
            "second_handler": "2",
            "decided_on": "2024-04-10",
            "penalty_kind": "fine",
            "amount": "500",
            "closed_on": "2024-05-06",
        },
    ),
    Walk(
        "a penalty after a hearing",
        "enforcement.LegalReview",
        {
            "kind": "penalty",
            "number": "R1",
            "was_heard": "on",
            "ground": "58-1-2",
            "submitted_on": "2024-03-04",
            "returned_on": "2024-03-08",
            "opinion": "revise",
            "decided_on": "2024-03-20",
            "adoption": "adopted",
        },
    ),
    Walk(
        "edited, submitted, adopted",
        "enforcement.GuidingCase",
        {
            "title": "某案",
            "edited_on": "2024-03-04",
            "submitted_on": "2024-03-08",
            "submitted_to": "city",
            "adopted_on": "2024-06-03",
        },
    ),
    Walk(
        "found, put right, verified",
        "enforcement.Rectification",
        {
            "problem": "未告知",
            "found_on": "2024-06-03",
            "due_on": "2024-07-01",
            "rectified_on": "2024-06-20",
            "verified_on": "2024-06-25",
        },
    ),
)
