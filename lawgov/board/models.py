"""How due dates reach a person outside the board, and the ledger of what was sent."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cases.registry.timing.clocked import DUE_CODE_LENGTH

DIGEST_LENGTH = 64  # SHA-256 in hexadecimal digits


class Lead(models.TextChoices):
    """How pressing a date was when somebody was reminded of it; each stands for one reminder."""

    WEEK = "week", _("due within 7 days")
    SOON = "soon", _("due within 3 days")
    TODAY = "today", _("due today")
    OVERDUE = "overdue", _("overdue")


class Delivery(models.Model):
    """What one person chose: the language of what is sent, and the address of the own calendar.

    The address is kept as a digest only, so that nobody who reads this table can open a calendar;
    it is shown once. Without a digest the person has no calendar.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="due_delivery",
        verbose_name=_("user"),
    )
    language = models.CharField(
        _("language"), max_length=8, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    digest = models.CharField(
        _("digest of the calendar's address"), max_length=DIGEST_LENGTH, default="", editable=False
    )
    made_at = models.DateTimeField(_("address made at"), null=True, editable=False)

    class Meta:
        verbose_name = _("delivery of due dates")
        verbose_name_plural = _("deliveries of due dates")
        constraints = [
            models.UniqueConstraint(
                fields=["digest"],
                condition=~Q(digest=""),
                name="delivery_one_person_to_an_address",
                violation_error_message=_("This address belongs to somebody already."),
            ),
            models.CheckConstraint(
                name="delivery_address_made_at_a_moment",
                condition=Q(digest="", made_at__isnull=True)
                | (~Q(digest="") & Q(made_at__isnull=False)),
                violation_error_message=_("An address has the moment it was made at."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.user)


class Mail(models.Model):
    """One message to one person on one day, claimed before it is sent, so never sent twice."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("user")
    )
    on = models.DateField(_("day"))

    class Meta:
        verbose_name = _("reminding mail")
        verbose_name_plural = _("reminding mails")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "on"],
                name="mail_one_a_day",
                violation_error_message=_("This person had the mail of that day."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.on}"


class Reminder(models.Model):
    """A person was reminded of one date of one record; of each lead once, however often asked.

    The record is named by its table and key, for it may be of any line of work. Words are not
    kept: they are said in the reader's language when read. `mail` is the message that carried it.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="reminders", verbose_name=_("user")
    )
    table = models.CharField(_("table"), max_length=60)
    record = models.PositiveBigIntegerField(_("record"))
    term = models.CharField(_("what is due"), max_length=DUE_CODE_LENGTH)
    due_on = models.DateField(_("next due date"))
    lead = models.CharField(_("lead"), max_length=8, choices=Lead)
    raised_on = models.DateField(_("reminded on"))
    mail = models.ForeignKey(
        Mail,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="reminders",
        verbose_name=_("carried by the mail"),
    )

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        ordering = ["-raised_on", "due_on", "pk"]
        indexes = [
            models.Index(fields=["user", "-raised_on"], name="reminder_by_person"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "table", "record", "term", "due_on", "lead"],
                name="reminder_of_each_lead_once",
                violation_error_message=_("This person was reminded of that already."),
            ),
            models.CheckConstraint(
                name="reminder_overdue_after_the_day",
                condition=Q(lead=Lead.OVERDUE, raised_on__gt=F("due_on"))
                | (~Q(lead=Lead.OVERDUE) & Q(raised_on__lte=F("due_on"))),
                violation_error_message=_("A date is overdue after its day, and not before."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.table} {self.record} {self.term} {self.due_on} {self.lead}"


SOON_DAYS, WEEK_DAYS = 3, 7


def lead_of(due_on: date, today: date) -> Lead | None:
    """How pressing a date is on a day; None while it is further off than anybody is reminded of."""
    days = (due_on - today).days
    if days < 0:
        return Lead.OVERDUE
    if days == 0:
        return Lead.TODAY
    if days <= SOON_DAYS:
        return Lead.SOON
    return Lead.WEEK if days <= WEEK_DAYS else None
