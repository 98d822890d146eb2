"""What had to be put right after a file was examined."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.registry.conditions import in_order, needs, rule
from cases.registry.records import Kept
from enforcement.conditions import unverified
from enforcement.models.examinations import Examination
from enforcement.querysets import RectificationQuerySet


class Rectification(Kept):
    """One problem found in a file; put right, then verified, each not before the one before."""

    owners: ClassVar[tuple[str, ...]] = ("examination__file__agency",)
    belongs_to: ClassVar[str] = "examination"

    examination = models.ForeignKey(
        Examination,
        models.PROTECT,
        related_name="rectifications",
        verbose_name=_("file examination"),
    )
    position = models.PositiveSmallIntegerField(_("item"), default=1)
    problem = models.TextField(_("problem found"))
    found_on = models.DateField(_("problem found on"))
    due_on = models.DateField(_("to be put right by"))
    rectified_on = models.DateField(_("put right on"), null=True, blank=True)
    evidence = models.CharField(_("evidence of it"), max_length=200, blank=True)
    verified_on = models.DateField(_("verified on"), null=True, blank=True)

    objects = RectificationQuerySet.as_manager()

    class Meta:
        verbose_name = _("rectification item")
        verbose_name_plural = _("rectification items")
        ordering = ["examination", "position"]
        indexes = [
            models.Index(
                fields=["found_on", "rectified_on", "examination"], name="rectification_by_finding"
            ),
            models.Index(
                fields=["rectified_on", "found_on", "examination"], name="rectification_by_mending"
            ),
            models.Index(
                fields=["due_on", "rectified_on", "examination"], name="rectification_by_due_day"
            ),
            models.Index(fields=["verified_on", "examination"], name="rectification_by_check"),
            models.Index(
                fields=["examination", "position"],
                name="rectification_open",
                condition=unverified(),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["examination", "position"],
                name="rectification_position_once",
                violation_error_message=_("This examination has an item of that number already."),
            ),
            rule(
                "rectification_says_what",
                ~Q(problem=""),
                _("An item says what is to be put right."),
            ),
            rule(
                "rectification_due_after_finding",
                in_order("found_on", "due_on"),
                _("An item cannot be due before the problem is found."),
            ),
            rule(
                "rectification_steps_in_order",
                in_order("found_on", "rectified_on")
                & needs("verified_on", "rectified_on")
                & in_order("rectified_on", "verified_on"),
                _("A problem is found, then put right, then verified."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.examination} {self.position}"
