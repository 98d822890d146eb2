"""Who mediates: the organisations, and the people in them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.registry.agencies import Agency
from cases.registry.conditions import in_order, recorded, rule
from cases.registry.numbers import TelephoneField
from cases.registry.records import Record
from mediation.querysets import StandingQuerySet
from mediation.terms import MediatorKind, OrganisationKind


class MediationOrganisation(Record):
    """A body that mediates, from the day it was set up until the day it was dissolved.

    Its code is the number it bears in the register, and nobody else's.
    """

    owners: ClassVar[tuple[str, ...]] = ("agency",)

    code = models.CharField(_("register number"), max_length=32)
    name = models.CharField(_("name"), max_length=80)
    kind = models.CharField(_("kind"), max_length=16, choices=OrganisationKind)
    agency = models.ForeignKey(
        Agency,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="mediation_organisations",
        verbose_name=_("stands under"),
        help_text=_("The township, department or centre it stands under."),
    )
    since_on = models.DateField(_("set up on"))
    until_on = models.DateField(
        _("dissolved on"), null=True, blank=True, help_text=_("The first day it is gone.")
    )

    objects = StandingQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("mediation organisation")
        verbose_name_plural = _("mediation organisations")
        ordering = ["code"]
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["name"], name="mediationorg_by_name"),
            models.Index(
                fields=["since_on", "until_on", "kind", "voided_on"],
                name="mediationorg_by_founding",
                condition=recorded(),
            ),
            models.Index(
                fields=["until_on", "since_on", "kind", "voided_on"],
                name="mediationorg_by_dissolution",
                condition=recorded(),
            ),
        ]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["code"],
                name="mediationorganisation_code_unique",
                violation_error_message=_("Another organisation bears this number."),
            ),
            rule(
                "mediationorganisation_code_not_empty",
                ~Q(code=""),
                _("A mediation organisation needs its number in the register."),
            ),
            rule(
                "mediationorganisation_dissolved_after_founding",
                in_order("since_on", "until_on"),
                _("An organisation cannot be dissolved before it is set up."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Mediator(Record):
    """A person who mediates for one organisation, from a day and until a day.

    Whoever changes to another organisation leaves the one and is entered anew for the other.
    """

    owners: ClassVar[tuple[str, ...]] = ("organisation__agency",)

    code = models.CharField(_("mediator's number"), max_length=32)
    name = models.CharField(_("name"), max_length=40)
    kind = models.CharField(_("kind"), max_length=12, choices=MediatorKind)
    organisation = models.ForeignKey(
        MediationOrganisation,
        models.PROTECT,
        related_name="mediators",
        verbose_name=_("mediation organisation"),
    )
    telephone = TelephoneField(_("telephone"), max_length=20, blank=True)
    since_on = models.DateField(_("mediator since"))
    until_on = models.DateField(
        _("mediator until"), null=True, blank=True, help_text=_("The first day no longer one.")
    )

    objects = StandingQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("mediator")
        verbose_name_plural = _("mediators")
        ordering = ["code"]
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["name"], name="mediator_by_name"),
            models.Index(
                fields=["since_on", "until_on", "kind", "voided_on"],
                name="mediator_by_appointment",
                condition=recorded(),
            ),
            models.Index(
                fields=["until_on", "since_on", "kind", "voided_on"],
                name="mediator_by_departure",
                condition=recorded(),
            ),
        ]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["code"],
                name="mediator_code_unique",
                violation_error_message=_("Another mediator bears this number."),
            ),
            rule(
                "mediator_code_not_empty",
                ~Q(code=""),
                _("A mediator needs a number."),
            ),
            rule(
                "mediator_leaves_after_beginning",
                in_order("since_on", "until_on"),
                _("A mediator cannot leave before beginning."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
