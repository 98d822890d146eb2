"""Every rule of every table is told to the form, as far as a form can know what it asks."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db.models import CheckConstraint, Model, Q
from django.db.models.fields import NOT_PROVIDED

from cases.litigation.models.dispute import Dispute
from cases.reconsideration.models.case import Reconsideration
from cases.registry.desk.rulebook import WORDS, rulebook, rules

OURS = ("cases", "mediation", "enforcement")
TABLES = [model for model in apps.get_models() if model._meta.app_label in OURS]
# Order, size and spelling are for the database to judge, and how two fields compare.
JUDGED_THERE = {"gt", "gte", "lt", "lte", "regex", "contains"}
# Numbers and days that have to be just so; no form closes anything for their sake.
EXACT_NUMBERS = {("Timekeeping", "pk")}


def leaves(condition: Any) -> Iterator[tuple[str, str, Any]]:
    if isinstance(condition, Q):
        for each in condition.children:
            yield from leaves(each)
    else:
        path, value = condition
        name, _separator, lookup = path.partition("__")
        yield name, lookup or "exact", value


def told(tree: Any) -> int:
    """How many things a tree says of fields."""
    if not isinstance(tree, list):
        return 0
    return 1 if tree[0] in {"empty", "among"} else sum(told(each) for each in tree[1:])


def is_knowable(model: type[Model], name: str, lookup: str, value: Any) -> bool:
    if (model.__name__, name) in EXACT_NUMBERS or lookup in JUDGED_THERE:
        return False
    field: Any = model._meta.get_field(name)
    if lookup == "isnull":
        return bool(field.null)  # what can never be null says nothing
    is_word = field.get_internal_type() in WORDS or isinstance(value, bool)
    return is_word and not hasattr(value, "resolve_expression")


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model._meta.label)
def test_what_a_form_can_know_of_a_rule_is_told_and_the_rest_left_to_the_database(
    model: type[Model],
) -> None:
    checks = [each for each in model._meta.constraints if isinstance(each, CheckConstraint)]

    for check, rule in zip(checks, rules(model), strict=True):
        knowable = [leaf for leaf in leaves(check.condition) if is_knowable(model, *leaf)]
        wordy = [value for _name, lookup, value in knowable if lookup == "in" and "" in value]
        assert told(rule.tree) == len(knowable) + len(wordy), check.name


def test_no_rule_is_left_out_whole_but_those_of_sizes_and_spellings() -> None:
    silent = {each.constraint.name for model in TABLES for each in rules(model) if not each.tree}

    assert silent == {
        "calendarentry_within_the_calendar",
        "docketnumber_counts_from_one",
        "extension_at_most_thirty_days",
        "instance_court_number_reads",
        "knownyear_within_the_calendar",
        "litigationparty_is_somebody",
        "mediation_concerns_somebody",
        "mediationparty_is_somebody",
        "outreachsession_resolves_what_it_heard",
        "reconsiderationparty_is_somebody",
        "rectification_due_after_finding",
        "timekeeping_is_one_row",
        "campaign_window_has_days",
    }


@pytest.mark.parametrize(
    ("model", "name", "tree"),
    [
        (
            Reconsideration,
            "recon_copy_after_acceptance",
            ["any", ["empty", "copy_served_on"], ["not", ["empty", "accepted_on"]]],
        ),
        (
            Reconsideration,
            "recon_deemed_accepted_has_a_date",
            ["any", ["empty", "is_deemed_accepted"], ["not", ["empty", "accepted_on"]]],
        ),
        (
            Dispute,
            "dispute_direct_follows_no_reconsideration",
            ["any", ["not", ["among", "origin", ["direct"]]], ["empty", "reconsideration"]],
        ),
    ],
)
def test_a_form_is_told_what_can_stand_against_a_step(
    model: type[Model], name: str, tree: list[Any]
) -> None:
    found = {each["name"]: each["if"] for each in rulebook(model)}

    assert found[name] == tree


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model._meta.label)
def test_a_field_that_is_closed_when_it_is_sent_is_saved_as_empty(model: type[Model]) -> None:
    """A field that is disabled is not sent; where it has a default, Django would keep what was."""
    named = {name for rule in rulebook(model) for name in rule["fields"]}
    fields: list[Any] = [model._meta.get_field(name) for name in named]
    optional = [f for f in fields if f.blank and f.get_internal_type() != "BooleanField"]

    assert [f.name for f in optional if f.default is not NOT_PROVIDED] == []
