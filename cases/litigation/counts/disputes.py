"""What is counted of disputes: a dispute once, however many instances it takes."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.litigation.conditions import (
    comprehensively_corrected,
    corrected,
    ended_in,
    lost,
    lost_by_agency,
    lost_by_organ,
)
from cases.litigation.terms import (
    AGREEMENTS,
    DECLARATIONS,
    OTHER_ENDINGS,
    PERFORMANCES,
    REVOCATIONS,
    SUITS_DISMISSED,
    WITHDRAWALS,
    Defence,
    Origin,
    Result,
)
from cases.registry.figures import Edge, Figure, Stock

RECEIVED, CONCLUDED = "received_on", "concluded_on"

MOVEMENT = (
    Stock(
        "litigation.carried_over",
        _("Carried over"),
        RECEIVED,
        CONCLUDED,
        Edge.START,
        meaning=_("First notified before the period, no effective result when it began."),
    ),
    Figure(
        "litigation.cases",
        _("Litigation cases"),
        RECEIVED,
        meaning=_(
            "Disputes newly received, by the day of the first notice of them. An appeal or a "
            "retrial is another instance of the same case (assumption: the report does not say "
            "whether it adds instances up)."
        ),
    ),
    Figure(
        "litigation.concluded",
        _("Concluded"),
        CONCLUDED,
        meaning=_(
            "By the day on which the effective result was there, once a case; a retrial "
            "afterwards opens it no more. Cases carried over included (assumption: the twenty "
            "concluded need not be the twenty received)."
        ),
    ),
    Stock(
        "litigation.pending",
        _("Pending"),
        RECEIVED,
        CONCLUDED,
        meaning=_("First notified and without an effective result when the period ended."),
    ),
)

PARTS = (
    Figure(
        "litigation.cases_original_agency",
        _("Defended by the agency that made the act"),
        RECEIVED,
        Q(defence=Defence.ORIGINAL_AGENCY),
    ),
    Figure(
        "litigation.cases_organ_alone",
        _("Defended by the reconsideration organ alone"),
        RECEIVED,
        Q(defence=Defence.ORGAN_ALONE),
        meaning=_("It changed the act, did not decide or turned the application away."),
    ),
    Figure(
        "litigation.cases_joint",
        _("Defended jointly"),
        RECEIVED,
        Q(defence=Defence.JOINT),
        meaning=_("The act was upheld on reconsideration (article 26(2))."),
    ),
)

ORIGINS = (
    Figure(
        "litigation.cases_direct",
        _("Sued over without reconsideration"),
        RECEIVED,
        Q(origin=Origin.DIRECT),
    ),
    Figure(
        "litigation.cases_upheld",
        _("Sued over after the act was upheld"),
        RECEIVED,
        Q(origin=Origin.UPHELD),
    ),
    Figure(
        "litigation.cases_changed",
        _("Sued over after the act was changed"),
        RECEIVED,
        Q(origin=Origin.CHANGED),
    ),
    Figure(
        "litigation.cases_undecided",
        _("Sued over because reconsideration did not decide"),
        RECEIVED,
        Q(origin=Origin.UNDECIDED),
    ),
    Figure(
        "litigation.cases_inadmissible",
        _("Sued over after reconsideration was refused or inadmissible"),
        RECEIVED,
        Q(origin=Origin.INADMISSIBLE),
    ),
)

SUBJECTS = (
    Figure(
        "litigation.cases_enterprise_related",
        _("Cases that concern an enterprise"),
        RECEIVED,
        Q(is_enterprise_related=True),
    ),
    Figure(
        "litigation.cases_disclosure_related",
        _("Cases on disclosure of information"),
        RECEIVED,
        Q(is_disclosure_related=True),
    ),
    Figure(
        "litigation.cases_claiming_compensation",
        _("Cases claiming compensation"),
        RECEIVED,
        Q(compensation_claimed__isnull=False),
    ),
)

RESULTS = (
    Figure(
        "litigation.claims_rejected",
        _("Claims rejected by judgment"),
        CONCLUDED,
        ended_in([Result.CLAIM_REJECTED]),
        meaning=_("Article 69; the effective result for the agency sued over its act."),
    ),
    Figure(
        "litigation.revoked",
        _("Revoked or partly revoked by judgment"),
        CONCLUDED,
        ended_in(REVOCATIONS),
        meaning=_("Article 70, whether or not a new act was ordered."),
    ),
    Figure(
        "litigation.ordered_to_perform",
        _("Ordered to perform or to pay"),
        CONCLUDED,
        ended_in(PERFORMANCES),
        meaning=_("Articles 72 and 73."),
    ),
    Figure(
        "litigation.declared",
        _("Confirmed unlawful or invalid by judgment"),
        CONCLUDED,
        ended_in(DECLARATIONS),
        meaning=_("Articles 74 and 75."),
    ),
    Figure(
        "litigation.modified",
        _("Modified by judgment"),
        CONCLUDED,
        ended_in([Result.MODIFIED]),
        meaning=_("Article 77."),
    ),
    Figure(
        "litigation.agreements",
        _("Liable or to compensate under an agreement"),
        CONCLUDED,
        ended_in(AGREEMENTS),
        meaning=_("Article 78."),
    ),
    Figure(
        "litigation.compensation_only",
        _("Ordered to compensate, nothing else"),
        CONCLUDED,
        ended_in([Result.COMPENSATE]),
        meaning=_("A judgment on compensation alone; the act itself was not at issue any more."),
    ),
    Figure(
        "litigation.suits_dismissed",
        _("Suits dismissed or not docketed"),
        CONCLUDED,
        ended_in(SUITS_DISMISSED),
        meaning=_("By ruling, without a look at the act."),
    ),
    Figure(
        "litigation.withdrawn",
        _("Withdrawn by the plaintiff's own choice"),
        CONCLUDED,
        ended_in(WITHDRAWALS),
        meaning=_("Article 62, and deemed withdrawn under article 58."),
    ),
    Figure(
        "litigation.withdrawn_changed",
        _("Withdrawn after the defendant changed its act"),
        CONCLUDED,
        ended_in([Result.WITHDRAWN_CHANGED]),
        meaning=_("Article 62."),
    ),
    Figure(
        "litigation.mediated",
        _("Mediated by the court"),
        CONCLUDED,
        ended_in([Result.MEDIATED]),
        meaning=_("Article 60."),
    ),
    Figure(
        "litigation.ended_otherwise",
        _("Ended by another ruling"),
        CONCLUDED,
        ended_in(OTHER_ENDINGS),
    ),
)

OVERLAYS = (
    Figure(
        "litigation.corrected",
        _("Corrected"),
        CONCLUDED,
        corrected(),
        meaning=_(
            "The effective judgment revoked or modified the act, confirmed it unlawful or "
            "invalid, ordered to perform or pay, or found liability under an agreement; also if "
            "only the reconsideration decision was put right. Withdrawn after a change of the "
            "act is not among them (assumption: the report does not say)."
        ),
    ),
    Figure(
        "litigation.comprehensively_corrected",
        _("Comprehensively corrected"),
        CONCLUDED,
        comprehensively_corrected(),
        meaning=_("Corrected, mediated, or withdrawn after the defendant changed its act."),
    ),
    Figure(
        "litigation.lost",
        _("Cases lost"),
        CONCLUDED,
        lost(),
        meaning=_(
            "The effective judgment went against at least one of the defendants: corrected, or "
            "ordered to compensate. Counted once a case."
        ),
    ),
    Figure(
        "litigation.lost_by_agency",
        _("Lost by the agency that made the act"),
        CONCLUDED,
        lost_by_agency(),
        meaning=_("Sued alone or jointly; overlaps with cases the organ lost as well."),
    ),
    Figure(
        "litigation.lost_by_organ",
        _("Lost by the reconsideration organ"),
        CONCLUDED,
        lost_by_organ(),
        meaning=_("Sued alone or jointly; overlaps with cases the agency lost as well."),
    ),
    Figure(
        "litigation.cases_awarding_compensation",
        _("Cases in which compensation was awarded"),
        CONCLUDED,
        Q(compensation_awarded__gt=0),
    ),
    Figure(
        "litigation.compensation_awarded",
        _("Compensation awarded (yuan)"),
        CONCLUDED,
        total="compensation_awarded",
        meaning=_("By the conclusion that awarded it, not by what was claimed."),
    ),
)
