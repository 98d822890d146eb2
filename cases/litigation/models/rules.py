"""What always holds of a dispute and its instances, kept by the database."""

from functools import reduce
from operator import or_
from typing import Final

from django.db.models import BaseConstraint, F, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from cases.litigation.conditions import ended_in
from cases.litigation.court_numbers import ENDINGS, STORED
from cases.litigation.terms import (
    APPELLATE_ONLY,
    JUDGMENTS,
    LOSSES,
    PASSING,
    RETRIAL_ONLY,
    Defence,
    Level,
    Origin,
    Result,
    TrialProcedure,
)
from cases.registry.conditions import both_or_neither, in_order, needs, recorded, rule

_FITTING: Final = {
    Origin.DIRECT: [Defence.ORIGINAL_AGENCY],
    Origin.UPHELD: [Defence.JOINT],  # art. 26(2), Interpretation art. 134
    Origin.CHANGED: [Defence.ORGAN_ALONE],  # art. 26(2)
    Origin.UNDECIDED: [Defence.ORIGINAL_AGENCY, Defence.ORGAN_ALONE],  # art. 26(3)
    Origin.INADMISSIBLE: [Defence.ORIGINAL_AGENCY, Defence.ORGAN_ALONE],  # Interpretation 133
}


def _defence_fits_origin() -> Q:
    return reduce(or_, (Q(origin=origin, defence__in=fit) for origin, fit in _FITTING.items()))


def _level_of_the_number() -> Q:
    """The kind of case in a number ends in a character that says the instance."""
    fitting = ((level, ending) for level, endings in ENDINGS.items() for ending in endings)
    return reduce(or_, (Q(level=level, court_number__contains=end) for level, end in fitting))


DISPUTE_RULES: Final[list[BaseConstraint]] = [
    rule(
        "dispute_defence_fits_origin",
        _defence_fits_origin(),
        _(
            "Upheld on reconsideration: both are defendants. Changed: the organ alone. Sued "
            "without reconsideration: the agency that made the act (article 26)."
        ),
    ),
    rule(
        "dispute_joint_names_the_organ",
        (Q(defence=Defence.JOINT, organ__isnull=False) & ~Q(organ=F("defendant")))
        | (~Q(defence=Defence.JOINT) & Q(organ__isnull=True)),
        _("Joint defendants are two different bodies; otherwise there is no second one."),
    ),
    rule(
        "dispute_direct_follows_no_reconsideration",
        ~Q(origin=Origin.DIRECT) | Q(reconsideration__isnull=True),
        _("A dispute sued over without reconsideration follows from no reconsideration case."),
    ),
    rule(
        "dispute_act_before_notice",
        in_order("act_made_on", "received_on")
        & in_order("act_made_on", "act_known_on")
        & in_order("act_known_on", "received_on"),
        _("An act is made, then known, and then sued over."),
    ),
    rule(
        "dispute_concluded_after_receipt",
        in_order("received_on", "concluded_on"),
        _("A dispute cannot be concluded before the first notice of it."),
    ),
    rule(
        "dispute_result_iff_concluded",
        both_or_neither("concluded_on", "result"),
        _("A dispute has a result once it is concluded, and not before."),
    ),
    rule(
        "dispute_result_stands",
        ~ended_in(PASSING),
        _("Write the result that stands in the end, not that of an appeal affirmed or remanded."),
    ),
    rule(
        "dispute_organ_result_of_joint_judgment",
        Q(organ_result="")
        | (
            Q(defence=Defence.JOINT, concluded_on__isnull=False)
            & Q(organ_result__in=[result for result in JUDGMENTS if result not in PASSING])
            & ended_in(JUDGMENTS)
        ),
        _("Only a judgment against joint defendants says something of each (article 79)."),
    ),
    rule(
        "dispute_sums_not_negative",
        (Q(compensation_claimed__isnull=True) | Q(compensation_claimed__gte=0))
        & (Q(compensation_awarded__isnull=True) | Q(compensation_awarded__gte=0)),
        _("A sum of money cannot be negative."),
    ),
    rule(
        "dispute_awarded_when_concluded",
        Q(compensation_awarded__isnull=True) | Q(concluded_on__isnull=False),
        _("Compensation is awarded by the conclusion."),
    ),
    rule(
        "dispute_performed_after_conclusion",
        needs("performance_due_on", "concluded_on")
        & in_order("concluded_on", "performance_due_on")
        & needs("performed_on", "concluded_on")
        & in_order("concluded_on", "performed_on"),
        _("An effective result is performed after it is there (article 94)."),
    ),
    rule(
        "dispute_two_different_handlers",
        Q(second_handler__isnull=True)
        | (Q(handler__isnull=False) & ~Q(second_handler=F("handler"))),
        _("Name the first handler, and as the second somebody else."),
    ),
]

