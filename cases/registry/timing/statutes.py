"""Statutory terms and grounds as rows, so that a change of the law needs no change of code."""

from datetime import date
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cases.registry.clock.terms import Certainty, Direction, LapseEvent, Unit, Variation
from cases.registry.conditions import rule
from cases.registry.figures import Label

V = TypeVar("V", bound="Version")
CERTAINTIES = [(each.value, each.label) for each in Certainty]


class VersionQuerySet(models.QuerySet[V]):
    """Versions by the days they are in force on."""

    def meeting(self, code: str, first: date, last: date | None) -> "VersionQuerySet[V]":
        """Those of a code in force on some day from first to last, both included."""
        found = self.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=first), code=code)
        return found if last is None else found.filter(valid_from__lte=last)


class Version(models.Model):
    """One version of something the law says, in force from a day to a day, both included.

    Of one code one version is in force on a day: a new one begins after the old was closed.
    """

    code = models.CharField(_("code"), max_length=80)
    label_zh = models.CharField(_("name"), max_length=80)
    label_en = models.CharField(_("name in English"), max_length=120)
    article_zh = models.CharField(_("article"), max_length=200)
    article_en = models.CharField(_("article in English"), max_length=200)
    valid_from = models.DateField(_("in force from"))
    valid_to = models.DateField(
        _("in force to"), null=True, blank=True, help_text=_("The last day it holds.")
    )
    certainty = models.CharField(_("certainty"), max_length=1, choices=CERTAINTIES, default="M")
    source = models.CharField(_("source"), max_length=40, blank=True)
    note_zh = models.TextField(_("note"), blank=True)
    note_en = models.TextField(_("note in English"), blank=True)
    position = models.PositiveSmallIntegerField(
        _("position"),
        default=0,
        help_text=_("Of several grounds of one term the first is meant when none is named."),
    )

    objects = VersionQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["position", "code", "valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["code", "valid_from"],
                name="%(class)s_one_version_from_a_day",
                violation_error_message=_("A version of this code begins on that day already."),
            ),
            models.UniqueConstraint(
                fields=["code"],
                condition=Q(valid_to__isnull=True),
                name="%(class)s_one_open_version",
                violation_error_message=_("Close the version in force before adding the next."),
            ),
            models.CheckConstraint(
                name="%(class)s_ends_after_it_begins",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                violation_error_message=_("A version cannot end before it begins."),
            ),
        ]

    def __str__(self) -> str:
        return self.label_zh if (get_language() or "").startswith("zh") else self.label_en

    def clean(self) -> None:
        """Refuse a version that meets another of its code, whatever the gaps between them."""
        super().clean()
        if not self.code or self.valid_from is None:
            return
        others = type(self).objects.meeting(self.code, self.valid_from, self.valid_to)
        if others.exclude(pk=self.pk).exists():
            text = _("Another version of this code is in force on some of these days.")
            raise ValidationError({"valid_from": text})


def _choices(kind: Any) -> "list[tuple[str, Label]]":
    return [(each.value, each.label) for each in kind]


class StatutoryTerm(Version):
    """One version of one statutory term; the version of the day of its event applies.

    A term that may be extended names the article that says so. Without a length the document
    or another law sets it.
    """

    length = models.PositiveSmallIntegerField(_("length"), null=True, blank=True)
    unit = models.CharField(_("unit"), max_length=12, choices=_choices(Unit))
    direction = models.CharField(
        _("direction"), max_length=8, choices=_choices(Direction), default=Direction.FORWARD.value
    )
    rolls = models.BooleanField(_("a last day that is off moves to the next working day"))
    suspends = models.BooleanField(_("time lost on a ground is left out"), default=False)
    varies = models.CharField(
        _("may be set otherwise"),
        max_length=8,
        choices=_choices(Variation),
        default=Variation.NONE.value,
    )
    trigger_zh = models.CharField(_("counted from"), max_length=120)
    trigger_en = models.CharField(_("counted from, in English"), max_length=200)
    lapse_zh = models.CharField(_("if it lapses"), max_length=160, blank=True)
    lapse_en = models.CharField(_("if it lapses, in English"), max_length=240, blank=True)
    lapse_event = models.CharField(
        _("what begins when it lapses"),
        max_length=12,
        blank=True,
        choices=[
            (LapseEvent.ACCEPTANCE.value, _("deemed acceptance")),
            (LapseEvent.ABANDONMENT.value, _("deemed abandonment")),
        ],
    )
    converts_to = models.CharField(
        _("converts to"),
        max_length=80,
        blank=True,
        help_text=_("Code of the ordinary procedure's term, for one of the simplified."),
    )
    converts_while_running = models.BooleanField(
        _("converts only before it runs out"), default=False
    )
    extension_max = models.PositiveSmallIntegerField(
        _("extended by at most"), null=True, blank=True
    )
    extension_times = models.PositiveSmallIntegerField(
        _("extended at most so often"), null=True, blank=True
    )
    extension_approver_zh = models.CharField(_("extended by whom"), max_length=80, blank=True)
    extension_approver_en = models.CharField(
        _("extended by whom, in English"), max_length=120, blank=True
    )
    extension_article_zh = models.CharField(_("article on extension"), max_length=200, blank=True)
    extension_article_en = models.CharField(
        _("article on extension, in English"), max_length=200, blank=True
    )

    class Meta(Version.Meta):
        verbose_name = _("statutory term")
        verbose_name_plural = _("statutory terms")
        constraints = [
            *Version.Meta.constraints,
            rule(
                "statutoryterm_has_a_length",
                Q(length__isnull=False, length__gte=1) | Q(length__isnull=True, varies="set"),
                _("A term has a length of at least one, unless the document sets it."),
            ),
            rule(
                "statutoryterm_extended_by_an_article",
                ~Q(extension_article_en="")
                | Q(
                    extension_max__isnull=True,
                    extension_times__isnull=True,
                    extension_approver_zh="",
                    extension_approver_en="",
                    extension_article_zh="",
                ),
                _("An extension needs the article that allows it."),
            ),
        ]


class ExclusionGround(Version):
    """One version of a ground on which time is left out, and the terms it holds for."""

    terms = models.TextField(
        _("codes of the terms"), help_text=_("One to a line."), default="", blank=True
    )

    class Meta(Version.Meta):
        verbose_name = _("ground for leaving time out")
        verbose_name_plural = _("grounds for leaving time out")
