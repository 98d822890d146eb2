"""What may be chosen in a field that refers to other rows: what the person sees, nothing else."""

from collections.abc import Sequence
from typing import Any

from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.db.models import ForeignKey
from django.forms import ModelChoiceField
from django.http import HttpRequest

from cases.registry.records import KeptQuerySet


class SturdySelect(AutocompleteSelect):
    """Shows a form again whatever was posted as a key; Django's own fails on what is no number."""

    def optgroups(self, name: str, value: Sequence[str], attr: Any = None) -> Any:
        known = [each for each in value if self._is_key(each)]
        return super().optgroups(name, known, attr)

    def _is_key(self, value: str) -> bool:
        try:
            self.field.target_field.run_validators(self.field.target_field.to_python(value))
        except (ValidationError, ValueError, OverflowError):
            return not value
        return True


class SeenChoices:
    """Mixed into an admin or inline: a key leads no further than the person sees."""

    admin_site: Any

    def formfield_for_foreignkey(
        self, db_field: "ForeignKey[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> ModelChoiceField[Any] | None:
        rows = db_field.remote_field.model._default_manager.all()
        if isinstance(rows, KeptQuerySet):
            kwargs.setdefault("queryset", rows.visible_to(request.user))
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]  # of the admin
            kwargs.setdefault("widget", SturdySelect(db_field, self.admin_site))
        found: ModelChoiceField[Any] | None = super().formfield_for_foreignkey(  # type: ignore[misc]
            db_field, request, **kwargs
        )
        return found