INSTANCE_RULES: Final[list[BaseConstraint]] = [
    rule(
        "instance_court_number_reads",
        Q(court_number__regex=STORED),
        _("Expected a court's docket number such as （2024）甘0503行初12号."),
    ),
    rule(
        "instance_court_number_fits_level",
        _level_of_the_number(),
        _("The docket number is of another instance: 行初 is the first, 行终 the second."),
    ),
    UniqueConstraint(
        fields=["court_number"],
        condition=recorded(),
        name="instance_court_number_unique",
        violation_error_message=_("Another instance bears this docket number."),
    ),
    UniqueConstraint(
        fields=["dispute"],
        condition=Q(concluded_on__isnull=True) & recorded(),
        name="instance_one_open_per_dispute",
        violation_error_message=_("An earlier instance of this dispute is not concluded yet."),
    ),
    rule(
        "instance_brought_by_somebody",
        Q(level=Level.FIRST, brought_by="") | (~Q(level=Level.FIRST) & ~Q(brought_by="")),
        _("Say who appealed or applied; the first instance is always the plaintiff's."),
    ),
    rule(
        "instance_simplified_on_a_ground",
        Q(procedure=TrialProcedure.ORDINARY, simplified_ground="")
        | (Q(procedure=TrialProcedure.SIMPLIFIED, level=Level.FIRST) & ~Q(simplified_ground="")),
        _("Only a first instance is tried by the simplified procedure, on a ground of art. 82."),
    ),
    rule(
        "instance_received_after_filing",
        in_order("filed_on", "received_on"),
        _("The copy is received after the court has docketed the case."),
    ),
    rule(
        "instance_answered_after_receipt",
        in_order("received_on", "answer_filed_on"),
        _("An answer follows the copy of the complaint."),
    ),
    rule(
        "instance_not_docketed_not_answered",
        ~ended_in([Result.NOT_DOCKETED]) | Q(filed_on__isnull=True, answer_filed_on__isnull=True),
        _("What the court did not docket has no day of docketing and no answer (article 51)."),
    ),
    rule(
        "instance_concluded_after_receipt",
        in_order("received_on", "concluded_on") & in_order("answer_filed_on", "concluded_on"),
        _("An instance ends after the copy was received and the answer filed."),
    ),
    rule(
        "instance_result_iff_concluded",
        both_or_neither("concluded_on", "result"),
        _("An instance has a result once it is concluded, and not before."),
    ),
    rule(
        "instance_served_after_conclusion",
        needs("served_on", "concluded_on") & in_order("concluded_on", "served_on"),
        _("A judgment or ruling is served after it is given."),
    ),
    rule(
        "instance_result_fits_level",
        (~ended_in(APPELLATE_ONLY) | ~Q(level=Level.FIRST))
        & (~ended_in(RETRIAL_ONLY) | Q(level=Level.RETRIAL))
        & (~ended_in([Result.NOT_DOCKETED]) | Q(level=Level.FIRST)),
        _("A first instance affirms and remands nothing; only a retrial is ordered or refused."),
    ),
    rule(
        "instance_lost_on_a_ground",
        (ended_in(LOSSES) & ~Q(loss_ground="")) | (~ended_in(LOSSES) & Q(loss_ground="")),
        _("A judgment against the agency needs its ground, and nothing else has one."),
    ),
]
