"""The cautions that were given: which rule, about which dates, and the clerk's reason."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cases.registry.cautions.rules import Key, dates
from cases.registry.conditions import rule
from cases.registry.figures import Label
from cases.registry.history.acts import Door

REASON_LENGTH = 500


class Caution(models.Model):
    """A soft rule that a record did not keep, as it stood when the record was saved.

    It is never deleted: one that is no longer true is ended. Of a rule and what it is about a
    record has one standing at most. Nobody can save a form past a rule of this office without
    a reason; from a ledger the reason may be missing.
    """

    table = models.CharField(_("kind of record"), max_length=80)
    record = models.PositiveBigIntegerField(_("record"))
    rule = models.CharField(_("rule"), max_length=80)
    about = models.CharField(_("concerning"), max_length=80, blank=True)
    article_zh = models.CharField(_("article"), max_length=200)
    article_en = models.CharField(_("article in English"), max_length=200)
    due_on = models.DateField(_("should have been by"), null=True, blank=True)
    done_on = models.DateField(_("was on"), null=True, blank=True)
    is_asked = models.BooleanField(_("asks for a reason"), default=True)
    reason = models.CharField(_("reason given"), max_length=REASON_LENGTH, blank=True)
    door = models.CharField(_("recorded through"), max_length=12, choices=Door)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("recorded by"),
    )
    at = models.DateTimeField(_("recorded at"))
    ended_at = models.DateTimeField(_("no longer so since"), null=True, blank=True)

    class Meta:
        verbose_name = _("warning")
        verbose_name_plural = _("warnings")
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["table", "record"], name="caution_by_record"),
            models.Index(fields=["-at", "-id"], name="caution_list"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["table", "record", "rule", "about"],
                condition=Q(ended_at__isnull=True),
                name="caution_stands_once",
                violation_error_message=_("This warning stands on the record already."),
            ),
            rule(
                "caution_of_a_form_has_a_reason",
                ~Q(door=Door.FORM) | Q(is_asked=False) | ~Q(reason=""),
                _("Whoever saves past a warning says why."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.about}".strip()

    @property
    def key(self) -> Key:
        return Key(self.rule, self.about, self.due_on, self.done_on)

    @property
    def article(self) -> str:
        return self.article_zh if (get_language() or "").startswith("zh") else self.article_en

    @property
    def dates(self) -> Label:
        return dates(self.due_on, self.done_on)
