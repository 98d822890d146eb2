"""What a form closes the database refuses, and what is lawful can be typed from top to bottom."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import CheckConstraint, Model
from django.urls import reverse
from django.utils import translation
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from cases.registry.agencies import Agency
from cases.registry.conditions import fields_of
from cases.registry.desk.rulebook import rulebook
from seeds.factories.registry import UserFactory
from tests.browser.desk import Desk
from tests.browser.walks import WALKS

FORMS = tuple(dict.fromkeys(walk.label for walk in WALKS))
STEPS = 20
FIRST = date(2024, 1, 2)
# What is on the form; a field is written as a person or a script would.
FORM = """
const form = document.querySelector("#lawful").closest("form");
const own = (field) => /^[a-z][a-z_]*$/.test(field.name) && !field.name.startsWith("csrf")
    && !["hidden", "submit", "file"].includes(field.type);
const isMenu = (field) => field.tagName === "SELECT" && !field.matches(".admin-autocomplete");
const fields = [...form.elements].filter(own);
const why = (field) => {
    const notes = field.getAttribute("aria-describedby").split(" ");
    return document.getElementById(notes.pop()).textContent;
};
const seen = (field) => ({
    name: field.name,
    value: field.type === "checkbox" ? (field.checked ? "on" : "") : field.value,
    closed: field.disabled ? why(field) : "",
    words: isMenu(field)
        ? [...field.options].map((each) => [each.value, each.disabled ? each.title : ""]) : null,
});
const type = async (name, text) => {
    const field = form.elements[name];
    if (field.type === "checkbox") {
        field.checked = Boolean(text);
    } else {
        if (text && field.matches(".admin-autocomplete")) {
            field.add(new Option(text, text));
        }
        field.value = text;
    }
    field.dispatchEvent(new Event("change", {bubbles: true}));
    await null;
};
"""
STEP = f"""async ([name, text]) => {{
    {FORM}
    if (name) {{
        await type(name, text);
    }}
    return fields.map(seen);
}}"""
WALK = f"""async (values) => {{
    {FORM}
    const met = [];
    form.reset();
    form.dispatchEvent(new Event("change", {{bubbles: true}}));
    await null;
    for (const {{name}} of fields.filter((field) => field.name in values)) {{
        const {{closed, words}} = seen(form.elements[name]);
        met.push(...[closed, Object.fromEntries(words || [])[values[name]]].filter(Boolean));
        await type(name, values[name]);
        const {{value}} = seen(form.elements[name]);
        met.push(...(value === values[name] ? [] : [`${{name}} is lost`]));
    }}
    return met;
}}"""


class Seen(NamedTuple):
    """A field as it stands on the form: what closes it, and what closes words of it."""

    name: str
    value: str
    closed: str
    words: list[tuple[str, str]] | None


@pytest.fixture
def desk(page: Page, live_server: LiveServer, county: Agency) -> Desk:
    UserFactory.create(username="clerk", agency=Agency.objects.get(kind="bureau"))
    desk = Desk(page, live_server.url)
    desk.sign_in("clerk", "correct horse")
    return desk


def add_page(model: type[Model]) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add")


def made(model: type[Model], values: dict[str, str]) -> Model:
    """The row that a form with these values would save, not saved."""
    row = model()
    for name, text in values.items():
        field: Any = model._meta.get_field(name)
        kind = field.get_internal_type()
        value: Any
        if not text:
            value = False if kind == "BooleanField" else None if field.null else ""
        else:
            value = int(text) if field.is_relation else field.to_python(text == "on" or text)
        setattr(row, field.attname, None if (value, kind) == ("", "DateField") else value)
    return row


class Table:
    """What the database would say of rows of a table; asked once for each state of a rule."""

    def __init__(self, label: str) -> None:
        self.model = apps.get_model(label)
        self.rules = [c for c in self.model._meta.constraints if isinstance(c, CheckConstraint)]
        self.spoken_of = {name for each in rulebook(self.model) for name in each["fields"]}
        self._answers: dict[Any, str] = {}

    def refusals(self, values: dict[str, str]) -> set[str]:
        return {said for rule in self.rules if (said := self._said(rule, values))}

    def _said(self, rule: CheckConstraint, values: dict[str, str]) -> str:
        asked = {name: values.get(name, "") for name in fields_of(rule)}
        key = (rule.name, *sorted(asked.items()))
        if key not in self._answers:
            self._answers[key] = ""
            try:
                rule.validate(self.model, made(self.model, values))
            except ValidationError as error:
                self._answers[key] = error.messages[0]
        return self._answers[key]

    def some(self, seen: Seen) -> list[str]:
        """What could be filled in: every word, an early day and a late one."""
        field: Any = self.model._meta.get_field(seen.name)
        kind = field.get_internal_type()
        if seen.words is not None:
            return [word for word, _why in seen.words if word]
        if kind in {"BooleanField", "DateField"}:
            return ["on"] if kind == "BooleanField" else ["2024-01-02", "2026-01-02"]
        return ["某"] if kind in {"CharField", "TextField"} else [str(len(seen.name))]

    def wrongly_closed(self, seen: dict[str, Seen]) -> Iterator[str]:
        """What is closed although the table would take it, or not for the reason that is told."""
        values = {name: each.value for name, each in seen.items()}
        for name, each in seen.items():
            answers = {text: self.refusals(values | {name: text}) for text in self.some(each)}
            if each.closed and not (
                all(answers.values()) and each.closed in set().union(*answers.values())
            ):
                yield f"{self.model.__name__}.{name}: {each.closed}"
            for word, why in each.words or ():
                if why and not each.closed and why not in answers[word]:
                    yield f"{self.model.__name__}.{name} to {word}: {why}"


def wander(desk: Desk, table: Table, chance: random.Random) -> Iterator[tuple[int, list[str]]]:
    """Take steps that the form offers; after each, how much is closed and what of it wrongly."""
    name = text = ""
    for step in range(STEPS):
        fields = {each["name"]: Seen(**each) for each in desk.page.evaluate(STEP, [name, text])}
        seen = {name: each for name, each in fields.items() if name in table.spoken_of}
        yield sum(bool(e.closed) for e in seen.values()), list(table.wrongly_closed(seen))
        name = chance.choice([name for name, each in seen.items() if not each.closed])
        words = [word for word, why in seen[name].words or () if word and not why]
        day = str(FIRST + timedelta(days=10 * step))
        text = chance.choice(
            words or [day if "_on" in name or "until" in name else table.some(seen[name])[-1]]
        )
        if seen[name].value and table.model._meta.get_field(name).blank and chance.random() < 0.3:
            text = ""


@pytest.mark.looks
def test_what_a_form_closes_the_database_refuses_for_the_very_reason(desk: Desk) -> None:
    found: list[tuple[int, list[str]]] = []
    with translation.override("zh-hans"):
        for label in FORMS:
            table = Table(label)
            desk.open(add_page(table.model))
            found += wander(desk, table, random.Random(label))  # noqa: S311  # repeatable

    assert [wrong for _count, wrong in found if wrong] == []
    assert sum(count for count, _wrong in found) > len(FORMS) * STEPS


@pytest.mark.looks
def test_what_is_lawful_is_typed_from_top_to_bottom_past_nothing_closed(desk: Desk) -> None:
    met = {}
    for label in FORMS:
        table = Table(label)
        desk.open(add_page(table.model))
        for walk in (walk for walk in WALKS if walk.label == label):
            met[f"{label} {walk.what}"] = [
                *desk.page.evaluate(WALK, walk.values),
                *table.refusals(walk.values),
            ]

    assert {what: said for what, said in met.items() if said} == {}
