"""Classifications that change over the years, kept as rows with the years they hold for."""

from datetime import date
from typing import ClassVar, TypeVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cases.registry.called import Called

C = TypeVar("C", bound="Code")


class CodeQuerySet(models.QuerySet[C]):
    """Codes by the day they are used on."""

    def valid(self, on: date) -> "CodeQuerySet[C]":
        """In force on the day; `valid_to` is the first day on which the code is gone."""
        return self.filter(Q(valid_from__lte=on), Q(valid_to__isnull=True) | Q(valid_to__gt=on))


class Code(Called):
    """One entry of a classification, in force from a day, until a day, counted in one row.

    `row` names the row (or column) of the statistical form it counts in, so that a record
    keeps its code while the forms around it change.
    """

    called_by: ClassVar[tuple[str, ...]] = ("name", "name_en")

    code = models.CharField(_("code"), max_length=40)
    name = models.CharField(_("name"), max_length=60)
    name_en = models.CharField(_("name in English"), max_length=80)
    row = models.CharField(
        _("counts in row"),
        max_length=60,
        help_text=_("The row or column of the statistical form that this code is counted in."),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(
        _("valid to"), null=True, blank=True, help_text=_("The first day it no longer holds.")
    )
    certainty = models.CharField(
        _("certainty"),
        max_length=1,
        choices=[("V", _("read in a source")), ("M", _("from memory")), ("I", _("inferred"))],
        default="M",
    )

    objects = CodeQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["position", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["code"],
                name="%(class)s_code_unique",
                violation_error_message=_("This code is already taken."),
            ),
            models.CheckConstraint(
                name="%(class)s_ends_after_it_begins",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                violation_error_message=_("A code cannot end before it begins."),
            ),
        ]

    @staticmethod
    def called(*names: str) -> str:
        """As it is called in the reader's language."""
        name, name_en = names
        return name if (get_language() or "").startswith("zh") else name_en


class Field(Code):
    """Field of administration 行政管理类别: police, land, labour and so on."""

    successor = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        verbose_name=_("succeeded by"),
    )

    class Meta(Code.Meta):
        verbose_name = _("field of administration")
        verbose_name_plural = _("fields of administration")


class ActKind(Code):
    """Kind of administrative act 行政行为种类 that is reviewed or sued over."""

    class Meta(Code.Meta):
        verbose_name = _("kind of administrative act")
        verbose_name_plural = _("kinds of administrative act")


class RespondentKind(Code):
    """Kind of respondent 被申请人类型, by level and form of the agency."""

    class Meta(Code.Meta):
        verbose_name = _("kind of respondent")
        verbose_name_plural = _("kinds of respondent")
