"""What always holds of a reconsideration case, kept by the database."""

from typing import Final

from django.db.models import BaseConstraint, F, Q
from django.utils.translation import gettext_lazy as _

from cases.reconsideration.terms import Procedure, TurnedAway
from cases.registry.conditions import both_or_neither, in_order, needs, rule

INTAKE_RULES: Final[list[BaseConstraint]] = [
    rule(
        "recon_accepted_or_turned_away",
        Q(accepted_on__isnull=True) | Q(turned_away_on__isnull=True),
        _("A case is either accepted or turned away, not both."),
    ),
    rule(
        "recon_accepted_after_receipt",
        in_order("received_on", "accepted_on"),
        _("A case cannot be accepted before it is received."),
    ),
    rule(
        "recon_rights_known_after_the_act",
        needs("rights_known_on", "act_known_on") & in_order("act_known_on", "rights_known_on"),
        _("Who learns of the right to apply knows the act already (article 20(3))."),
    ),
    rule(
        "recon_act_known_after_it_was_made",
        in_order("act_made_on", "act_known_on"),
        _("An act is known after it is made."),
    ),
    rule(
        "recon_applied_after_knowing",
        in_order("act_made_on", "received_on")
        & in_order("act_known_on", "received_on")
        & in_order("rights_known_on", "received_on"),
        _("Nobody applies against an act before it is made and known (article 20)."),
    ),
    rule(
        "recon_turned_away_after_receipt",
        in_order("received_on", "turned_away_on"),
        _("A case cannot be turned away before it is received."),
    ),
    rule(
        "recon_turned_away_says_how",
        both_or_neither("turned_away_on", "turned_away"),
        _("A case turned away needs the date and the result, both or neither."),
    ),
    rule(
        "recon_not_accepted_on_a_ground",
        (Q(turned_away=TurnedAway.NOT_ACCEPTED) & ~Q(not_accepted_ground=""))
        | (~Q(turned_away=TurnedAway.NOT_ACCEPTED) & Q(not_accepted_ground="")),
        _("Not accepting needs its ground under article 30(1), and nothing else has one."),
    ),
    rule(
        "recon_deemed_accepted_has_a_date",
        Q(is_deemed_accepted=False) | Q(accepted_on__isnull=False),
        _("A case deemed accepted (article 30(3)) needs the date of acceptance."),
    ),
    rule(
        "recon_correction_requested_after_receipt",
        in_order("received_on", "correction_requested_on"),
        _("A correction cannot be requested before the application is received."),
    ),
    rule(
        "recon_correction_request_served_after_it",
        needs("correction_served_on", "correction_requested_on")
        & in_order("correction_requested_on", "correction_served_on")
        & in_order("correction_served_on", "correction_received_on"),
        _("The applicant receives the request, and then corrects (article 31)."),
    ),
    rule(
        "recon_correction_answers_a_request",
        needs("correction_received_on", "correction_requested_on")
        & in_order("correction_requested_on", "correction_received_on"),
        _("A correction is received after it was requested (article 31)."),
    ),
    rule(
        "recon_correction_requested_at_intake",
        in_order("correction_requested_on", "turned_away_on")
        & (Q(is_deemed_accepted=True) | in_order("correction_requested_on", "accepted_on")),
        _("A correction is requested before the application is accepted or turned away (art. 31)."),
    ),
    rule(
        "recon_transferred_somewhere",
        Q(transferred_to="") | Q(turned_away__in=[TurnedAway.TRANSFERRED, TurnedAway.NOT_ACCEPTED]),
        _("Only an application that is not taken in is transferred to another organ."),
    ),
    rule(
        "recon_abandoned_after_a_request",
        ~Q(turned_away=TurnedAway.ABANDONED) | Q(correction_requested_on__isnull=False),
        _("Only an application whose correction was requested can be deemed abandoned."),
    ),
]

