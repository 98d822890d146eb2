"""The record of who signed in, read what is sensitive, took something out or changed a right."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Access(models.TextChoices):
    """What somebody did that has to be known later."""

    SIGN_IN = "sign_in", _("signed in")
    SIGN_OUT = "sign_out", _("signed out")
    REFUSED = "refused", _("was refused")
    LOCKED = "locked", _("was locked out")
    UNLOCK = "unlock", _("unlocked")
    CONFIRMED = "confirmed", _("gave the password again")
    PASSWORD = "password", _("set a password")
    SECOND_STEP = "second_step", _("changed the second step")
    PERMISSION = "permission", _("changed permissions")
    REVEAL = "reveal", _("read a number in full")
    EXPORT = "export", _("exported")
    PRINT = "print", _("printed")
    DOWNLOAD = "download", _("took a file")
    BACKUP = "backup", _("backed up or restored")
    PRUNE = "prune", _("removed old entries of this log")


# What did not succeed, by its nature.
FAILURES = frozenset({Access.REFUSED, Access.LOCKED})


class AccessEntry(models.Model):
    """One access, entered before it happens; the database lets nobody alter or, for half a year,
    remove it (Cybersecurity Law art. 23(3): logs are kept for at least six months).
    """

    at = models.DateTimeField(_("moment"), auto_now_add=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("person"),
        help_text=_("Empty for a command, and for a name nobody bears."),
    )
    act = models.CharField(_("what was done"), max_length=16, choices=Access)
    subject = models.CharField(_("to what"), max_length=200)
    detail = models.CharField(_("details"), max_length=1000, blank=True)
    succeeded = models.BooleanField(_("succeeded"), default=True)
    address = models.GenericIPAddressField(_("network address"), null=True)

    class Meta:
        verbose_name = _("access")
        verbose_name_plural = _("access log")
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="accessentry_says_to_what",
                condition=~Q(subject=""),
                violation_error_message=_("An access says what was accessed."),
            ),
        ]
        indexes = [
            models.Index(fields=["at"], name="access_by_moment"),
            models.Index(fields=["person", "at"], name="access_by_person"),
            models.Index(fields=["act", "at"], name="access_by_act"),
        ]

    def __str__(self) -> str:
        return f"{self.get_act_display()} – {self.subject}"
