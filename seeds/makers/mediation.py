"""The made-up matters of mediation of 2024, from the numbers in `mediation_plans`."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any, TypeVar

from cases.registry.agencies import Agency, AgencyKind
from cases.registry.dockets import Docket, DocketNumber
from cases.registry.parties import PartyKind, PartyRole
from cases.registry.periods import CALENDAR, Period
from mediation.models.matter import Mediation
from mediation.models.mediators import Mediator
from mediation.terms import (
    AFTER_FILING,
    SUCCESSES,
    AgreementKind,
    Commission,
    DisputeKind,
    Door,
    Result,
    TurnedAway,
)
from seeds.factories.mediation import MediationFactory, MediationPartyFactory
from seeds.makers.days import DAY, days_after, office_day, office_days_after
from seeds.makers.mediation_plans import (
    ENTERPRISE_RELATED,
    FAILURES,
    GATES,
    MONTHS,
    SENT_BACK,
    SUMMARIES,
    SUMS,
    Batch,
    Gate,
    Window,
)
from seeds.makers.mediation_rosters import Rosters, make_rosters
from seeds.makers.registry import County, Ledgers

T = TypeVar("T")
PREFIX = "张调"
SEED = 2024
TAKEN_BEFORE = 1694  # numbers taken in 2023 before the first of these matters
IN_2024 = Period.parse("2024", CALENDAR)
YEAR_ENDS_ON = date(2024, 12, 30)  # the last working day on which a matter of the year ends
# Days of mediation for a court (invited mediation, art. 27); agreed to be doubled where needed.
TIME_GIVEN = {Commission.BEFORE_FILING: 30, Commission.ORDINARY: 15, Commission.SIMPLIFIED: 7}
LARGE = 10  # from so many persons on, a quarrel is one of a crowd


class Maker:
    """Turns the plans into matters, numbers them in the order of receipt, names the parties."""

    def __init__(self, county: County, rosters: Rosters) -> None:
        self.county, self.rosters, self.rows = county, rosters, rosters.rows
        self.rng = Random(SEED)
        self.townships = county.of(AgencyKind.TOWNSHIP)
        self.centres = county.of(AgencyKind.MEDIATION_CENTRE)
        self.stations = county.of(AgencyKind.POLICE_STATION)

    def make(self) -> Ledgers:
        matters = [
            self._matter(gate, batch, result)
            for gate in GATES
            for batch in gate.batches
            for result in self._results(batch)
        ]
        self._mark_enterprises(matters)
        matters.sort(key=lambda matter: matter.received_on)
        taken = {2023: TAKEN_BEFORE}
        for number, matter in enumerate(matters, start=1):
            year = matter.received_on.year
            taken[year] = taken.get(year, 0) + 1
            matter.docket = DocketNumber(text=str(Docket(PREFIX, year, taken[year])))
            matter.origin_number = self._origin_number(matter, number)
            self.rows.add("mediations", matter)
            self._parties(number, matter)
        return self.rows

    def _results(self, batch: Batch) -> Iterator[Result | None]:
        """What became of each matter of the batch; None is one that stayed outside."""
        for _ in range(batch.succeeded):
            yield Result.AGREED  # or settled, by the share of the door
        for _ in range(batch.failed):
            yield self._one_of(FAILURES)
        for _ in range(batch.sent_back):
            yield self._one_of(SENT_BACK)
        for _ in range(batch.turned_away):
            yield None

    def _one_of(self, weights: Mapping[T, int]) -> T:
        return self.rng.choices(list(weights), list(weights.values()))[0]

    def _chance(self, percent: int) -> bool:
        return self.rng.randrange(100) < percent

    def _day_in(self, window: Window) -> date:
        """A day of the window, by how busy its month is."""
        first, last = window
        days = [first + n * DAY for n in range((last - first).days + 1)]
        return self.rng.choices(days, [MONTHS[day.month - 1] for day in days])[0]

    def _matter(self, gate: Gate, batch: Batch, result: Result | None) -> Mediation:
        received_on = self._day_in(batch.received)
        kind = self._one_of(gate.kinds)
        place = self._place(gate.door)
        matter = MediationFactory.build(
            docket=None,
            door=gate.door,
            origin=self._origin(gate.door, place),
            commission=self.rng.choice(gate.commissions) if gate.commissions else "",
            received_on=received_on if gate.door == Door.POLICE else office_day(received_on),
            kind=kind,
            summary=SUMMARIES[kind],
            persons=self.rng.choice((2, 2, 2, 2, 2, 2, 3, 3, 4, 6)),
        )
        if result is None:
            self._turn_away(matter, batch)
        else:
            self._take_up(matter, gate, batch, place, result)
            self._conclude(matter, gate, batch, result)
        return matter

    def _place(self, door: Door) -> int:
        """Which township (or station) it comes from; the county town has more of everything."""
        if door == Door.POLICE:
            return self.rng.choices(range(16), [14, 9, 8, *([5] * 12), 9])[0]
        return self.rng.choices(range(15), [16, 10, 9, *([5] * 12)])[0]

    def _origin(self, door: Door, place: int) -> Agency | None:
        return {
            Door.COURT: self.county.agencies["FY-SX"],
            Door.POLICE: self.stations[place],
            Door.PETITION: self.county.agencies["SX-XF"],
        }.get(door)

    def _turn_away(self, matter: Mediation, batch: Batch) -> None:
        """Most who sue want a judgment; the others are sent elsewhere or settle beforehand."""
        wait = self.rng.randint(1, 4)
        matter.turned_away_on = (
            office_day(self._day_in(batch.referred))
            if batch.referred
            else office_days_after(matter.received_on, wait)
        )
        reasons = {
            TurnedAway.NO_CONSENT: 62,
            TurnedAway.UNSUITABLE: 22,
            TurnedAway.WITHDRAWN: 8,
            TurnedAway.NOT_COMPETENT: 5,
            TurnedAway.OTHER: 3,
        }
        matter.turned_away = self._one_of(reasons)

    def _take_up(
        self, matter: Mediation, gate: Gate, batch: Batch, place: int, result: Result
    ) -> None:
        begun_on = (
            office_day(self._day_in(batch.referred))
            if batch.referred
            else office_day(office_days_after(matter.received_on, self.rng.randint(*gate.waits)))
        )
        place %= len(self.centres)  # the sixteenth station lies in the first township
        matter.centre = self.centres[place]
        if matter.origin is None:
            matter.accepted_on = begun_on
        else:
            matter.referred_on = begun_on
            if result == Result.DECLINED:
                return
            most = 1 if gate.door == Door.POLICE else 2
            matter.accepted_on = office_days_after(begun_on, self.rng.randint(0, most))
        matter.mediator = self._mediator(matter, self.townships[place])

    def _mediator(self, matter: Mediation, township: Agency) -> Mediator:
        """Somebody of the township's own committee, of a village, or of a trade's committee."""
        chosen = self.rosters.of_township[township.code]
        if matter.door in {Door.COURT, Door.POLICE, Door.PETITION}:
            chosen = chosen[:9]
        if matter.kind in self.rosters.of_trade and self._chance(35):
            chosen = self.rosters.of_trade[matter.kind]
        standing = [m for m in chosen if m.since_on <= (matter.accepted_on or matter.received_on)]
        return self.rng.choice(standing or self.rosters.of_township[township.code][:2])

    def _conclude(self, matter: Mediation, gate: Gate, batch: Batch, result: Result) -> None:
        start = matter.accepted_on or matter.referred_on
        assert start is not None
        days = self.rng.randint(1, 3) if result in SENT_BACK else self.rng.randint(*gate.days)
        ended_on = office_day(start + timedelta(days=days))
        if batch.ended:
            ended_on = office_day(self._day_in(batch.ended))
        elif start <= YEAR_ENDS_ON:
            ended_on = min(ended_on, YEAR_ENDS_ON)
        matter.concluded_on, matter.result = ended_on, result
        if result == Result.LAPSED:
            self._lapse(matter, is_bound=batch.ended is not None)
        self._extend(matter)
        if result == Result.AGREED and self._chance(gate.settled):
            matter.result = Result.SETTLED
        if matter.result == Result.AGREED:
            self._agree(matter, gate, ended_on)
        elif matter.door == Door.COURT and matter.result not in SUCCESSES:
            back = office_days_after(matter.concluded_on, self.rng.randint(1, 3))
            matter.returned_to_court_on = back
        self._weigh(matter)

    def _lapse(self, matter: Mediation, *, is_bound: bool) -> None:
        """A period lapses on its last day (art. 27); what ends before it was given up."""
        if not matter.commission or matter.accepted_on is None:
            return
        last = days_after(matter.accepted_on, TIME_GIVEN[Commission(matter.commission)])
        if not is_bound and last <= YEAR_ENDS_ON:
            matter.concluded_on = last
        elif matter.concluded_on is not None and matter.concluded_on < last:
            matter.result = Result.FAR_APART

    def _extend(self, matter: Mediation) -> None:
        """The parties agreed to go on, where the time of the rules was too short (art. 27)."""
        if not matter.commission or matter.accepted_on is None or matter.concluded_on is None:
            return
        days = TIME_GIVEN[Commission(matter.commission)]
        if matter.concluded_on > days_after(matter.accepted_on, days):
            doubled = days_after(matter.accepted_on, 2 * days)
            matter.extended_until = max(doubled, matter.concluded_on)

    def _agree(self, matter: Mediation, gate: Gate, ended_on: date) -> None:
        is_oral = self._chance(gate.oral)
        matter.agreement_on = ended_on
        matter.agreement_kind = AgreementKind.ORAL if is_oral else AgreementKind.WRITTEN
        if usual := SUMS.get(DisputeKind(matter.kind)):
            matter.amount = Decimal(usual * self.rng.randint(20, 240) // 10000 * 100)
        if self._chance(80 if is_oral else 15):
            matter.performed_on = ended_on
        elif self._chance(65):
            matter.performed_on = days_after(ended_on, self.rng.randint(7, 60))
        if matter.door == Door.COURT and not is_oral and self._chance(20):
            self._confirm(matter, ended_on)

    def _confirm(self, matter: Mediation, agreed_on: date) -> None:
        """Within thirty days (people's mediation, art. 33), and only of what is not filed yet."""
        applied_on = office_days_after(agreed_on, self.rng.randint(0, 12))
        ruled_on = office_days_after(applied_on, self.rng.randint(3, 10))
        ruling = "confirmed_on" if self._chance(94) else "confirmation_refused_on"
        if matter.commission not in AFTER_FILING:  # there the court writes its own (art. 20)
            matter.confirmation_applied_on = applied_on
            setattr(matter, ruling, ruled_on)

    def _weigh(self, matter: Mediation) -> None:
        """What a success kept from happening, now and then."""
        if matter.result not in SUCCESSES:
            return
        if matter.door in {Door.POLICE, Door.PROACTIVE}:
            matter.has_prevented_crime = self._chance(3)
        if matter.door in {Door.PETITION, Door.PROACTIVE} and self._chance(25):
            matter.persons = self.rng.randint(LARGE, 4 * LARGE)
            matter.has_prevented_collective_action = True

    def _mark_enterprises(self, matters: list[Mediation]) -> None:
        """As many successes of the year as planned, and every fourth failure of such disputes."""
        firms = {DisputeKind.BUSINESS, DisputeKind.LABOUR}
        of_firms = [m for m in matters if m.door == Door.COURT and m.kind in firms]
        won = [m for m in of_firms if m.result in SUCCESSES and m.concluded_on in IN_2024]
        lost = [m for m in of_firms if m.result and m.result not in SUCCESSES]
        every = len(won) // ENTERPRISE_RELATED
        for matter in [*won[: every * ENTERPRISE_RELATED : every], *lost[::4]]:
            matter.is_enterprise_related = True

    def _origin_number(self, matter: Mediation, number: int) -> str:
        """The number the matter bears where it comes from; 示 is the code of no province."""
        day = matter.received_on
        if matter.door == Door.COURT:
            is_filed = matter.commission != Commission.BEFORE_FILING
            return f"（{day.year}）示0101{'民初' if is_filed else '诉前调'}{number}号"
        if matter.door == Door.POLICE:
            assert matter.origin is not None
            return f"警{matter.origin.code[-2:]}-{day:%Y%m%d}-{number:04}"
        return f"访{day.year}-{number:04}" if matter.door == Door.PETITION else ""

    def _parties(self, number: int, matter: Mediation) -> None:
        """Named where the names stand in a document: an agreement of court, a petition, a form."""
        is_signed = matter.door == Door.COURT and matter.agreement_kind == AgreementKind.WRITTEN
        if not is_signed and matter.door in {Door.COURT, Door.POLICE}:
            return
        self._party(matter, f"当事人甲{number:04}", persons=max(matter.persons - 1, 1))
        if matter.is_enterprise_related:
            self._party(matter, f"当事人乙{number:04}公司", kind=PartyKind.ORGANISATION)
        else:
            self._party(matter, f"当事人乙{number:04}")
        if number % 11 == 0:
            self._party(matter, f"代理人丙{number:04}", role=PartyRole.AGENT)

    def _party(self, matter: Mediation, name: str, **more: Any) -> None:
        party = MediationPartyFactory.build(case=matter, name=name, **more)
        self.rows.add("mediation_parties", party)


def make(county: County) -> Ledgers:
    return Maker(county, make_rosters(county)).make()
