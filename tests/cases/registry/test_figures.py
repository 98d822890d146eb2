"""What a declaration of figures promises, and which mistakes it refuses."""

from decimal import Decimal

import pytest
from django.db.models import Q

from cases.reconsideration.models.case import Reconsideration
from cases.registry.figures import Counted, Edge, Figure, Identity, Number, Rate, Stock
from cases.registry.periods import Period
from cases.registry.rates import Rounding
from cases.registry.sheets import Chapter, Sheet

MARCH = Period.parse("2024-03")

RECEIVED = Figure("received", "Received", "received_on")
ACCEPTED = Figure("accepted", "Accepted", "accepted_on")
PENDING = Stock("pending", "Pending", "accepted_on", "concluded_on")
RATE = Rate("rate", "Accepted over received", ("accepted",), ("received",))


def sheet(*figures: Counted) -> Sheet[Reconsideration]:
    return Sheet(Reconsideration.objects.all(), *figures)


def chapter(*rates: Rate, identities: tuple[Identity, ...] = ()) -> Chapter:
    return Chapter("test", "Test", [sheet(RECEIVED, ACCEPTED, PENDING)], rates, identities)


def test_figures_that_count_the_same_are_equal_whatever_they_are_called() -> None:
    inflow = Figure("entered", "Entered", "accepted_on")

    assert inflow == ACCEPTED
    assert hash(inflow) == hash(ACCEPTED)
    assert inflow != RECEIVED


def test_figures_that_count_other_rows_differ() -> None:
    upheld = Figure("upheld", "Upheld", "accepted_on", Q(outcome="upheld"))

    assert upheld != ACCEPTED


def test_a_stock_at_the_start_and_at_the_end_are_one_stock() -> None:
    carried_over = Stock("carried", "Carried over", "accepted_on", "concluded_on", Edge.START)

    assert carried_over == PENDING
    assert carried_over.day(MARCH) == MARCH.start
    assert PENDING.day(MARCH) == MARCH.end


def test_the_inflow_of_a_stock_is_the_figure_that_counts_it_already() -> None:
    assert PENDING.inflow == ACCEPTED


def test_a_stock_adds_nothing_to_what_is_asked_where_its_flows_are_figures() -> None:
    concluded = Figure("concluded", "Concluded", "concluded_on")

    assert sheet(ACCEPTED, concluded, PENDING).flows == [ACCEPTED, concluded]


def test_a_sheet_refuses_two_figures_of_one_code() -> None:
    with pytest.raises(ValueError, match="two figures bear the same code"):
        sheet(RECEIVED, Figure("received", "Accepted", "accepted_on"))


def test_a_chapter_refuses_two_sheets_with_a_figure_of_one_code() -> None:
    with pytest.raises(ValueError, match="test: two figures or rates bear the same code"):
        Chapter("test", "Test", [sheet(RECEIVED), sheet(RECEIVED)])


def test_a_chapter_refuses_two_rates_of_one_code() -> None:
    with pytest.raises(ValueError, match="bear the same code"):
        chapter(RATE, Rate("rate", "Another", ("received",), ("accepted",)))


def test_a_chapter_refuses_a_rate_named_like_a_figure() -> None:
    with pytest.raises(ValueError, match="bear the same code"):
        chapter(Rate("received", "Misnamed", ("accepted",), ("received",)))


@pytest.mark.parametrize(
    "rate",
    [
        Rate("r", "Unknown base", ("accepted",), ("recieved",)),
        Rate("r", "Unknown top", ("recieved", "accepted"), ("received",)),
        Rate("r", "Rate of a rate", ("rate",), ("received",)),
    ],
)
def test_a_chapter_refuses_a_rate_of_what_it_does_not_count(rate: Rate) -> None:
    with pytest.raises(ValueError, match=r"no figure is called (recieved|rate)"):
        chapter(RATE, rate)


def test_a_chapter_refuses_an_identity_of_what_it_does_not_count() -> None:
    with pytest.raises(ValueError, match="no figure is called finished, started"):
        chapter(identities=(Identity("Ends meet", ("started",), ("received", "finished")),))


def test_a_chapter_finds_the_sheet_that_keeps_a_figure() -> None:
    received, accepted = sheet(RECEIVED), sheet(ACCEPTED)

    found = Chapter("test", "Test", [received, accepted])

    assert found.sheet_of("accepted") is accepted
    with pytest.raises(KeyError, match="upheld"):
        found.sheet_of("upheld")


def test_a_rate_divides_the_sum_of_some_figures_by_the_sum_of_others() -> None:
    rate = Rate("r", "Conclusion rate", ("a", "b"), ("c", "d"), Rounding.HALF_UP, 1)

    ratio = rate.of({"a": 100, "b": 32, "c": 300, "d": 20, "e": 7})

    assert (ratio.numerator, ratio.denominator) == (132, 320)
    assert ratio.text == "41.3"


def test_a_rate_of_money_loses_no_cent() -> None:
    rate = Rate("r", "Performed over agreed", ("performed",), ("agreed",))

    ratio = rate.of({"performed": Decimal("0.75"), "agreed": Decimal("1.50")})

    assert ratio.text == "50.00"


@pytest.mark.parametrize(("pending", "left"), [(4, 0), (3, 1), (6, -2)])
def test_an_identity_keeps_what_is_left_over(pending: Number, left: Number) -> None:
    identity = Identity("Ends meet", ("carried", "accepted"), ("concluded", "pending"))

    numbers: dict[str, list[Number]] = {
        "carried": [2, 4],
        "accepted": [23, 10],
        "concluded": [21, 11],
        "pending": [pending, 3],
    }

    assert identity.remainders(numbers) == [left, 0]


def test_an_identity_without_a_side_is_refused() -> None:
    with pytest.raises(ValueError, match="Ends meet"):
        chapter(identities=(Identity("Ends meet", ("received",), ()),))
