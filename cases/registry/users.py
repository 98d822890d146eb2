"""The people who sign in."""

from typing import Any, ClassVar

from django.contrib import auth
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.registry.agencies import Agency
from cases.registry.called import Called
from cases.registry.roles import Role


class User(Called, AbstractUser):
    """A person with one role, at one agency; permissions follow from the role alone."""

    called_by: ClassVar[tuple[str, ...]] = ("full_name", "username")

    agency = models.ForeignKey(
        Agency,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="staff",
        verbose_name=_("agency"),
    )
    role = models.CharField(_("role"), max_length=24, choices=Role, blank=True)
    full_name = models.CharField(_("full name"), max_length=40, blank=True)
    is_synthetic = models.BooleanField(_("synthetic"), default=False)
    must_change_password = models.BooleanField(
        _("has to change the password"),
        default=False,
        help_text=_("Set with every password that somebody else chose."),
    )
    password_set_at = models.DateTimeField(
        _("password set at"), default=timezone.now, editable=False
    )
    # Which of the person's sessions is the living one, where only one may be.
    seat = models.CharField(max_length=32, blank=True, editable=False)

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            models.CheckConstraint(
                name="user_of_a_role_has_an_agency",
                condition=Q(role="") | Q(agency__isnull=False),
                violation_error_message=_("A person with a role belongs to an agency."),
            ),
        ]

    @staticmethod
    def called(*names: str) -> str:
        """By the full name; who has entered none, as he signs in."""
        full_name, username = names
        return full_name or username

    def get_full_name(self) -> str:
        """One field, as Chinese names are written: family name first, no space."""
        return self.full_name or super().get_full_name()

    def has_perm(self, perm: str, obj: models.Model | None = None) -> bool:
        """As the backends say; a superuser does not pass unasked, as Django would have it."""
        return any(backend.has_perm(self, perm, obj) for backend in _backends())

    def has_module_perms(self, app_label: str) -> bool:
        return any(backend.has_module_perms(self, app_label) for backend in _backends())


def _backends() -> list[Any]:
    """Those that answer for permissions; one that only counts failures does not."""
    return [backend for backend in auth.get_backends() if hasattr(backend, "has_perm")]
