"""What a password has to be (GB/T 22239: complexity, and no return of the last ones)."""

import string
from typing import Any

from django.contrib.auth.hashers import check_password
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.registry.accesses.passwords import PastPassword
from cases.registry.users import User

CLASSES = (string.ascii_lowercase, string.ascii_uppercase, string.digits)


class KindsOfCharacters:
    """At least so many of: small letters, capitals, digits, anything else."""

    def __init__(self, at_least: int = 3) -> None:
        self.at_least = at_least

    def validate(self, password: str, user: Any = None) -> None:  # noqa: ARG002
        known = "".join(CLASSES)
        kinds = sum(any(sign in kind for sign in password) for kind in CLASSES)
        kinds += any(sign not in known for sign in password)
        if kinds < self.at_least:
            raise ValidationError(self.get_help_text(), code="password_too_plain")

    def get_help_text(self) -> str:
        return _(
            "Your password must contain at least %(count)s of these kinds: small letters, "
            "capital letters, digits, other characters."
        ) % {"count": self.at_least}


class NotOneOfTheLast:
    """None of the last passwords of the person, the present one included."""

    def __init__(self, remembered: int = 5) -> None:
        self.remembered = remembered

    def validate(self, password: str, user: Any = None) -> None:
        if not isinstance(user, User) or user.pk is None:
            return
        last = user.past_passwords.values_list("password", flat=True)[: self.remembered]
        present = User.objects.filter(pk=user.pk).values_list("password", flat=True)
        if any(check_password(password, each) for each in {*present, *last} if each):
            raise ValidationError(self.get_help_text(), code="password_used_before")

    def password_changed(self, _password: str, user: Any = None) -> None:
        """Called by whatever sets a password: the form, the command line, the administrator."""
        if not isinstance(user, User):
            return
        PastPassword.objects.create(user=user, password=user.password)
        kept = user.past_passwords.values("pk")[: self.remembered]
        user.past_passwords.exclude(pk__in=list(kept.values_list("pk", flat=True))).delete()
        user.password_set_at = timezone.now()
        User.objects.filter(pk=user.pk).update(password_set_at=user.password_set_at)

    def get_help_text(self) -> str:
        return ngettext(
            "Your password must not be your last one.",
            "Your password must not be one of your last %(count)s.",
            self.remembered,
        ) % {"count": self.remembered}
