"""An independent reckoning of the law agrees with the clocks, on the year and on invented cases."""

import ast
import csv
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

import seeds
from cases.litigation import clock as litigation
from cases.reconsideration import clock as reconsideration
from cases.registry.clock.calendar import Calendar
from cases.registry.clock.catalogue import statutory
from cases.registry.clock.clock import Clock
from cases.registry.timing.rooms import Facts, Room
from cases.registry.timing.running import Reckoned
from mediation import clock as mediation
from seeds.makers import litigation as disputes
from seeds.makers import reconsideration as applications
from seeds.makers.registry import make_county
from tests.lawgov import byhand
from tests.lawgov.byhand import litigation as suits_by_hand
from tests.lawgov.byhand import mediation as matters_by_hand
from tests.lawgov.byhand import reconsideration as cases_by_hand
from tests.lawgov.byhand import wall
from tests.lawgov.byhand.reconsideration import Due

CLOCK = Clock(statutory(), Calendar())
BY_HAND = sorted(Path(byhand.__file__).parent.glob("*.py"))
MEDIATIONS = Path(seeds.__file__).parent / "2024" / "mediations.csv"
ENTRUSTED = {
    "": "",
    "立案前委派（30日）": "before_filing",
    "立案后委托·普通程序（15日）": "ordinary",
    "立案后委托·简易程序（7日）": "simplified",
}
CASE_FEEDS = {
    "suspensions": "reconsideration_suspensions",
    "extensions": "reconsideration_extensions",
    "tags": "reconsideration_tags",
    "letters": "reconsideration_opinion_letters",
}
# The earliest of several limits goes by the name of the one that all of them bound.
BOUNDED = {
    "reconsideration.application_untold": "reconsideration.application",
    "reconsideration.application_untold_cap": "reconsideration.application",
    "reconsideration.application_cap": "reconsideration.application",
    "reconsideration.application_cap_real_property": "reconsideration.application",
    "litigation.sue_cap": "litigation.sue",
    "litigation.sue_cap_real_property": "litigation.sue",
}


def clocked(room: Room, facts: Facts) -> Due:
    """What the clock says, named as by hand."""
    return {_key(each): each.due_on for each in room.working(facts, CLOCK)}


def _key(each: Reckoned) -> tuple[str, str]:
    code = each.deadline.term.code if each.deadline else each.running.code
    code, which = BOUNDED.get(code, code), str(each.running.remark)
    if code == "reconsideration.termination":
        which = str(each.running.on)
    return code, "" if code == "reconsideration.correction" else which


@pytest.mark.parametrize("source", BY_HAND, ids=lambda source: source.stem)
def test_the_reckoning_by_hand_knows_nothing_of_the_clock(source: Path) -> None:
    tree = ast.parse(source.read_text(encoding="utf-8"))

    modules = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]

    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Import)]
    allowed = ("calendar", "collections.abc", "datetime", "typing", "tests.lawgov.byhand")
    assert [name for name in modules if not name.startswith(allowed)] == []


@pytest.mark.parametrize(
    ("reckoned", "due_on"),
    [
        # Nothing from 1 to 7 October, 29 September is worked: 29, 30, 8, 9, 10.
        (wall.working_days(date(2024, 9, 27), 5), date(2024, 10, 10)),
        # New Year's Eve was a working day in 2024: 6, 7, 8, 9, 18 February.
        (wall.working_days(date(2024, 2, 5), 5), date(2024, 2, 18)),
        # 28 April and 11 May are worked: 28, 29, 30, 6, 7, 8, 9, 10, 11, 13.
        (wall.working_days(date(2024, 4, 26), 10), date(2024, 5, 13)),
        # 4 October is a day off, and so is every day to the 7th.
        (wall.days(date(2024, 8, 5), 60), date(2024, 10, 8)),
        (wall.days(date(2024, 10, 10), 60), date(2024, 12, 9)),
        # 30 April and the 36 days from 20 March to 25 April.
        (
            wall.days(date(2024, 3, 1), 60, [(date(2024, 3, 20), date(2024, 4, 25))]),
            date(2024, 6, 5),
        ),
        (wall.working_days_before(date(2024, 5, 8), 5), date(2024, 4, 28)),
        # 31 August and six months: February has 29 days or 28.
        (wall.months(date(2023, 8, 31), 6), date(2024, 2, 29)),
        (wall.months(date(2024, 8, 31), 6), date(2025, 2, 28)),
    ],
)
def test_the_reckoning_by_hand_gives_what_was_computed_on_paper(
    reckoned: date, due_on: date
) -> None:
    assert reckoned == due_on


