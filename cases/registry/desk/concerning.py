"""A form takes no record that whoever enters it would not see afterwards."""

from typing import Any, ClassVar

from django.contrib import admin
from django.forms import ModelForm
from django.http import HttpRequest

from cases.registry.concerned import strays, why_a_stray
from cases.registry.desk.refusals import RuledForm
from cases.registry.records import Kept, Reader


class ConcernedForm(RuledForm):
    """What is entered anew concerns the agency of whoever `enters` it, or one under it."""

    enters: ClassVar[Reader | None] = None

    def _post_clean(self) -> None:
        super()._post_clean()
        row = self.instance
        if self.enters is None or not isinstance(row, Kept):
            return
        names = {owner.partition("__")[0] for owner in row.owners}
        keys = {name: [getattr(row, row._meta.get_field(name).attname)] for name in names}  # type: ignore[union-attr]  # foreign keys
        if names.isdisjoint(self.errors) and strays(type(row), keys, self.enters):
            for name in self._told_at(frozenset(names)):
                self.add_error(name, why_a_stray(self.enters))


class ConcernedAdmin(admin.ModelAdmin[Any]):
    """A record that is there already may be handed over; that is a change, and has its history."""

    def get_form(
        self, request: HttpRequest, obj: Any = None, *args: Any, **kwargs: Any
    ) -> type[ModelForm[Any]]:
        form = super().get_form(request, obj, *args, **kwargs)
        form.enters = request.user if obj is None else None  # type: ignore[attr-defined]  # a class made just now
        return form
