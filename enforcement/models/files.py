"""The enforcement file: what an agency decided, against whom, and who acted for it."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cases.registry.agencies import Agency
from cases.registry.conditions import in_order, recorded, rule
from cases.registry.records import Record
from enforcement.conditions import unclosed
from enforcement.models.certificates import Certificate
from enforcement.querysets import CaseFileQuerySet
from enforcement.terms import FileKind, PenaltyKind


class CaseFile(Record):
    """One decision of one agency with everything that led to it; closed not before it is made.

    Only a penalty says what was imposed, and then always: a decision that imposes several counts
    once, as the heaviest of them.
    """

    owners: ClassVar[tuple[str, ...]] = ("agency",)

    kind = models.CharField(_("kind of file"), max_length=12, choices=FileKind)
    agency = models.ForeignKey(
        Agency, models.PROTECT, related_name="case_files", verbose_name=_("enforcing agency")
    )
    number = models.CharField(
        _("document number"), max_length=60, help_text=_("As the agency itself numbers it.")
    )
    subject = models.CharField(_("matter"), max_length=200, blank=True)
    party_name = models.CharField(_("person or body concerned"), max_length=80, blank=True)

    opened_on = models.DateField(_("file opened on"), null=True, blank=True)
    decided_on = models.DateField(
        _("decided on"),
        help_text=_("For an inspection the day on which its result was recorded."),
    )
    penalty_kind = models.CharField(
        _("penalty imposed"),
        max_length=16,
        choices=PenaltyKind,
        blank=True,
        help_text=_("Of several the heaviest, which is the one further down; a named one first."),
    )
    amount = models.DecimalField(
        _("fined and confiscated (yuan)"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    was_heard = models.BooleanField(_("hearing held"), default=False)
    closed_on = models.DateField(_("file closed on"), null=True, blank=True)
    handler = models.ForeignKey(
        Certificate,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="files",
        verbose_name=_("certificate of the handling officer"),
    )
    second_handler = models.ForeignKey(
        Certificate,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="second_files",
        verbose_name=_("certificate of the second officer"),
    )

    objects = CaseFileQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("enforcement file")
        verbose_name_plural = _("enforcement files")
        ordering = ["-decided_on", "-pk"]
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["-decided_on", "-id"], name="casefile_list"),
            models.Index(
                fields=["-decided_on", "-id"],
                name="casefile_open",
                condition=recorded() & unclosed(),
            ),
            models.Index(fields=["number"], name="casefile_by_number"),
            models.Index(fields=["party_name"], name="casefile_by_party"),
            # One covering index for each event that figures are counted on, recorded rows only,
            # with the body they are most often narrowed down to.
            # SQLite asks for voided_on in spite of the condition, and would open every row for it.
            models.Index(
                fields=[
                    "decided_on",
                    "closed_on",
                    "kind",
                    "penalty_kind",
                    "amount",
                    "agency",
                    "voided_on",
                ],
                name="casefile_by_decision",
                condition=recorded(),
            ),
            models.Index(
                fields=["closed_on", "decided_on", "kind", "agency", "voided_on"],
                name="casefile_by_closing",
                condition=recorded(),
            ),
            # And of one body, whose days lie together there.
            models.Index(
                fields=["agency", "decided_on", "kind", "penalty_kind", "amount", "voided_on"],
                name="casefile_body_by_decision",
                condition=recorded(),
            ),
            models.Index(
                fields=["agency", "closed_on", "decided_on", "kind", "voided_on"],
                name="casefile_body_by_closing",
                condition=recorded(),
            ),
        ]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["agency", "number"],
                condition=recorded(),
                name="casefile_number_unique",
                violation_error_message=_("The file of that number of this agency is entered."),
            ),
            rule(
                "casefile_has_a_number",
                ~Q(number=""),
                _("An enforcement file needs its document number."),
            ),
            rule(
                "casefile_opened_before_decision",
                in_order("opened_on", "decided_on"),
                _("A decision cannot be made before the file is opened."),
            ),
            rule(
                "casefile_closed_after_decision",
                in_order("decided_on", "closed_on"),
                _("A file cannot be closed before the decision is made."),
            ),
            rule(
                "casefile_penalty_says_which",
                (Q(kind=FileKind.PENALTY) & ~Q(penalty_kind=""))
                | (~Q(kind=FileKind.PENALTY) & Q(penalty_kind="")),
                _("A penalty file says what was imposed, and no other file does."),
            ),
            rule(
                "casefile_amount_of_a_penalty",
                Q(amount__isnull=True) | Q(kind=FileKind.PENALTY, amount__gte=0),
                _("An amount belongs to a penalty and cannot be negative."),
            ),
            rule(
                "casefile_two_different_officers",
                Q(second_handler__isnull=True)
                | (Q(handler__isnull=False) & ~Q(second_handler=F("handler"))),
                _("Name the first officer, and as the second somebody else."),
            ),
        ]

    def __str__(self) -> str:
        return self.number
