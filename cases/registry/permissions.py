"""Permissions as Django asks for them, answered from the roles."""

from typing import Any

from django.contrib.auth.backends import ModelBackend

from cases.registry.roles import Role, may, sees_of

# Who installs lawgov opens the first accounts and fills in the agencies; never a case.
INSTALLER_ROLES = (Role.SECURITY_ADMINISTRATOR, Role.SYSTEM_ADMINISTRATOR)


class RoleBackend(ModelBackend):
    """Answers every permission from the role; groups and single grants play no part."""

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:  # noqa: ARG002
        app_label, codename = perm.split(".", 1)
        action, _, model = codename.partition("_")
        return any(may(role, action, app_label, model) for role in _roles(user_obj))

    def has_module_perms(self, user_obj: Any, app_label: str) -> bool:
        """Shown in the index only if some table of it may be seen."""
        return any(sees_of(role, app_label) for role in _roles(user_obj))

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:  # noqa: ARG002
        """Nothing is granted by a list; see `has_perm`."""
        return set()


def _roles(user: Any) -> tuple[str, ...]:
    if not user.is_active or user.is_anonymous:
        return ()
    return (user.role, *INSTALLER_ROLES) if user.is_superuser else (user.role,)
