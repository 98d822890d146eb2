"""The selects of the reading room are those Django writes."""

from typing import Any

import pytest
from django import forms
from django.test.html import parse_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy

from cases.registry.agencies import Agency
from lawgov.reports.narrowings import Narrowing
from lawgov.reports.parting import NOT_KNOWN_AS_CLOSED, UNKNOWN
from lawgov.reports.widgets import Choose, ChooseOrUnknown

WORDS = [("", "––"), ("a", "One"), ("b", gettext_lazy("Yes")), (3, "Three & <more>")]
GROUPED = [("", "––"), ("Towns & villages", [("a", "One"), ("b", "Two")]), ("c", "Three")]
MARKED = [('"', mark_safe("<b>as it is</b>"))]


@pytest.mark.parametrize("choices", [WORDS, GROUPED, MARKED], ids=["words", "groups", "marked"])
@pytest.mark.parametrize("value", [None, "", "b", 3, "nothing of the kind"])
@pytest.mark.parametrize(
    "attrs",
    [
        {},
        {"id": "id_act"},
        {"id": "id_act", "required": True, "disabled": False, "aria-describedby": 'the "fault"'},
    ],
    ids=["bare", "named", "faulty"],
)
def test_it_writes_what_django_writes(choices: Any, value: Any, attrs: dict[str, Any]) -> None:
    ours = Choose(choices=choices).render("act", value, attrs)
    theirs = forms.Select(choices=choices).render("act", value, attrs)

    assert parse_html(ours) == parse_html(theirs)


@pytest.mark.django_db
def test_every_choice_of_the_question_is_put_so() -> None:
    fields = Narrowing({}, queryset=Agency.objects.none()).form.fields.values()

    widgets = [field.widget for field in fields if isinstance(field.widget, forms.Select)]

    assert {type(widget) for widget in widgets} == {Choose, ChooseOrUnknown}


@pytest.mark.parametrize("choices", [WORDS, GROUPED], ids=["words", "groups"])
def test_what_is_not_known_as_closed_is_offered_where_it_is_asked_for_alone(choices: Any) -> None:
    asked = ChooseOrUnknown(choices=choices).render("act", "unknown")
    other = ChooseOrUnknown(choices=choices).render("act", "c")

    assert f'<option value="{UNKNOWN}" selected>{NOT_KNOWN_AS_CLOSED}</option>' in asked
    assert asked.count("selected") == 1
    assert other == Choose(choices=choices).render("act", "c")