TRIAL_RULES: Final[list[BaseConstraint]] = [
    rule(
        "recon_simplified_on_a_ground",
        (Q(procedure=Procedure.SIMPLIFIED) & ~Q(simplified_ground=""))
        | Q(procedure=Procedure.ORDINARY, simplified_ground=""),
        _("The simplified procedure needs its ground under article 53, the ordinary has none."),
    ),
    rule(
        "recon_converted_from_simplified",
        Q(converted_on__isnull=True)
        | (
            Q(procedure=Procedure.SIMPLIFIED, accepted_on__isnull=False)
            & Q(converted_on__gte=F("accepted_on"))
        ),
        _("Only an accepted case in the simplified procedure can be converted (article 55)."),
    ),
    rule(
        "recon_copy_after_acceptance",
        needs("copy_served_on", "accepted_on") & in_order("accepted_on", "copy_served_on"),
        _("The respondent receives the copy after the case is accepted."),
    ),
    rule(
        "recon_reply_after_copy",
        needs("replied_on", "copy_served_on") & in_order("copy_served_on", "replied_on"),
        _("The respondent replies after receiving the copy."),
    ),
    rule(
        "recon_hearing_after_its_notice",
        needs("hearing_on", "hearing_notified_on")
        & in_order("hearing_notified_on", "hearing_on")
        & in_order("accepted_on", "hearing_notified_on")
        & needs("hearing_notified_on", "accepted_on"),
        _("A hearing follows its notice, and the notice follows acceptance."),
    ),
    rule(
        "recon_two_different_handlers",
        Q(second_handler__isnull=True)
        | (Q(handler__isnull=False) & ~Q(second_handler=F("handler"))),
        _("Name the first handler, and as the second somebody else."),
    ),
]

CONCLUSION_RULES: Final[list[BaseConstraint]] = [
    rule(
        "recon_concluded_after_acceptance",
        needs("concluded_on", "accepted_on") & in_order("accepted_on", "concluded_on"),
        _("Only an accepted case is concluded, and not before it is accepted."),
    ),
    rule(
        "recon_outcome_iff_concluded",
        both_or_neither("concluded_on", "outcome"),
        _("A case has an outcome once it is concluded, and not before."),
    ),
    rule(
        "recon_hearing_before_conclusion",
        in_order("hearing_on", "concluded_on") & in_order("converted_on", "concluded_on"),
        _("Hearing and conversion come before the conclusion."),
    ),
    rule(
        "recon_copy_before_conclusion",
        in_order("copy_served_on", "concluded_on"),
        _("The respondent receives the copy before the case is concluded."),
    ),
    rule(
        "recon_committee_during_trial",
        needs("committee_on", "accepted_on")
        & in_order("accepted_on", "committee_on")
        & in_order("committee_on", "concluded_on"),
        _("The committee is consulted between acceptance and conclusion (article 52)."),
    ),
    rule(
        "recon_numbered_when_concluded",
        Q(decision_number="") | Q(concluded_on__isnull=False),
        _("A document is numbered once the case is concluded."),
    ),
    rule(
        "recon_served_after_conclusion",
        needs("decision_served_on", "concluded_on")
        & in_order("concluded_on", "decision_served_on"),
        _("A decision is served after it is made."),
    ),
    rule(
        "recon_performed_after_conclusion",
        needs("performance_due_on", "concluded_on")
        & in_order("concluded_on", "performance_due_on")
        & needs("performed_on", "concluded_on")
        & in_order("concluded_on", "performed_on")
        & needs("performance_ordered_on", "concluded_on")
        & in_order("concluded_on", "performance_ordered_on"),
        _("Performance follows the conclusion."),
    ),
    rule(
        "recon_sums_not_negative",
        (Q(compensation_claimed__isnull=True) | Q(compensation_claimed__gte=0))
        & (Q(compensation_awarded__isnull=True) | Q(compensation_awarded__gte=0)),
        _("A sum of money cannot be negative."),
    ),
    rule(
        "recon_awarded_in_a_concluded_case",
        Q(compensation_awarded__isnull=True) | Q(concluded_on__isnull=False),
        _("Compensation is awarded by the conclusion."),
    ),
]
