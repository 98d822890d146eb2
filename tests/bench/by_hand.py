"""SQL written by hand for every number of the rollup page: what has to be known of each table."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connection
from django.db.models import Model

from cases.litigation.models.dispute import Dispute
from cases.litigation.models.hearing import Hearing
from cases.litigation.models.instance import Instance
from cases.litigation.models.suggestion import Suggestion
from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import OpinionLetter
from cases.reconsideration.terms import DIRECT_CORRECTIONS, DISMISSALS, MEDIATIONS
from cases.registry.periods import Period
from enforcement.models.certificates import Certificate
from enforcement.models.examinations import Examination
from enforcement.models.files import CaseFile
from enforcement.models.guiding import GuidingCase
from enforcement.models.officers import Exam, Officer, Verification
from enforcement.models.rectifications import Rectification
from enforcement.models.reviews import LegalReview
from mediation.models.matter import Mediation
from mediation.models.mediators import MediationOrganisation, Mediator
from mediation.models.outreach import OutreachSession
from tests.bench.statements import Asked, Event, Stock, Table, statement

OF_PARTIES = "{0}.defendant_id IN ({{keys}}) OR {0}.organ_id IN ({{keys}})"
OFFICER = "JOIN enforcement_officer o ON o.id = t.officer_id"
OF_OFFICER = "t.officer_id IN (SELECT id FROM enforcement_officer WHERE agency_id IN ({keys}))"
FILE = "JOIN enforcement_casefile f ON f.id ="
CAMPAIGN = "JOIN enforcement_campaign c ON c.id ="
DOOR = ("door", "commission")
CAME = "t.head_rank IN ('chief', 'deputy', 'deputy_in_charge', 'other_in_charge')"


def event(on: str, *by: str, **parts: str) -> Event:
    return Event(on, by, parts)


def some(condition: str) -> str:
    return f"COUNT(*) FILTER (WHERE {condition})"


def different(column: str, condition: str = "1 = 1") -> str:
    return f"COUNT(DISTINCT t.{column}) FILTER (WHERE {condition})"


CONCLUDED = Event(
    "concluded_on",
    ("outcome",),
    {
        "enterprise_related_resolved": some("t.is_enterprise_related"),
        "compensation_awarded": "SUM(t.compensation_awarded)",
    },
    lots=(
        *(DIRECT_CORRECTIONS, MEDIATIONS, DISMISSALS),
        *(("upheld",), ("withdrawn", "terminated"), ("self_corrected",)),
    ),
)
RECONSIDERATION = {
    Reconsideration: Table(
        "cases_reconsideration t",
        [
            *map(event, ("received_on", "accepted_on")),
            event("turned_away_on", "turned_away"),
            CONCLUDED,
        ],
        [
            Stock("accepted_on", "concluded_on"),
            Stock("received_on", "intake_ended_on", left_by=("accepted_on", "turned_away_on")),
        ],
        named="t.respondent_id IN ({keys})",
        is_large=True,
    ),
    OpinionLetter: Table(
        "cases_opinionletter t JOIN cases_reconsideration c ON c.id = t.case_id",
        [*map(event, ("issued_on", "answered_on"))],
        recorded="c.voided_on IS NULL",
        named="+c.respondent_id IN ({keys})",  # begin with the letters, the fewer
    ),
}
LITIGATION = {
    Dispute: Table(
        "cases_dispute t",
        [
            event(
                *("received_on", "defence", "origin"),
                cases_enterprise_related=some("t.is_enterprise_related"),
                cases_disclosure_related=some("t.is_disclosure_related"),
                cases_claiming_compensation="COUNT(t.compensation_claimed)",
            ),
            event(
                *("concluded_on", "defence", "result", "organ_result"),
                cases_awarding_compensation=some("t.compensation_awarded > 0"),
                compensation_awarded="SUM(t.compensation_awarded)",
            ),
        ],
        [Stock("received_on", "concluded_on")],
        named=OF_PARTIES.format("t"),
    ),
    Instance: Table(
        "cases_instance t JOIN cases_dispute d ON d.id = t.dispute_id",
        [event("received_on", "level", "brought_by"), event("concluded_on", "level", "result")],
        [Stock("received_on", "concluded_on")],
        recorded="t.voided_on IS NULL AND d.voided_on IS NULL",
        named=OF_PARTIES.format("d"),
    ),
    Hearing: Table(
        "cases_hearing t JOIN cases_instance i ON i.id = t.instance_id "
        "JOIN cases_dispute d ON d.id = i.dispute_id",
        [
            event(
                *("held_on", "head_rank", "absence"),
                hearings_held=some("NOT t.is_discharged"),
                hearings_head_discharged=some("t.is_discharged"),
                hearings_head_notified="COUNT(t.head_notified_on)",
                hearings_head_notified_appeared=some(f"t.head_notified_on IS NOT NULL AND {CAME}"),
                hearings_head_spoke=some("t.has_spoken"),
                hearings_head_spoke_to_substance=some("t.has_spoken_to_substance"),
            ),
        ],
        recorded="t.voided_on IS NULL AND i.voided_on IS NULL AND d.voided_on IS NULL",
    ),
    Suggestion: Table(
        "cases_suggestion t",
        [
            event("received_on", "kind"),
            event("replied_on", "kind", "adoption"),
            event("due_on", suggestions_replied_in_time=some("t.replied_on <= t.due_on")),
        ],
        [Stock("received_on", "replied_on")],
        named="t.addressee_id IN ({keys})",
    ),
}
MEDIATION = {
    MediationOrganisation: Table(
        "mediation_mediationorganisation t",
        [*map(event, ("since_on", "until_on"))],
        [Stock("since_on", "until_on")],
    ),
    Mediator: Table(
        "mediation_mediator t",
        [event("since_on", "kind"), event("until_on", "kind")],
        [Stock("since_on", "until_on", ("kind",))],
        named="t.organisation_id IN "
        "(SELECT id FROM mediation_mediationorganisation WHERE agency_id IN ({keys}))",
    ),
    OutreachSession: Table(
        "mediation_outreachsession t",
        [
            event(
                "held_on",
                outreach_requests_heard="SUM(t.requests_heard)",
                outreach_requests_resolved="SUM(t.requests_resolved)",
            )
        ],
    ),
    Mediation: Table(
        "mediation_mediation t",
        [
            event("received_on", *DOOR),
            event("turned_away_on", *DOOR),
            event("begun_on", *DOOR, persons_concerned="SUM(t.persons)"),
            event(
                "begun_on",
                police_stations_referring=different("origin_id", "t.door = 'police'"),
                centres_receiving_police=different("centre_id", "t.door = 'police'"),
            ),
            event(
                *("concluded_on", *DOOR, "result"),
                agreements_written=some("t.result = 'agreed' AND t.agreement_kind = 'written'"),
                agreements_oral=some("t.result = 'agreed' AND t.agreement_kind = 'oral'"),
                agreement_amount="SUM(t.amount)",
                enterprise_related_succeeded=some(
                    "t.is_enterprise_related AND t.result IN ('agreed', 'settled')"
                ),
                crimes_prevented=some("t.has_prevented_crime"),
                collective_actions_prevented=some("t.has_prevented_collective_action"),
            ),
            *map(event, ("returned_to_court_on", "performed_on", "confirmation_applied_on")),
            *map(event, ("confirmed_on", "confirmation_refused_on")),
        ],
        [
            Stock("begun_on", "concluded_on", DOOR),
            Stock("received_on", "intake_ended_on", left_by=("begun_on", "turned_away_on")),
        ],
        named="t.centre_id IN ({keys}) OR t.origin_id IN ({keys})",
    ),
}
ENFORCEMENT = {
    CaseFile: Table(
        "enforcement_casefile t",
        [
            event(
                *("decided_on", "kind", "penalty_kind"),
                penalties_amount="SUM(t.amount) FILTER (WHERE t.kind = 'penalty')",
            ),
            event("closed_on", "kind"),
        ],
        [Stock("decided_on", "closed_on")],
    ),
    Examination: Table(
        f"enforcement_examination t {FILE} t.file_id {CAMPAIGN} t.campaign_id",
        [
            *map(event, ("self_examined_on", "sampled_on")),
            event("graded_on", "grade", "file__kind", files_vetoed=some("t.veto <> ''")),
        ],
        recorded="t.voided_on IS NULL AND f.voided_on IS NULL AND c.voided_on IS NULL",
        named="f.agency_id IN ({keys})",
        beside="f.kind AS file__kind",
    ),
    Rectification: Table(
        "enforcement_rectification t JOIN enforcement_examination e ON e.id = t.examination_id "
        f"{FILE} e.file_id {CAMPAIGN} e.campaign_id",
        [
            *map(event, ("found_on", "rectified_on", "verified_on")),
            event("due_on", rectifications_in_time=some("t.rectified_on <= t.due_on")),
        ],
        [Stock("found_on", "rectified_on")],
        recorded="e.voided_on IS NULL AND f.voided_on IS NULL AND c.voided_on IS NULL",
        named="f.agency_id IN ({keys})",
    ),
    LegalReview: Table(
        "enforcement_legalreview t",
        [
            event("submitted_on"),
            event("returned_on", "kind", "opinion"),
            event("decided_on", "adoption"),
        ],
        [Stock("submitted_on", "returned_on")],
    ),
    GuidingCase: Table(
        "enforcement_guidingcase t",
        [*map(event, ("edited_on", "submitted_on", "adopted_on", "declined_on"))],
        [Stock("submitted_on", "answered_on", left_by=("adopted_on", "declined_on"))],
    ),
    Verification: Table(
        f"enforcement_verification t {OFFICER}",
        [
            event(
                "verified_on",
                officers_verified=different("officer_id"),
                officers_kept=different("officer_id", "t.fitness = 'kept'"),
                officers_removed=different("officer_id", "t.fitness = 'removed'"),
            )
        ],
        recorded="o.voided_on IS NULL",
        named="o.agency_id IN ({keys})",
    ),
    Exam: Table(
        f"enforcement_exam t {OFFICER}",
        [
            event(
                "held_on",
                officers_examined=different("officer_id"),
                officers_passed=different("officer_id", "t.has_passed"),
                exams_passed=some("t.has_passed"),
                exams_failed=some("NOT t.has_passed"),
            )
        ],
        recorded="o.voided_on IS NULL",
        named="o.agency_id IN ({keys})",
    ),
    Officer: Table(
        "enforcement_officer t",
        [*map(event, ("since_on", "until_on"))],
        [Stock("since_on", "until_on")],
    ),
    Certificate: Table(
        "enforcement_certificate t",
        [
            *map(event, ("issued_on", "ended_on", "collected_on", "cancelled_on")),
            *map(event, ("suspended_on", "suspension_ended_on")),
        ],
        [Stock("issued_on", "ended_on"), Stock("suspended_on", "suspension_ended_on")],
        named=OF_OFFICER,
    ),
}
LINES: Sequence[Mapping[Any, Table]] = (RECONSIDERATION, LITIGATION, MEDIATION, ENFORCEMENT)
TABLES: Mapping[type[Model], Table] = {
    model: table for line in LINES for model, table in line.items()
}


def the_page(year: Period, keys: Sequence[int] = ()) -> Asked:
    """A year by months with the year before beside it."""
    return Asked(year, [*year.months(), year.year_earlier()], keys)


def written(asked: Asked) -> list[str]:
    """The statements that give every number of the page, one for each table."""
    return [statement(table, asked, connection.vendor) for table in TABLES.values()]
