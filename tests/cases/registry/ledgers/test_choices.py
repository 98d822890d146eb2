"""Choice cells: the code or the label, in whichever language it was typed."""

import pytest
from django.db.models import TextChoices
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from cases.reconsideration.terms import Outcome
from cases.registry.ledgers.choices import Choices
from cases.registry.ledgers.faults import Unreadable


class Colour(TextChoices):
    """Two that are called alike, and one whose code another is called by."""

    DARK = "dark", "Blue"
    LIGHT = "light", "blue"
    RED = "red", "Green"
    GREEN = "green", "Grass"


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("outcome", Outcome)
def test_every_label_means_its_code_whatever_language_is_in_force(
    outcome: Outcome, language: str
) -> None:
    with translation.override(language):
        label = str(outcome.label)

    assert Choices(Outcome.choices).read(label) == outcome.value


@pytest.mark.parametrize("typed", ["upheld", "UPHELD", " Upheld ", "ｕｐｈｅｌｄ"])
def test_width_capitals_and_blanks_do_not_matter(typed: str) -> None:
    assert Choices(Outcome.choices).read(typed) == Outcome.UPHELD


def test_an_unknown_word_is_answered_with_all_the_known_ones() -> None:
    with pytest.raises(Unreadable) as unreadable:
        Choices([("a", _("Yes")), ("b", _("No"))]).read("maybe")

    assert str(unreadable.value.expected) == "expected one of: Yes / No"


def test_a_label_that_two_share_means_neither_of_them() -> None:
    with pytest.raises(Unreadable, match="dark / light / red / Grass"):
        Choices(Colour.choices).read("Blue")


def test_a_code_means_itself_even_where_another_is_called_so() -> None:
    choices = Choices(Colour.choices)

    assert choices.read("green") == Colour.GREEN
    assert choices.write(Colour.RED) == "red"
