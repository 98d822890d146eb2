"""The legal review of a major decision before it is made."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.registry.agencies import Agency
from cases.registry.conditions import both_or_neither, in_order, needs, recorded, rule
from cases.registry.records import Record
from enforcement.conditions import unreturned
from enforcement.models.files import CaseFile
from enforcement.querysets import LegalReviewQuerySet
from enforcement.terms import Adoption, Opinion, ReviewGround, ReviewKind


class LegalReview(Record):
    """One review; it is returned with an opinion, and only then does the agency decide.

    A penalty without a passed review may not be decided (art. 58(1)), so each says on which of
    the grounds it had to be reviewed.
    """

    owners: ClassVar[tuple[str, ...]] = ("agency",)

    kind = models.CharField(_("kind of decision"), max_length=12, choices=ReviewKind)
    agency = models.ForeignKey(
        Agency, models.PROTECT, related_name="legal_reviews", verbose_name=_("deciding agency")
    )
    number = models.CharField(_("review number"), max_length=60)
    subject = models.CharField(_("matter"), max_length=200, blank=True)
    file = models.ForeignKey(
        CaseFile,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="legal_reviews",
        verbose_name=_("enforcement file"),
        help_text=_("The file of the decision, once it has one."),
    )
    ground = models.CharField(
        _("ground for the review"), max_length=8, choices=ReviewGround, blank=True
    )
    was_heard = models.BooleanField(_("hearing held"), default=False)
    submitted_on = models.DateField(_("submitted for review on"))
    reviewer = models.CharField(_("reviewed by"), max_length=40, blank=True)
    is_reviewer_qualified = models.BooleanField(
        _("reviewer holds the legal qualification"), default=False
    )
    returned_on = models.DateField(_("returned on"), null=True, blank=True)
    opinion = models.CharField(_("opinion"), max_length=12, choices=Opinion, blank=True)
    opinion_text = models.TextField(_("wording of the opinion"), blank=True)
    decided_on = models.DateField(_("agency decided on"), null=True, blank=True)
    adoption = models.CharField(
        _("what became of the opinion"), max_length=12, choices=Adoption, blank=True
    )

    objects = LegalReviewQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("legal review of a major decision")
        verbose_name_plural = _("legal reviews of major decisions")
        ordering = ["-submitted_on", "-pk"]
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["-submitted_on", "-id"], name="legalreview_list"),
            models.Index(
                fields=["-submitted_on", "-id"],
                name="legalreview_open",
                condition=recorded() & unreturned(),
            ),
            models.Index(fields=["number"], name="legalreview_by_number"),
            models.Index(
                fields=["submitted_on", "returned_on", "voided_on"],
                name="legalreview_by_submission",
                condition=recorded(),
            ),
            models.Index(
                fields=["returned_on", "submitted_on", "kind", "opinion", "voided_on"],
                name="legalreview_by_return",
                condition=recorded(),
            ),
            models.Index(
                fields=["decided_on", "adoption", "voided_on"],
                name="legalreview_by_decision",
                condition=recorded(),
            ),
        ]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["agency", "number"],
                condition=recorded(),
                name="legalreview_number_unique",
                violation_error_message=_("The review of that number of this agency is entered."),
            ),
            rule("legalreview_has_a_number", ~Q(number=""), _("A legal review needs a number.")),
            rule(
                "legalreview_returned_after_submission",
                in_order("submitted_on", "returned_on"),
                _("A review cannot be returned before it is submitted."),
            ),
            rule(
                "legalreview_opinion_iff_returned",
                both_or_neither("returned_on", "opinion"),
                _("A review is returned with an opinion, both or neither."),
            ),
            rule(
                "legalreview_decided_after_return",
                needs("decided_on", "returned_on") & in_order("returned_on", "decided_on"),
                _("The agency decides after the review is returned (article 58(1))."),
            ),
            rule(
                "legalreview_adoption_iff_decided",
                both_or_neither("decided_on", "adoption"),
                _("What became of the opinion is known once the agency decides, not before."),
            ),
            rule(
                "legalreview_ground_iff_penalty",
                (Q(kind=ReviewKind.PENALTY) & ~Q(ground=""))
                | (~Q(kind=ReviewKind.PENALTY) & Q(ground="")),
                _("A penalty is reviewed on a ground of article 58(1), and nothing else has one."),
            ),
            rule(
                "legalreview_heard_on_that_ground",
                ~Q(ground=ReviewGround.HEARD) | Q(was_heard=True),
                _("Article 58(1)2 is the ground where a hearing was held."),
            ),
        ]

    def __str__(self) -> str:
        return self.number
