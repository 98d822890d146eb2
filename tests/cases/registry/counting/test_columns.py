"""What several figures of one event look for is looked for once."""

from collections.abc import Sequence

import pytest
from django.db import connection
from django.db.models import Q

from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.terms import Outcome
from cases.registry.columns import columns_of
from cases.registry.figures import Figure

pytestmark = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="PostgreSQL counts these figures by groups of rows"
)
ON = "concluded_on"
MODIFIED, REVOKED, MEDIATED, UPHELD = (
    Outcome.MODIFIED,
    Outcome.REVOKED,
    Outcome.MEDIATED,
    Outcome.UPHELD,
)
CONCLUDED = Figure("concluded", "Concluded", ON)
CORRECTED = Figure("corrected", "Corrected", ON, Q(outcome__in=[MODIFIED, REVOKED]))
CONTENT = Figure("content", "Content", ON, Q(outcome__in=[MODIFIED, REVOKED, MEDIATED]))
IN_PEACE = Figure("in_peace", "In peace", ON, Q(outcome=MEDIATED))
LOST = Figure("lost", "Lost", ON, Q(outcome=UPHELD))
OTHER = Figure("other", "Other", ON, ~Q(outcome__in=[MODIFIED, REVOKED]))
AWARDED = Figure("awarded", "Awarded", ON, Q(outcome=MEDIATED), total="compensation_awarded")


def sums(*flows: Figure) -> list[Sequence[str]]:
    """The codes each column adds to, in the order of the columns."""
    found = columns_of(Reconsideration.objects.all(), flows)
    return [tuple(figure.code for figure in column.adds_to) for column in found]


def test_words_that_no_figure_tells_apart_are_one_lot_of_all_that_name_them() -> None:
    assert sums(CONCLUDED, CORRECTED, CONTENT, IN_PEACE, LOST) == [
        ("concluded",),
        ("corrected", "content"),
        ("content", "in_peace"),
        ("lost",),
    ]


def test_figures_that_share_no_word_are_counted_each_by_itself() -> None:
    assert sums(CORRECTED, IN_PEACE, LOST) == [("corrected",), ("in_peace",), ("lost",)]


def test_figures_are_not_taken_apart_into_more_than_they_are() -> None:
    some = Figure("some", "Some", ON, Q(outcome__in=[REVOKED, MEDIATED]))

    assert sums(CORRECTED, some) == [("corrected",), ("some",)]


def test_what_is_said_of_other_words_or_adds_up_money_is_counted_by_itself() -> None:
    assert sums(CORRECTED, CONTENT, IN_PEACE, OTHER, AWARDED)[:2] == [("other",), ("awarded",)]
