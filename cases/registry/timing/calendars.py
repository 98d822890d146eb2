"""What the bureau adds to the working calendar: corrections, and days the county is closed."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cases.registry.clock.calendar import FIRST, LAST
from cases.registry.conditions import rule


class EntryKind(models.TextChoices):
    """Who says that the day differs, and so whether statutory terms heed it."""

    CORRECTION = "correction", _("Correction of the national calendar")
    CLOSURE = "closure", _("Closure of the county")


class CalendarEntry(models.Model):
    """One day that differs from the notices; of one kind a day has one entry in force.

    A correction always counts. A closure of the county counts for statutory terms only where
    `Timekeeping` says so (放假办法 art. 4 knows holidays of some citizens, not of the courts).
    An entry made by mistake is withdrawn, never deleted.
    """

    day = models.DateField(_("day"))
    kind = models.CharField(
        _("kind"), max_length=12, choices=EntryKind, default=EntryKind.CORRECTION
    )
    is_working = models.BooleanField(_("is a working day"), default=False)
    name_zh = models.CharField(_("name"), max_length=40)
    name_en = models.CharField(_("name in English"), max_length=80)
    why = models.CharField(
        _("why"), max_length=200, help_text=_("The notice or document that says so.")
    )
    is_withdrawn = models.BooleanField(_("withdrawn"), default=False)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("entered by"),
    )
    entered_at = models.DateTimeField(_("entered at"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed at"), auto_now=True)

    class Meta:
        verbose_name = _("calendar entry")
        verbose_name_plural = _("calendar entries")
        ordering = ["-day", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["day", "kind"],
                condition=Q(is_withdrawn=False),
                name="calendarentry_one_of_a_kind_a_day",
                violation_error_message=_("The day has an entry of this kind already."),
            ),
            rule(
                "calendarentry_within_the_calendar",
                Q(day__gte=FIRST, day__lte=LAST),
                _("The calendar covers the years 1950 to 2099."),
            ),
            rule(
                "calendarentry_closure_is_a_day_off",
                Q(kind=EntryKind.CORRECTION) | Q(is_working=False),
                _("A closure of the county is a day off."),
            ),
        ]

    def __str__(self) -> str:
        name = self.name_zh if (get_language() or "").startswith("zh") else self.name_en
        return f"{self.day} {name}"


class KnownYear(models.Model):
    """A year whose holiday notice was entered by hand, before the library of notices knew it."""

    year = models.PositiveSmallIntegerField(_("year"))
    notice = models.CharField(_("notice"), max_length=80)

    class Meta:
        verbose_name = _("year with its notice entered")
        verbose_name_plural = _("years with their notice entered")
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(
                fields=["year"],
                name="knownyear_once",
                violation_error_message=_("This year is entered already."),
            ),
            rule(
                "knownyear_within_the_calendar",
                Q(year__gte=FIRST.year, year__lte=LAST.year),
                _("The calendar covers the years 1950 to 2099."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.year)


class Timekeeping(models.Model):
    """The one row that says how this office keeps time, and for what its dates were reckoned.

    The database draws a new `revision` whenever a term, a ground, a calendar entry or the switch
    changes: drawn and not counted, so that one taken back is never met again. `reckoned_for` is
    what every stored date was last marked for.
    """

    closures_count = models.BooleanField(
        _("closures of the county count for statutory terms"),
        default=False,
        help_text=_("Otherwise they are shown beside; the earlier of two dates is the safe one."),
    )
    revision = models.CharField(_("revision"), max_length=32, default="", editable=False)
    reckoned_for = models.CharField(_("reckoned for"), max_length=80, default="", editable=False)

    class Meta:
        verbose_name = _("timekeeping")
        verbose_name_plural = _("timekeeping")
        constraints = [
            rule("timekeeping_is_one_row", Q(pk=1), _("There is one row of timekeeping.")),
        ]

    def __str__(self) -> str:
        return str(self._meta.verbose_name)
