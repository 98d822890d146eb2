"""Which form was handed in already, so that a second click finds what the first one made."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.registry.users import User

KEPT = timedelta(days=7)  # a form left open over a week's leave is not handed in twice


class SubmissionManager(models.Manager["Submission"]):
    """Takes forms in, each once."""

    def claim(self, user: User, key: UUID) -> tuple["Submission", bool]:
        """The submission under a key, and whether it is the first; to be called in a transaction.

        Whoever comes second waits for the first: either finds what it made, or is the first
        because nothing was made.
        """
        self.filter(user=user, handed_in_at__lt=timezone.now() - KEPT).delete()
        return self.get_or_create(user=user, key=key)


class Submission(models.Model):
    """One form of one person, handed in once; it names the record that was made of it."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("user")
    )
    key = models.UUIDField(_("key"))
    made = models.CharField(_("what was made"), max_length=40, blank=True)
    handed_in_at = models.DateTimeField(_("handed in at"), auto_now_add=True)

    objects = SubmissionManager()

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        indexes = [models.Index(fields=["user", "handed_in_at"], name="submission_by_age")]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "key"],
                name="submission_handed_in_once",
                violation_error_message=_("This form was handed in already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.key)
