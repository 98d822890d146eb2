"""What a closing keeps: a period's figures with their definitions, and the records behind them."""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cases.registry.conditions import rule
from cases.registry.figures import Number
from cases.registry.periods import Period
from cases.registry.rates import Ratio, Rounding


class Kind(models.TextChoices):
    """What kind of number was frozen; it decides how closed months make up a year."""

    FIGURE = "figure", _("figure")
    DISTINCT = "distinct", _("different values")
    CARRIED_OVER = "carried_over", _("stock at the start")
    PENDING = "pending", _("stock at the end")
    RATE = "rate", _("rate")


class ClosureQuerySet(models.QuerySet["Closure"]):
    """Closings by whether they still stand."""

    def standing(self) -> "ClosureQuerySet":
        """Not reopened; a reopening that only one person asked for changes nothing."""
        return self.exclude(reopening__confirmed_by__isnull=False)

    def of(self, period: Period) -> "ClosureQuerySet":
        return self.filter(start_on=period.start, end_on=period.end)


class Closure(models.Model):
    """One closing of one period, written once and never altered.

    A period is closed once; whoever closes it again says which reopening that follows, and a
    reopening is followed by one closing. So no period is ever closed twice at a time.
    """

    start_on = models.DateField(_("first day"))
    end_on = models.DateField(_("first day after"))
    closed_on = models.DateField(_("closed on"))
    closed_at = models.DateTimeField(_("closed at"))
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,  # at the command line of the server, by nobody in particular
        related_name="+",
        verbose_name=_("closed by"),
    )
    follows = models.OneToOneField(
        "Reopening",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="followed_by",
        verbose_name=_("after the reopening"),
    )
    digest = models.CharField(_("digest"), max_length=64)

    objects = ClosureQuerySet.as_manager()

    class Meta:
        verbose_name = _("closing")
        verbose_name_plural = _("closings")
        ordering = ["start_on", "end_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["start_on", "end_on"],
                condition=Q(follows__isnull=True),
                name="closure_once_unless_reopened",
                violation_error_message=_("This period is closed already."),
            ),
            rule(
                "closure_of_some_days",
                Q(start_on__lt=F("end_on")),
                _("The period ends before it starts."),
            ),
            rule(
                "closure_of_what_is_over",
                Q(end_on__lte=F("closed_on")),
                _("A period is closed when it is over, not before."),
            ),
            rule(
                "closure_has_a_digest",
                ~Q(digest=""),
                _("A closing carries the digest of what it froze."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.period)

    @property
    def period(self) -> Period:
        return Period(self.start_on, self.end_on)


class ClosedFigure(models.Model):
    """A figure or rate as it was printed, with what it meant on that day in both languages.

    A rate keeps what it was divided from, and no value where nothing was divided.
    """

    closure = models.ForeignKey(Closure, models.PROTECT, related_name="figures")
    code = models.CharField(max_length=80)
    kind = models.CharField(max_length=12, choices=Kind)
    value = models.CharField(max_length=40, blank=True)
    numerator = models.BigIntegerField(null=True)
    denominator = models.BigIntegerField(null=True)
    rounding = models.CharField(max_length=8, choices=Rounding, blank=True)
    decimals = models.PositiveSmallIntegerField(null=True)
    # The different values themselves, so that a year of closed months counts each of them once.
    keys = models.JSONField(default=list)
    label_zh = models.CharField(max_length=200)
    label_en = models.CharField(max_length=200)
    meaning_zh = models.TextField()
    meaning_en = models.TextField()

    class Meta:
        verbose_name = _("closed figure")
        verbose_name_plural = _("closed figures")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["closure", "code"], name="closedfigure_once_in_a_closing"
            ),
            rule(
                "closedfigure_is_a_number_or_a_rate",
                Q(
                    kind=Kind.RATE,
                    numerator__isnull=False,
                    denominator__isnull=False,
                    decimals__isnull=False,
                    rounding__in=Rounding.values,
                )
                | (
                    ~Q(kind=Kind.RATE)
                    & ~Q(value="")
                    & Q(numerator__isnull=True, denominator__isnull=True, decimals__isnull=True)
                    & Q(rounding="")
                ),
                _("A rate keeps what it divides; everything else is a number."),
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def label(self) -> str:
        return self.label_en if get_language() == "en" else self.label_zh

    @property
    def meaning(self) -> str:
        return self.meaning_en if get_language() == "en" else self.meaning_zh

    @property
    def number(self) -> Number | Ratio:
        return revived(self.value, self.numerator, self.denominator, self.rounding, self.decimals)


def revived(
    value: str, numerator: int | None, denominator: int | None, rounding: str, decimals: int | None
) -> Number | Ratio:
    """A frozen number as the type it was counted in."""
    if numerator is not None and denominator is not None and decimals is not None:
        return Ratio(numerator, denominator, Rounding(rounding), decimals)
    return Decimal(value) if "." in value else int(value)


class ClosedRecords(models.Model):
    """Which records stood behind the figures of one sheet, and what each of them added."""

    closure = models.ForeignKey(Closure, models.PROTECT, related_name="records")
    table = models.CharField(max_length=80)
    footprint = models.BinaryField()

    class Meta:
        verbose_name = _("records behind closed figures")
        verbose_name_plural = _("records behind closed figures")
        constraints = [
            models.UniqueConstraint(
                fields=["closure", "table"], name="closedrecords_once_in_a_closing"
            ),
        ]

    def __str__(self) -> str:
        return self.table


class Reopening(models.Model):
    """One person asks, another agrees; what was closed is kept beside what is closed anew."""

    closure = models.OneToOneField(
        Closure, models.PROTECT, related_name="reopening", verbose_name=_("closing")
    )
    reason = models.CharField(_("reason"), max_length=200)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("asked by")
    )
    asked_at = models.DateTimeField(_("asked at"))
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("confirmed by"),
    )
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)

    class Meta:
        verbose_name = _("reopening")
        verbose_name_plural = _("reopenings")
        constraints = [
            rule("reopening_has_a_reason", ~Q(reason=""), _("Say why it is reopened.")),
            rule(
                "reopening_by_two_people",
                Q(confirmed_by__isnull=True, confirmed_at__isnull=True)
                | (
                    Q(confirmed_by__isnull=False, confirmed_at__isnull=False)
                    & ~Q(confirmed_by=F("asked_by"))
                ),
                _("Reopening takes a second person."),
            ),
        ]

    def __str__(self) -> str:
        return self.reason

    @property
    def is_confirmed(self) -> bool:
        return self.confirmed_at is not None
