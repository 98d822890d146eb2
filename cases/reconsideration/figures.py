"""What reports count about reconsideration.

Assumptions, where the published sentence leaves room (four readings are known): the case not
accepted stands outside those accepted, the outcomes exclude one another, and the two of
twenty-one that the sentence does not name ended in outcomes it does not name.
"""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.reconsideration.conditions import (
    comprehensively_corrected,
    corrected,
    dismissed,
    ended_in,
    mediated,
    not_accepted,
    terminated,
)
from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import OpinionLetter
from cases.reconsideration.terms import Outcome
from cases.registry.figures import Edge, Figure, Identity, Rate, Stock
from cases.registry.sheets import Chapter, Sheet

RECEIVED, ACCEPTED, CONCLUDED = "received_on", "accepted_on", "concluded_on"
TURNED_AWAY = "turned_away_on"
INTAKE_ENDS = (ACCEPTED, TURNED_AWAY)

INTAKE = (
    Figure(
        "reconsideration.received",
        _("Applications received"),
        RECEIVED,
        meaning=_("By the day the application was received, whatever became of it."),
    ),
    Stock(
        "reconsideration.intake_carried_over",
        _("Awaiting intake at the start"),
        RECEIVED,
        "intake_ended_on",
        Edge.START,
        left_by=INTAKE_ENDS,
        meaning=_("Received before the period, neither accepted nor turned away when it began."),
    ),
    Stock(
        "reconsideration.intake_pending",
        _("Awaiting intake at the end"),
        RECEIVED,
        "intake_ended_on",
        left_by=INTAKE_ENDS,
        meaning=_("Received and neither accepted nor turned away when the period ended."),
    ),
    Figure(
        "reconsideration.accepted",
        _("Accepted"),
        ACCEPTED,
        meaning=_(
            "By the day of acceptance as it is entered, deemed acceptance included (article 30). "
            "The case not accepted is not among them (assumption: the report does not say)."
        ),
    ),
    Figure(
        "reconsideration.not_accepted",
        _("Not accepted"),
        TURNED_AWAY,
        not_accepted(),
        meaning=_("Refused by a decision under article 30(2); an intake result, never concluded."),
    ),
    Figure(
        "reconsideration.turned_away_otherwise",
        _("Abandoned, withdrawn or transferred before acceptance"),
        TURNED_AWAY,
        ~not_accepted(),
        meaning=_("Left the intake without acceptance and without a refusal."),
    ),
)

TRIAL = (
    Stock(
        "reconsideration.carried_over",
        _("Carried over"),
        ACCEPTED,
        CONCLUDED,
        Edge.START,
        meaning=_("Accepted before the period and not concluded when it began."),
    ),
    Figure(
        "reconsideration.concluded",
        _("Concluded"),
        CONCLUDED,
        meaning=_(
            "Accepted cases with an outcome, by the day of the decision, not of its service; "
            "cases carried over included."
        ),
    ),
    Stock(
        "reconsideration.pending",
        _("Pending"),
        ACCEPTED,
        CONCLUDED,
        meaning=_("Accepted and not concluded when the period ended, suspended ones included."),
    ),
    Figure(
        "reconsideration.mediated",
        _("Mediated or settled"),
        CONCLUDED,
        mediated(),
        meaning=_(
            "Ended by a mediation document (article 73) or withdrawn after a settlement "
            "(article 74); counted together (assumption: the report does not say)."
        ),
    ),
    Figure(
        "reconsideration.corrected",
        _("Corrected"),
        CONCLUDED,
        corrected(),
        meaning=_(
            "Direct correction: modified, revoked, confirmed unlawful or invalid, ordered to "
            "perform. Mediated cases are not among them (assumption: the outcomes are disjoint)."
        ),
    ),
    Figure(
        "reconsideration.upheld",
        _("Upheld"),
        CONCLUDED,
        ended_in([Outcome.UPHELD]),
        meaning=_("Article 68."),
    ),
    Figure(
        "reconsideration.dismissed",
        _("Dismissed"),
        CONCLUDED,
        dismissed(),
        meaning=_("Claim dismissed (article 69) or application dismissed (article 33)."),
    ),
    Figure(
        "reconsideration.terminated",
        _("Terminated otherwise"),
        CONCLUDED,
        terminated(),
        meaning=_("Article 41, without those withdrawn after a settlement."),
    ),
    Figure(
        "reconsideration.comprehensively_corrected",
        _("Comprehensively corrected"),
        CONCLUDED,
        comprehensively_corrected(),
        meaning=_(
            "Direct correction, mediated or settled, and withdrawn after the respondent changed "
            "its act; overlaps with the outcomes and is not added to them."
        ),
    ),
    Figure(
        "reconsideration.enterprise_related_resolved",
        _("Enterprise-related disputes resolved"),
        CONCLUDED,
        Q(is_enterprise_related=True),
        meaning=_("Concluded cases that concern an enterprise, whatever their outcome."),
    ),
    Figure(
        "reconsideration.compensation_awarded",
        _("Compensation awarded (yuan)"),
        CONCLUDED,
        total="compensation_awarded",
        meaning=_("By the conclusion that awarded it, not by what was claimed."),
    ),
)

LETTERS = (
    Figure(
        "reconsideration.opinion_letters_issued",
        _("Opinion letters issued"),
        "issued_on",
        meaning=_("Article 76, by the day of the letter."),
    ),
    Figure(
        "reconsideration.opinion_letters_answered",
        _("Opinion letters answered"),
        "answered_on",
        meaning=_("By the day of the answer; the letter may be of an earlier period."),
    ),
)

CHAPTER = Chapter(
    "reconsideration",
    _("Administrative reconsideration"),
    sheets=[
        Sheet(Reconsideration.objects.recorded(), *INTAKE, *TRIAL),
        Sheet(OpinionLetter.objects.filter(case__voided_on__isnull=True), *LETTERS),
    ],
    rates=[
        Rate(
            "reconsideration.correction_rate",
            _("Direct correction rate"),
            ("reconsideration.corrected",),
            ("reconsideration.concluded",),
            meaning=_("Corrected over concluded."),
        ),
        Rate(
            "reconsideration.comprehensive_correction_rate",
            _("Comprehensive correction rate"),
            ("reconsideration.comprehensively_corrected",),
            ("reconsideration.concluded",),
            meaning=_("Comprehensively corrected over concluded."),
        ),
        Rate(
            "reconsideration.conclusion_rate",
            _("Conclusion rate"),
            ("reconsideration.concluded",),
            ("reconsideration.carried_over", "reconsideration.accepted"),
            meaning=_("Concluded over carried over and accepted."),
        ),
    ],
    identities=[
        Identity(
            _("awaiting + received = accepted + turned away + awaiting"),
            ("reconsideration.intake_carried_over", "reconsideration.received"),
            (
                "reconsideration.accepted",
                "reconsideration.not_accepted",
                "reconsideration.turned_away_otherwise",
                "reconsideration.intake_pending",
            ),
        ),
        Identity(
            _("carried over + accepted = concluded + pending"),
            ("reconsideration.carried_over", "reconsideration.accepted"),
            ("reconsideration.concluded", "reconsideration.pending"),
        ),
        Identity(
            _("outcomes add up to concluded"),
            ("reconsideration.concluded",),
            (
                "reconsideration.mediated",
                "reconsideration.corrected",
                "reconsideration.upheld",
                "reconsideration.dismissed",
                "reconsideration.terminated",
            ),
        ),
    ],
)