def test_it_agrees_on_every_reconsideration_case_of_2024() -> None:
    made = applications.make(make_county())
    hanging: dict[tuple[str, int], list[Any]] = defaultdict(list)
    for feed, ledger in CASE_FEEDS.items():
        for row in made[ledger]:
            hanging[feed, id(row.case)].append(row)

    for case in made["reconsideration"]:
        rows = {feed: hanging[feed, id(case)] for feed in CASE_FEEDS}
        facts = SimpleNamespace(**vars(case), **rows)
        clock = clocked(reconsideration.ROOM, reconsideration.ROOM.made_of(case, rows))
        assert clock == cases_by_hand.due(facts), str(case)


def test_it_agrees_on_every_dispute_of_2024() -> None:
    made = disputes.make(make_county())
    heard = [(hearing.instance, hearing) for hearing in made["litigation_hearings"]]
    for number, instance in enumerate(made["litigation_instances"], start=1):
        instance.pk = number

    for dispute in made["litigation"]:
        instances = [one for one in made["litigation_instances"] if one.dispute is dispute]
        hearings = [
            SimpleNamespace(
                instance=instance,
                instance_id=instance.pk,
                scheduled_on=hearing.scheduled_on,
                head_notified_on=hearing.head_notified_on,
                voided_on=None,
            )
            for instance, hearing in heard
            if instance.dispute is dispute
        ]
        rows = {"instances": instances, "hearings": hearings}
        clock = clocked(litigation.ROOM, litigation.ROOM.made_of(dispute, rows))
        assert clock == suits_by_hand.due(dispute, instances, hearings), str(dispute)


def test_it_agrees_on_every_suggestion_of_2024() -> None:
    made = disputes.make(make_county())

    for each in made["litigation_suggestions"]:
        due = clocked(litigation.SUGGESTIONS, litigation.SUGGESTIONS.made_of(each, {}))
        assert due == {(f"litigation.{each.kind}_suggestion_reply", ""): each.due_on}


def test_it_agrees_on_every_mediation_of_2024() -> None:
    with MEDIATIONS.open(encoding="utf-8-sig", newline="") as ledger:
        lines = list(csv.DictReader(ledger))

    for line in lines:
        matter = _matter(line)
        due = clocked(mediation.ROOM, mediation.ROOM.made_of(matter, {}))
        assert due == matters_by_hand.due(matter), line["案号"]
    assert len(lines) > 1800


def _matter(line: dict[str, str]) -> SimpleNamespace:
    """A line of the ledger, read without its resource."""
    dates = {
        "referred_on": "推送日期",
        "accepted_on": "综治中心受理日期",
        "extended_until": "双方同意延长至",
        "concluded_on": "调解终结日期",
        "agreement_on": "达成协议日期",
        "performed_on": "履行日期",
        "confirmation_applied_on": "申请司法确认日期",
    }
    read = {name: date.fromisoformat(line[title] or "0001-01-01") for name, title in dates.items()}
    return SimpleNamespace(
        pk=1,
        voided_on=None,
        result="",
        door="court" if line["案件来源"] == "法院" else "another",
        commission=ENTRUSTED[line["委派（委托）方式"]],
        **{name: None if day == date.min else day for name, day in read.items()},
    )


# What clerks enter falls where the calendar is least even: around holidays and make-up days. What
# follows from it ends before 2027, whose notice the reckoning by hand does not know.
RECEIVED = st.one_of(
    st.dates(date(2024, 1, 3), date(2026, 1, 15)),
    st.builds(
        lambda hot, days: hot + timedelta(days),
        st.sampled_from([*sorted(wall.MADE_UP), *sorted(wall.OFF)]).filter(
            lambda day: date(2024, 2, 1) < day < date(2026, 1, 12)
        ),
        st.integers(-20, 3),
    ),
)


