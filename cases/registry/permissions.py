"""Permissions as Django asks for them, answered from the roles."""

from typing import Any

from django.contrib.auth.backends import ModelBackend

from cases.registry.roles import may


class RoleBackend(ModelBackend):
    """Answers every permission from the role; groups and single grants play no part."""

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:  # noqa: ARG002
        if not user_obj.is_active or user_obj.is_anonymous:
            return False
        app_label, codename = perm.split(".", 1)
        action, _, model = codename.partition("_")
        return may(user_obj.role, action, app_label, model)

    def has_module_perms(self, user_obj: Any, app_label: str) -> bool:
        """Shown in the index only if some table of it may be seen."""
        if not user_obj.is_active or user_obj.is_anonymous:
            return False
        probes = ("record", "agency", "user")
        return any(may(user_obj.role, "view", app_label, model) for model in probes)

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:  # noqa: ARG002
        """Nothing is granted by a list; see `has_perm`."""
        return set()
