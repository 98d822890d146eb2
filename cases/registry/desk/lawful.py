"""A form that offers only what is lawful now, and says beside the rest why it is not."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db import models
from django.db.models import Q
from django.http import HttpRequest, HttpResponse

from cases.registry.desk.rulebook import rulebook, spelled
from cases.registry.figures import Label

VOIDED = "voided_on"  # a row that is voided keeps nothing waiting


@dataclass(frozen=True)
class Barred:
    """Choices of a field that are not open now, and why; told beneath it or in the menu alone."""

    choices: frozenset[str]
    why: Label
    is_aside: bool = False


@dataclass(frozen=True)
class Opening:
    """Rows of which more are entered while this `holds` of the record on the form; why not else."""

    rows: type[models.Model]
    holds: Q
    why: Label


@dataclass(frozen=True)
class Waiting:
    """Fields, or `words` of them, that wait until no row beside them is `begun` and not `ended`.

    Rows wait by the name they go by.
    """

    fields: tuple[str, ...]
    rows: type[models.Model]
    begun: str
    ended: str
    why: Label
    words: frozenset[str] = frozenset()


class LawfulSelect(forms.Select):
    """A menu in which what is not open now can be read, but not chosen."""

    def __init__(self, barred: Barred, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.barred = barred

    def create_option(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(*args, **kwargs)
        if str(option["value"]) in self.barred.choices and not option["selected"]:
            option["attrs"] |= {"disabled": True, "title": self.barred.why}
        return option


class LawfulRows(admin.options.InlineModelAdmin[Any, Any]):
    """Rows in whose menus words can be barred."""

    barred: ClassVar[Mapping[str, Barred]] = {}

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)
        _bar(formset.form, self.barred)  # each row would say why; the words do
        return formset


class LawfulAdmin(admin.ModelAdmin[Any]):
    """Gives the form the rules of its tables, and asks a record that is being changed for the rest.

    What the rules close follows from what is typed and is worked out by rulebook.js; here is said
    only what rests on rows of other tables. A new record has no past. All of it is a courtesy:
    whatever is sent all the same is judged by form and database.
    """

    waiting: ClassVar[tuple[Waiting, ...]] = ()
    openings: ClassVar[tuple[Opening, ...]] = ()

    def barred(self, record: Any) -> Mapping[str, Barred]:  # noqa: ARG002
        """By field, which choices are not open."""
        return {}

    def shut(self, record: Any) -> Mapping[str, Label | None]:  # noqa: ARG002
        """By field, why it cannot be filled in; what it holds can be changed and emptied."""
        return {}

    def barred_in_rows(self, record: Any) -> Mapping[type[models.Model], Mapping[str, Barred]]:  # noqa: ARG002
        """The same as `barred` for each kind of row."""
        return {}

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form: Any = super().get_form(request, obj, change, **kwargs)
        barred = self.barred(obj) if obj is not None else {}
        _bar(form, barred)
        for name, each in barred.items():
            if name in form.base_fields and not each.is_aside:
                form.base_fields[name].help_text = each.why
        return form

    def get_inline_instances(self, request: HttpRequest, obj: Any = None) -> Any:
        inlines = super().get_inline_instances(request, obj)
        barred = self.barred_in_rows(obj) if obj is not None else {}
        for inline in inlines:
            if isinstance(inline, LawfulRows):
                inline.barred = barred.get(inline.model, {})  # type: ignore[misc]  # its own now
        return inlines

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        form, record = context["adminform"].form, context.get("original")
        formsets = [
            inline.formset
            for inline in context["inline_admin_formsets"]
            if inline.has_add_permission or inline.has_change_permission
        ]
        told = {"": _told([form])}
        for each in formsets:
            told[each.prefix] = _told([*each.forms, each.empty_form])
        if form.fields:
            shut = self.shut(record).items() if record is not None else ()
            told[""]["shut"] = {name: str(why) for name, why in shut if why is not None}
            rows = {each.model: each.prefix for each in formsets}
            told[""]["waiting"] = [
                _waiting(each, rows[each.rows]) for each in self.waiting if each.rows in rows
            ]
            told[""]["openings"] = [
                {"rows": rows[o.rows], "if": spelled(self.model, o.holds), "why": str(o.why)}
                for o in self.openings
                if o.rows in rows
            ]
        context["lawful"] = json.dumps(told) if any(map(_says_something, told.values())) else ""
        return super().render_change_form(request, context, *args, **kwargs)


def _bar(form: Any, barred: Mapping[str, Barred]) -> None:
    """Let the menus of a form class, made just now, say what is not open in them."""
    for name, each in barred.items():
        if (field := form.base_fields.get(name)) is not None:
            field.widget = LawfulSelect(each, choices=field.choices)


def _waiting(waiting: Waiting, prefix: str) -> dict[str, Any]:
    return {
        "fields": waiting.fields,
        "rows": prefix,
        "begun": waiting.begun,
        "ended": waiting.ended,
        "words": sorted(waiting.words),
        "why": str(waiting.why),
    }


def _says_something(told: Mapping[str, Any]) -> bool:
    return any(told.get(key) for key in ("rules", "shut", "waiting", "openings"))


def _told(forms: list[Any]) -> dict[str, Any]:
    """What the script is told of the forms of one table; nothing, where nothing can be typed."""
    told = forms[0]
    if not told.fields:
        return {"rules": []}
    rules = [each for each in rulebook(told._meta.model) if told.fields.keys() & each["fields"]]
    asked = {name for each in rules for name in each["fields"]} | {VOIDED}
    hidden = sorted(asked - told.fields.keys())
    return {
        "rules": rules,
        "required": [name for name, field in told.fields.items() if field.required],
        "known": {
            form.prefix or "": said for form in forms if (said := dict(_known(form, hidden)))
        },
    }


def _known(form: Any, hidden: list[str]) -> Iterator[tuple[str, str]]:
    """The values that rules ask for and that are not on the form to be read."""
    names = {field.name for field in form._meta.model._meta.fields}
    for name in (name for name in hidden if name in names):
        field = form._meta.model._meta.get_field(name)
        value = getattr(form.instance, field.attname)
        yield name, "" if value in (None, False) else str(value)
