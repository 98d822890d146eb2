"""A form in the order of the work: each fieldset a part, with the rows that belong to it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin.utils import flatten
from django.core import checks
from django.http import HttpRequest, HttpResponse

from cases.registry.figures import Label

# What fits a screen is quicker without tabs.
FEWEST, FEWEST_FIELDS = 5, 20


@dataclass
class Part:
    """One step of the work: its fields, then its rows; `slug` is what an address calls it."""

    slug: str
    name: str
    place: int
    fieldset: Any
    inlines: list[Any] = field(default_factory=list)


class PartedAdmin(admin.ModelAdmin[Any]):
    """Without script the parts stand one below the other, with it they are tabs.

    An inline says with `beside` which fieldset it belongs to; otherwise the first one.
    """

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context["parts"] = parts(context["adminform"], context["inline_admin_formsets"])
        context["has_tabs"] = have_tabs(context["parts"])
        context["dated_by"] = self.date_hierarchy  # the day its lookups are asked for
        return super().render_change_form(request, context, *args, **kwargs)


def parts(adminform: Iterable[Any], inlines: Iterable[Any]) -> list[Part]:
    """The parts of a form in their order, each inline in the one it belongs to."""
    found = [
        Part(f"part-{place + 1}", str(fieldset.name or ""), place, fieldset)
        for place, fieldset in enumerate(adminform)
    ]
    by_name = {part.name: part for part in reversed(found)}
    for inline in inlines:
        name = getattr(inline.opts, "beside", None)
        by_name.get(str(name), found[0]).inlines.append(inline)
    return found


def have_tabs(found: list[Part]) -> bool:
    fields = sum(len(flatten(part.fieldset.fields)) for part in found)
    are_many = len(found) >= FEWEST and fields >= FEWEST_FIELDS
    return are_many and all(part.name for part in found)


class BesideInline:
    """Rows that stand beside one step of the work."""

    beside: ClassVar[Label | None] = None


def check(admins: Iterable[Any]) -> Iterator[checks.CheckMessage]:
    """An inline stands beside a fieldset that is there."""
    for model_admin in admins:
        names = {str(name) for name, _options in model_admin.fieldsets or ()}
        for inline in model_admin.inlines:
            beside = getattr(inline, "beside", None)
            if beside is not None and str(beside) not in names:
                text = f"{inline.__name__} stands beside “{beside}”, which is no fieldset there."
                yield checks.Error(text, obj=model_admin, id="lawgov.E020")