def _maybe_after(draw: DrawFn, day: date | None, most: int) -> date | None:
    if day is None or draw(st.booleans()):
        return None
    return day + timedelta(draw(st.integers(0, most)))


def _order(*known: date | None) -> date:
    return max(day for day in known if day is not None)


@st.composite
def applications_of_any_kind(draw: DrawFn) -> SimpleNamespace:
    """Dates as a register might hold them, in an order its constraints would let pass."""
    received_on = draw(RECEIVED)
    known_on = draw(st.none() | st.just(received_on - timedelta(draw(st.integers(0, 70)))))
    asked_on = _maybe_after(draw, received_on, 13)
    served_on = _maybe_after(draw, asked_on, 6)
    corrected_on = _maybe_after(draw, served_on or asked_on, 20)
    case = SimpleNamespace(
        pk=1,
        voided_on=None,
        received_on=received_on,
        act_known_on=known_on and max(known_on, date(2024, 1, 2)),
        act_made_on=known_on and known_on - timedelta(draw(st.sampled_from([3, 9, 1780, 1800]))),
        rights_known_on=None,
        concerns_real_property=draw(st.booleans()),
        is_mandatory_first=draw(st.booleans()),
        correction_requested_on=asked_on,
        correction_served_on=served_on,
        correction_received_on=corrected_on,
        accepted_on=_maybe_after(draw, _order(received_on, asked_on, corrected_on), 12),
        is_deemed_accepted=False,
        **dict.fromkeys(("turned_away_on", "turned_away", "concluded_on", "outcome")),
        **dict.fromkeys(("decision_served_on", "performance_due_on", "performed_on")),
        **dict.fromkeys(("copy_served_on", "replied_on", "hearing_on", "hearing_notified_on")),
        **dict.fromkeys(("suspensions", "extensions", "tags", "letters"), ()),
        procedure=draw(st.sampled_from(["ordinary", "simplified"])),
        converted_on=None,
    )
    if case.accepted_on:
        _try(draw, case)
    return case


def _try(draw: DrawFn, case: SimpleNamespace) -> None:
    on = case.accepted_on
    if case.procedure == "simplified":
        case.converted_on = _maybe_after(draw, on, 45)
    case.copy_served_on = _maybe_after(draw, on, 12)
    case.replied_on = _maybe_after(draw, case.copy_served_on, 20)
    case.concluded_on = _maybe_after(draw, on, 140)
    if case.concluded_on:
        case.outcome = draw(st.sampled_from(["upheld", "application_dismissed", "mediated"]))
        case.decision_served_on = _maybe_after(draw, case.concluded_on, 9)
    case.suspensions = list(_suspensions(draw, case))
    if draw(st.booleans()):
        approved_on = on + timedelta(draw(st.integers(25, 70)))
        days = draw(st.integers(1, 30))
        case.extensions = [SimpleNamespace(days=days, approved_on=approved_on)]


def _suspensions(draw: DrawFn, case: SimpleNamespace) -> Iterator[SimpleNamespace]:
    last = case.concluded_on or date.max
    for after in draw(st.lists(st.integers(0, 70), max_size=3, unique=True)):
        start = case.accepted_on + timedelta(after)
        if start <= last:
            yield SimpleNamespace(
                ground=draw(st.sampled_from(["39-1-1", "39-1-6"])),
                suspended_on=start,
                resumed_on=start + timedelta(draw(st.integers(0, 40))),
            )


@settings(max_examples=200, deadline=None)
@given(applications_of_any_kind())
def test_it_agrees_on_invented_applications(case: SimpleNamespace) -> None:
    rows = {feed: getattr(case, feed) for feed in CASE_FEEDS}

    clock = clocked(reconsideration.ROOM, reconsideration.ROOM.made_of(case, rows))

    assert clock == cases_by_hand.due(case)
