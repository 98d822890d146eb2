"""What is counted of legal reviews and of guiding cases."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from cases.registry.figures import Counted, Edge, Figure, Stock
from enforcement.conditions import of_kind, opined, settled
from enforcement.terms import Adoption, Opinion, ReviewKind

SUBMITTED, RETURNED, DECIDED, ANSWERED = (
    "submitted_on",
    "returned_on",
    "decided_on",
    "answered_on",
)
ADOPTED, DECLINED = "adopted_on", "declined_on"

LEGAL_REVIEWS: tuple[Counted, ...] = (
    Stock(
        "enforcement.legal_reviews_carried_over",
        _("Legal reviews carried over"),
        SUBMITTED,
        RETURNED,
        Edge.START,
        meaning=_("Submitted before the period and not returned when it began."),
    ),
    Figure(
        "enforcement.legal_reviews_submitted",
        _("Major decisions submitted for legal review"),
        SUBMITTED,
        meaning=_("By the day the deciding unit submitted it."),
    ),
    Figure(
        "enforcement.legal_reviews",
        _("Major decisions legally reviewed"),
        RETURNED,
        meaning=_(
            "By the day the review was returned with an opinion, whatever it said (assumption: "
            "the report does not say whether reviews under way are among them)."
        ),
    ),
    *(
        Figure(
            f"enforcement.legal_reviews_{kind}",
            format_lazy(_("Legally reviewed: {kind}"), kind=kind.label),
            RETURNED,
            of_kind(kind),
            meaning=_("Of the reviews returned, those of this kind of decision."),
        )
        for kind in ReviewKind
    ),
    *(
        Figure(
            f"enforcement.legal_reviews_opinion_{opinion}",
            format_lazy(_("Legally reviewed: {opinion}"), opinion=opinion.label),
            RETURNED,
            opined(opinion),
            meaning=_("Of the reviews returned, those with this opinion."),
        )
        for opinion in Opinion
    ),
    Stock(
        "enforcement.legal_reviews_pending",
        _("Legal reviews pending"),
        SUBMITTED,
        RETURNED,
        meaning=_("Submitted and not returned when the period ended."),
    ),
    Figure(
        "enforcement.legal_reviews_decided",
        _("Major decisions made after legal review"),
        DECIDED,
        meaning=_("By the day of the decision; the review may be of an earlier period."),
    ),
    *(
        Figure(
            f"enforcement.legal_reviews_{adoption}",
            format_lazy(_("Legally reviewed: {adoption}"), adoption=adoption.label),
            DECIDED,
            settled(adoption),
            meaning=_("Of the decisions made after legal review."),
        )
        for adoption in Adoption
    ),
)

GUIDING_CASES: tuple[Counted, ...] = (
    Figure(
        "enforcement.guiding_cases_edited",
        _("Guiding cases edited"),
        "edited_on",
        meaning=_("By the day the editing was finished."),
    ),
    Stock(
        "enforcement.guiding_cases_carried_over",
        _("Guiding cases without an answer at the start"),
        SUBMITTED,
        ANSWERED,
        Edge.START,
        left_by=(ADOPTED, DECLINED),
        meaning=_("Submitted before the period and not answered when it began."),
    ),
    Figure(
        "enforcement.guiding_cases_submitted",
        _("Guiding cases submitted"),
        SUBMITTED,
        meaning=_("By the day it was submitted to a higher level, whichever."),
    ),
    Figure(
        "enforcement.guiding_cases_adopted",
        _("Guiding cases adopted"),
        ADOPTED,
        meaning=_("By the day of adoption; it may have been submitted earlier."),
    ),
    Figure(
        "enforcement.guiding_cases_declined",
        _("Guiding cases declined"),
        DECLINED,
        meaning=_("By the day it was declined; it may have been submitted earlier."),
    ),
    Stock(
        "enforcement.guiding_cases_pending",
        _("Guiding cases without an answer at the end"),
        SUBMITTED,
        ANSWERED,
        left_by=(ADOPTED, DECLINED),
        meaning=_("Submitted and not answered when the period ended."),
    ),
)
