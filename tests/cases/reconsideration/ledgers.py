"""Random reconsideration cases over two years, and stretches of those years to count them in."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from hypothesis import strategies as st

from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import OpinionLetter
from cases.reconsideration.terms import NotAcceptedGround, Outcome, TurnedAway
from cases.registry.agencies import Agency
from cases.registry.dockets import Docket, DocketKind, DocketNumber
from cases.registry.periods import Period
from seeds.factories.registry import ActKindFactory, AgencyFactory, FieldFactory

FIRST, LAST = date(2023, 7, 1), date(2025, 6, 30)
RESPONDENTS = 3

# Mistakes live at the edges of periods, so every other day is the first or last of a month.
_edges = [day for month in Period.of(FIRST, LAST).months() for day in (month.start, month.last)]
days = st.sampled_from(_edges) | st.dates(FIRST, LAST)
sums = st.none() | st.integers(0, 10**7).map(lambda cents: Decimal(cents).scaleb(-2))


def later(day: date) -> st.SearchStrategy[date]:
    """The day itself or up to four months on, as often as not on an edge of a month."""
    longest = day + timedelta(days=120)
    edges = [edge for edge in _edges if day <= edge <= longest]
    return st.sampled_from([day, *edges]) | st.dates(day, longest)


@st.composite
def cases(draw: st.DrawFn) -> Reconsideration:
    """One case, not yet entered: waiting, turned away, on trial or concluded, and perhaps void."""
    case = Reconsideration(received_on=draw(days), is_enterprise_related=draw(st.booleans()))
    fate = draw(st.sampled_from(["waiting", "turned away", "on trial", "concluded", "concluded"]))
    if fate == "turned away":
        case.turned_away_on = draw(later(case.received_on))
        case.turned_away = draw(st.sampled_from(TurnedAway))
        if case.turned_away == TurnedAway.NOT_ACCEPTED:
            case.not_accepted_ground = NotAcceptedGround.LATE
        elif case.turned_away == TurnedAway.ABANDONED:
            case.correction_requested_on = case.received_on
    elif fate != "waiting":
        case.accepted_on = draw(later(case.received_on))
    if fate == "concluded":
        assert case.accepted_on is not None
        case.concluded_on = draw(later(case.accepted_on))
        case.outcome = draw(st.sampled_from(Outcome))
        case.compensation_awarded = draw(sums)
    if draw(st.integers(0, 9)) == 0:
        case.voided_on, case.void_reason = LAST, "重复录入"
    case.respondent_id = draw(st.integers(0, RESPONDENTS - 1))  # a place, until it is entered
    return case


@st.composite
def letters(draw: st.DrawFn) -> OpinionLetter:
    """An opinion letter, not yet entered and of no case yet; perhaps answered."""
    letter = OpinionLetter(issued_on=draw(days))
    if draw(st.booleans()):
        letter.served_on = draw(later(letter.issued_on))
        letter.answered_on = draw(later(letter.served_on))
    return letter


ledgers = st.lists(cases(), max_size=25)

_months = Period.of(FIRST, LAST).months()
_named = ["2023H2", "2024", "2024H1", "2024H2", "2024Q1", "2024Q2", "2025H1", "2024-08"]
periods = st.one_of(
    st.sampled_from(_months),
    st.sampled_from(_named).map(Period.parse),
    st.tuples(days, days).map(lambda pair: Period.of(min(pair), max(pair))),
)
# Any at all; the months of one of them with itself; a year beside a stretch from its middle.
askings = st.one_of(
    st.lists(periods, min_size=1, max_size=6),
    periods.map(lambda period: [*period.months(), period]),
    st.tuples(periods, periods).map(lambda pair: [*pair[0].months(), *pair, *pair[1].months()]),
)


@contextmanager
def entered(ledger: Sequence[Reconsideration]) -> Iterator[list[Agency]]:
    """The cases are in the database within, and gone afterwards; yields their respondents."""
    with transaction.atomic():
        respondents = AgencyFactory.create_batch(RESPONDENTS)
        _write(ledger, respondents)
        yield respondents
        transaction.set_rollback(True)


def _write(ledger: Sequence[Reconsideration], respondents: Sequence[Agency]) -> None:
    field, act_kind = FieldFactory.create(code="test-field"), ActKindFactory.create(code="test-act")
    dockets = [Docket("测政复", 2024, n) for n in range(1, len(ledger) + 1)]
    numbers = DocketNumber.objects.reserve(DocketKind.RECONSIDERATION, dockets)
    for case, number in zip(ledger, numbers, strict=True):
        case.docket, case.field, case.act_kind = number, field, act_kind
        case.respondent = respondents[case.respondent_id]
    Reconsideration.objects.bulk_create(ledger)


def counted(ledger: Sequence[Reconsideration]) -> list[Reconsideration]:
    """Those that were not voided; nothing else is ever counted."""
    return [case for case in ledger if case.voided_on is None]


def open_on(day: date, entered_on: date | None, left_on: Any) -> bool:
    """Entered before the day and not left before it, said once more in plain Python."""
    return entered_on is not None and entered_on < day and (left_on is None or left_on >= day)
