"""What always holds of a matter in mediation, kept by the database."""

from typing import Final

from django.db.models import BaseConstraint, F, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from cases.registry.conditions import both_or_neither, in_order, needs, recorded, rule
from mediation.conditions import ended_in, referred_by_somebody
from mediation.terms import SENT_BACK, Door, Result

ORIGIN_RULES: Final[list[BaseConstraint]] = [
    rule(
        "mediation_origin_iff_referred",
        (referred_by_somebody() & Q(origin__isnull=False))
        | (~referred_by_somebody() & Q(origin__isnull=True, origin_number="")),
        _("A court, police station or petition office refers; other matters come from nobody."),
    ),
    rule(
        "mediation_commission_iff_from_court",
        (Q(door=Door.COURT) & ~Q(commission="")) | (~Q(door=Door.COURT) & Q(commission="")),
        _("A matter from a court says how it was entrusted, and no other does."),
    ),
    rule(
        "mediation_concerns_somebody",
        Q(persons__gte=1),
        _("A dispute concerns at least one person."),
    ),
    UniqueConstraint(
        fields=["origin", "origin_number"],
        condition=recorded() & ~Q(origin_number=""),
        name="mediation_origin_number_once",
        violation_error_message=_("This matter of the same court, station or office is entered."),
    ),
]

INTAKE_RULES: Final[list[BaseConstraint]] = [
    rule(
        "mediation_referred_by_somebody",
        Q(referred_on__isnull=True) | referred_by_somebody(),
        _("Only a court, police station or petition office refers a matter."),
    ),
    rule(
        "mediation_referred_after_receipt",
        in_order("received_on", "referred_on"),
        _("A matter cannot be referred before it is received."),
    ),
    rule(
        "mediation_accepted_after_receipt",
        in_order("received_on", "accepted_on"),
        _("A matter cannot be accepted before it is received."),
    ),
    rule(
        "mediation_accepted_after_referral",
        (~referred_by_somebody() | needs("accepted_on", "referred_on"))
        & in_order("referred_on", "accepted_on"),
        _("The centre accepts a matter after it is referred."),
    ),
    rule(
        "mediation_extended_for_a_court",
        Q(extended_until__isnull=True)
        | (Q(door=Door.COURT, accepted_on__isnull=False) & Q(extended_until__gt=F("accepted_on"))),
        _("Only what a court entrusts and the centre accepted has a time limit to extend."),
    ),
    rule(
        "mediation_taken_up_at_a_centre",
        needs("referred_on", "centre") & needs("accepted_on", "centre"),
        _("A matter referred or accepted names the mediation centre."),
    ),
    rule(
        "mediation_turned_away_or_taken_up",
        Q(turned_away_on__isnull=True) | Q(referred_on__isnull=True, accepted_on__isnull=True),
        _("A matter is either taken up or turned away, not both."),
    ),
    rule(
        "mediation_turned_away_after_receipt",
        in_order("received_on", "turned_away_on"),
        _("A matter cannot be turned away before it is received."),
    ),
    rule(
        "mediation_turned_away_says_why",
        both_or_neither("turned_away_on", "turned_away"),
        _("A matter turned away needs the date and the reason, both or neither."),
    ),
]

CONCLUSION_RULES: Final[list[BaseConstraint]] = [
    rule(
        "mediation_concluded_after_it_began",
        (needs("concluded_on", "referred_on") | needs("concluded_on", "accepted_on"))
        & in_order("referred_on", "concluded_on")
        & in_order("accepted_on", "concluded_on"),
        _("Only a matter taken up is concluded, and not before it is taken up."),
    ),
    rule(
        "mediation_result_iff_concluded",
        both_or_neither("concluded_on", "result"),
        _("A mediation has a result once it is concluded, and not before."),
    ),
    rule(
        "mediation_result_after_acceptance",
        Q(result="") | ended_in(SENT_BACK) | Q(accepted_on__isnull=False),
        _("Only what the centre accepted can succeed or fail; anything else is sent back."),
    ),
    rule(
        "mediation_declined_not_accepted",
        ~Q(result=Result.DECLINED) | Q(accepted_on__isnull=True),
        _("What the centre did not accept has no date of acceptance."),
    ),
    rule(
        "mediation_prevented_once_concluded",
        Q(has_prevented_crime=False, has_prevented_collective_action=False)
        | Q(concluded_on__isnull=False),
        _("What a mediation prevented is known once it is concluded."),
    ),
    rule(
        "mediation_returned_to_a_court",
        Q(returned_to_court_on__isnull=True) | Q(door=Door.COURT, concluded_on__isnull=False),
        _("Only a concluded matter that came from a court returns there."),
    ),
    rule(
        "mediation_returned_after_conclusion",
        in_order("concluded_on", "returned_to_court_on"),
        _("A matter cannot return to the court before it is concluded."),
    ),
]

AGREEMENT_RULES: Final[list[BaseConstraint]] = [
    rule(
        "mediation_agreement_iff_agreed",
        (Q(result=Result.AGREED, agreement_on__isnull=False) & ~Q(agreement_kind=""))
        | (~Q(result=Result.AGREED) & Q(agreement_on__isnull=True, agreement_kind="")),
        _("An agreement has its date and its form, and nothing else has them."),
    ),
    rule(
        "mediation_agreement_during_mediation",
        in_order("accepted_on", "agreement_on") & in_order("agreement_on", "concluded_on"),
        _("An agreement is reached after acceptance and not after the conclusion."),
    ),
    rule(
        "mediation_amount_of_an_agreement",
        Q(amount__isnull=True) | Q(amount__gte=0, agreement_on__isnull=False),
        _("An amount belongs to an agreement and cannot be negative."),
    ),
    rule(
        "mediation_performed_after_agreement",
        needs("performed_on", "agreement_on") & in_order("agreement_on", "performed_on"),
        _("An agreement is performed after it is reached."),
    ),
    rule(
        "mediation_confirmation_of_an_agreement",
        needs("confirmation_applied_on", "agreement_on")
        & in_order("agreement_on", "confirmation_applied_on"),
        _("Judicial confirmation is applied for after an agreement is reached."),
    ),
    rule(
        "mediation_confirmed_after_application",
        needs("confirmed_on", "confirmation_applied_on")
        & in_order("confirmation_applied_on", "confirmed_on"),
        _("The court confirms an agreement after the parties apply."),
    ),
    rule(
        "mediation_confirmation_refused_after_application",
        needs("confirmation_refused_on", "confirmation_applied_on")
        & in_order("confirmation_applied_on", "confirmation_refused_on"),
        _("The court refuses a confirmation after the parties apply."),
    ),
    rule(
        "mediation_confirmed_or_refused",
        Q(confirmed_on__isnull=True) | Q(confirmation_refused_on__isnull=True),
        _("An agreement is either confirmed or refused, not both."),
    ),
]
