"""Changing one's own password."""

from typing import Any

from django.contrib.admin.forms import AdminPasswordChangeForm

from cases.registry.accesses.log import Access, noted
from cases.registry.users import User


class OwnPasswordForm(AdminPasswordChangeForm):
    """A password that its owner chose is nobody else's any more."""

    def save(self, commit: bool = True) -> User:
        user: Any = self.user
        noted(user, Access.PASSWORD, user.username)
        user.must_change_password = False
        saved: User = super().save(commit)
        return saved
