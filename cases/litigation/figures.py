"""What reports count about litigation response.

Assumptions, where the published sentences leave room: a case is one dispute, however many
instances it takes, received on the day of the first notice of it and concluded on the day its
effective result is there, so that the twenty concluded need not be the twenty received. Heads
are counted by hearings at which one was due. The rate of replies in time is taken over the
suggestions due, not over the proposals of deputies printed beside them.
"""

from django.utils.translation import gettext_lazy as _

from cases.litigation.counts import disputes, hearings, instances, suggestions
from cases.litigation.models.dispute import Dispute
from cases.litigation.models.hearing import Hearing
from cases.litigation.models.instance import Instance
from cases.litigation.models.suggestion import Suggestion
from cases.registry.figures import Counted, Identity, Rate
from cases.registry.sheets import Chapter, Sheet


def _codes(figures: tuple[Counted, ...]) -> tuple[str, ...]:
    return tuple(figure.code for figure in figures)


RATES = (
    Rate(
        "litigation.correction_rate",
        _("Correction rate in court"),
        ("litigation.corrected",),
        ("litigation.concluded",),
        meaning=_("Corrected over concluded."),
    ),
    Rate(
        "litigation.loss_rate",
        _("Loss rate"),
        ("litigation.lost",),
        ("litigation.concluded",),
        meaning=_("Lost over concluded, by the effective result."),
    ),
    Rate(
        "litigation.first_instance_loss_rate",
        _("Loss rate at first instance"),
        ("litigation.first_instances_lost",),
        ("litigation.first_instances_concluded",),
        meaning=_("First instances lost over first instances concluded, appealed or not."),
    ),
    Rate(
        "litigation.conclusion_rate",
        _("Conclusion rate"),
        ("litigation.concluded",),
        ("litigation.carried_over", "litigation.cases"),
        meaning=_("Concluded over carried over and received."),
    ),
    Rate(
        "litigation.head_appearance_rate",
        _("Rate of heads in court"),
        ("litigation.hearings_head_appeared",),
        ("litigation.hearings_held",),
        meaning=_(
            "Hearings a head came to over hearings held with a head due, excused ones in the "
            "base (assumption: the law gives no formula and the report no base)."
        ),
    ),
    Rate(
        "litigation.head_appearance_rate_when_called",
        _("Rate of heads in court when called"),
        ("litigation.hearings_head_notified_appeared",),
        ("litigation.hearings_head_notified",),
        meaning=_("Of the hearings to which the court called a head by a notice."),
    ),
    Rate(
        "litigation.chief_appearance_rate",
        _("Rate of chiefs in court"),
        ("litigation.hearings_chief_appeared",),
        ("litigation.hearings_held",),
        meaning=_("Hearings the chief came to over hearings held with a head due."),
    ),
    Rate(
        "litigation.suggestion_reply_rate",
        _("Rate of replies in time"),
        ("litigation.suggestions_replied_in_time",),
        ("litigation.suggestions_due",),
        meaning=_(
            "Replied to in time over judicial and procuratorial suggestions due (assumption: the "
            "base is these, not the proposals and motions reported in the same sentence)."
        ),
    ),
)

IDENTITIES = (
    Identity(
        _("carried over + received = concluded + pending"),
        ("litigation.carried_over", "litigation.cases"),
        ("litigation.concluded", "litigation.pending"),
    ),
    Identity(_("defendants' parts add up to cases"), ("litigation.cases",), _codes(disputes.PARTS)),
    Identity(_("ways to court add up to cases"), ("litigation.cases",), _codes(disputes.ORIGINS)),
    Identity(_("results add up to concluded"), ("litigation.concluded",), _codes(disputes.RESULTS)),
    Identity(
        _("instances: carried over + received = concluded + pending"),
        ("litigation.instances_carried_over", "litigation.instances_received"),
        ("litigation.instances_concluded", "litigation.instances_pending"),
    ),
    Identity(
        _("first + second + retrial = instances received"),
        ("litigation.instances_received",),
        ("litigation.first_instances", "litigation.second_instances", "litigation.retrials"),
    ),
    Identity(
        _("first + second + retrial = instances concluded"),
        ("litigation.instances_concluded",),
        (
            "litigation.first_instances_concluded",
            "litigation.second_instances_concluded",
            "litigation.retrials_concluded",
        ),
    ),
    Identity(
        _("results on appeal add up to second instances concluded"),
        ("litigation.second_instances_concluded",),
        (
            "litigation.second_instances_affirmed",
            "litigation.second_instances_decided_anew",
            "litigation.second_instances_sent_back",
            "litigation.appeals_withdrawn",
        ),
    ),
    Identity(
        _("head due + head had come before = hearings in all"),
        ("litigation.hearings_in_all",),
        ("litigation.hearings_held", "litigation.hearings_head_discharged"),
    ),
    Identity(
        _("came + excused + without cause = hearings with a head due"),
        ("litigation.hearings_held",),
        (
            "litigation.hearings_head_appeared",
            "litigation.hearings_head_excused",
            "litigation.hearings_head_unjustified",
        ),
    ),
    Identity(
        _("suggestions: carried over + received = carried out + not adopted + without a reply"),
        (
            "litigation.suggestions_carried_over",
            "litigation.judicial_suggestions_received",
            "litigation.procuratorial_suggestions_received",
        ),
        (
            "litigation.judicial_suggestions",
            "litigation.procuratorial_suggestions",
            "litigation.suggestions_not_adopted",
            "litigation.suggestions_pending",
        ),
    ),
)

CHAPTER = Chapter(
    "litigation",
    _("Litigation response"),
    sheets=[
        Sheet(
            Dispute.objects.recorded(),
            *disputes.MOVEMENT,
            *disputes.PARTS,
            *disputes.ORIGINS,
            *disputes.SUBJECTS,
            *disputes.RESULTS,
            *disputes.OVERLAYS,
        ),
        Sheet(Instance.objects.recorded(), *instances.MOVEMENT, *instances.RESULTS),
        Sheet(Hearing.objects.recorded(), *hearings.APPEARANCES),
        Sheet(Suggestion.objects.recorded(), *suggestions.SUGGESTIONS),
    ],
    rates=RATES,
    identities=IDENTITIES,
)
