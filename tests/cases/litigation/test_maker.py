"""The made-up year gives the published figures back and is made up consistently."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation

from cases.litigation.clock import ROOM
from cases.litigation.figures import CHAPTER
from cases.litigation.models.dispute import Dispute
from cases.litigation.models.hearing import Hearing
from cases.litigation.models.instance import Instance
from cases.litigation.models.suggestion import Suggestion
from cases.litigation.resources import LEDGERS as LITIGATION
from cases.litigation.terms import Level
from cases.reconsideration.resources import LEDGERS as RECONSIDERATION
from cases.registry.clock.calendar import Calendar
from cases.registry.clock.catalogue import statutory
from cases.registry.clock.clock import Clock
from cases.registry.ledgers.intake import Intake
from cases.registry.periods import Period
from cases.registry.resources import LEDGERS as REGISTRY
from seeds.makers import litigation, reconsideration, registry
from seeds.makers.days import office_day

pytestmark = pytest.mark.django_db

CLOCK = Clock(statutory(), Calendar())
APPEALS = ("litigation.appeal_judgment", "litigation.appeal_ruling")
LEDGERS = [*REGISTRY, *RECONSIDERATION, *LITIGATION]
YEAR = Period.parse("2024")
PUBLISHED = {
    "litigation.cases": 20,
    "litigation.concluded": 20,
    "litigation.corrected": 2,
    "litigation.judicial_suggestions": 2,
    "litigation.procuratorial_suggestions": 2,
    "litigation.carried_over": 3,
    "litigation.pending": 3,
    "litigation.suggestions_due": 4,
}


@pytest.fixture
def year(tmp_path: Path) -> None:
    """The ledgers of the year, written out and taken in again."""
    county = registry.make_county()
    made: dict[str, list[Any]] = {}
    for maker in (registry, reconsideration, litigation):
        made |= maker.make(county)
    with translation.override("zh-hans"):
        for ledger in LEDGERS:
            ledger.save_csv(made.get(ledger.name, []), tmp_path / f"{ledger.name}.csv")
    Intake(LEDGERS).load(tmp_path)


def test_the_published_figures_come_back(year: None) -> None:
    values = CHAPTER.count([YEAR])[0]

    rates = CHAPTER.ratios(values)

    assert {code: values[code] for code in PUBLISHED} == PUBLISHED
    assert rates["litigation.head_appearance_rate"].text == "100.00"
    assert rates["litigation.suggestion_reply_rate"].text == "100.00"


def test_every_dispute_ends_as_its_instances_do(year: None) -> None:
    disputes = Dispute.objects.all()

    assert {d.pk: d.result for d in disputes} == {d.pk: d.standing_result() for d in disputes}


def test_no_dispute_is_concluded_before_its_last_judgment_is_served(year: None) -> None:
    instances = Instance.objects.exclude(level=Level.RETRIAL).select_related("dispute")

    early = [i for i in instances if i.served_on and i.dispute.concluded_on < i.served_on]

    assert early == []


def test_no_judgment_is_effective_while_it_can_be_appealed(year: None) -> None:
    early = [
        str(dispute)
        for dispute in Dispute.objects.exclude(concluded_on=None)
        for each in ROOM.working(ROOM.of(dispute.pk), CLOCK)
        if each.running.code in APPEALS and each.running.ended_on == dispute.concluded_on
        if each.due_on is None or dispute.concluded_on <= each.due_on
    ]

    assert early == []


def test_no_hearing_lies_outside_its_instance(year: None) -> None:
    hearings = Hearing.objects.select_related("instance")

    outside = [
        h
        for h in hearings
        if not h.instance.received_on < h.scheduled_on < (h.instance.concluded_on or date.max)
    ]

    assert outside == []


def test_courts_number_in_the_order_in_which_they_docket(year: None) -> None:
    rows = Instance.objects.order_by("filed_on", "pk").values_list("court_number", flat=True)

    firsts = [n for n in rows if n.startswith("（2024）示0103行初")]

    assert firsts == sorted(firsts, key=lambda n: (len(n), n))


def test_who_sues_after_reconsideration_waits_for_its_decision(year: None) -> None:
    disputes = Dispute.objects.exclude(reconsideration=None).select_related("reconsideration")

    waits = [
        d.received_on > (d.reconsideration.concluded_on or d.reconsideration.turned_away_on)
        for d in disputes
    ]

    assert waits == [True] * 4


def test_courts_and_agencies_work_on_working_days(year: None) -> None:
    days = [
        day
        for model, names in (
            (Instance, ("filed_on", "received_on", "concluded_on", "served_on")),
            (Hearing, ("scheduled_on",)),
            (Suggestion, ("received_on", "due_on", "replied_on")),
        )
        for row in model.objects.values_list(*names)
        for day in row
        if day is not None
    ]

    assert [day for day in days if office_day(day) != day] == []
