"""The made-up organisations and people who mediate, and the sessions they go out to.

291 organisations and 1,320 mediators stand on 2024-12-31. Some of them came in the course of
the year, and others went: villages are merged, committees are set up, people leave and are
followed by others.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from random import Random

from cases.registry.agencies import Agency, AgencyKind
from mediation.models.mediators import MediationOrganisation, Mediator
from mediation.terms import DisputeKind, MediatorKind, OrganisationKind
from seeds.factories.mediation import (
    MediationOrganisationFactory,
    MediatorFactory,
    OutreachSessionFactory,
)
from seeds.makers.days import days_after, office_day
from seeds.makers.registry import County, Ledgers, ordinal

VILLAGES_A_TOWNSHIP = 17  # 255 of them
TOWNS_WITH_COMMUNITIES = {1: 4, 2: 2, 3: 1}
# The kind of dispute a committee of the trade takes, and what the committee is called.
TRADES = {
    DisputeKind.MEDICAL: "医疗纠纷",
    DisputeKind.TRAFFIC: "道路交通事故",
    DisputeKind.LABOUR: "劳动争议",
    DisputeKind.PROPERTY: "物业纠纷",
    DisputeKind.FAMILY: "婚姻家庭",
    DisputeKind.CONSUMERS: "消费纠纷",
    DisputeKind.BUSINESS: "商事纠纷",
    DisputeKind.EXPROPRIATION: "征地拆迁",
}
ENTERPRISES = 6
# How many mediate in a committee, and how many of these do nothing else.
SIZES = {
    OrganisationKind.VILLAGE: (4, 0),
    OrganisationKind.COMMUNITY: (5, 1),
    OrganisationKind.TOWNSHIP: (9, 2),
    OrganisationKind.PROFESSIONAL: (11, 3),
    OrganisationKind.ENTERPRISE: (7, 1),
}
SINCE = date(2019, 5, 6)
MERGED_ON = date(2024, 5, 20)
FOUNDED_ON = {"ZY-07": date(2024, 3, 11), "ZY-08": date(2024, 9, 2), "T01-S4": date(2024, 6, 3)}
FOLLOWED = 35  # every so manieth mediator took over from somebody in the course of 2024
SESSIONS, RESOLVED = 138, 421


@dataclass
class Rosters:
    """Who mediates where; the matters are given to them."""

    rows: Ledgers = field(default_factory=Ledgers)
    of_township: defaultdict[str, list[Mediator]] = field(default_factory=lambda: defaultdict(list))
    of_trade: dict[str, list[Mediator]] = field(default_factory=dict)
    count: int = 0

    def organisation(
        self,
        code: str,
        name: str,
        kind: OrganisationKind,
        agency: Agency,
        until_on: date | None = None,
    ) -> list[Mediator]:
        """Enter an organisation with those who mediate in it; they are returned."""
        organisation = MediationOrganisationFactory.build(
            code=f"TW-{code}",
            name=f"{name}人民调解委员会",
            kind=kind,
            agency=agency,
            since_on=FOUNDED_ON.get(code, SINCE),
            until_on=until_on,
        )
        self.rows.add("mediation_organisations", organisation)
        size, full_time = SIZES[kind]
        return [
            self._mediator(
                organisation,
                place,
                MediatorKind.FULL_TIME if place <= full_time else MediatorKind.PART_TIME,
            )
            for place in range(1, size + 1)
        ]

    def _mediator(
        self, organisation: MediationOrganisation, place: int, kind: MediatorKind
    ) -> Mediator:
        self.count += 1
        since_on = organisation.since_on
        if self.count % FOLLOWED == 0 and since_on == SINCE and organisation.until_on is None:
            left_on = days_after(date(2024, 1, 3), self.count % 331)
            self._enter(organisation, f"{place:02}A", kind, since_on, left_on)
            since_on = days_after(left_on, 7)
        return self._enter(organisation, f"{place:02}", kind, since_on)

    def _enter(
        self,
        organisation: MediationOrganisation,
        place: str,
        kind: MediatorKind,
        since_on: date,
        until_on: date | None = None,
    ) -> Mediator:
        mediator = MediatorFactory.build(
            code=f"{organisation.code.replace('TW', 'TY')}-{place}",
            name=f"调解员丁{self.count:04}{'甲' if until_on else ''}",
            kind=kind,
            organisation=organisation,
            since_on=since_on,
            until_on=until_on or organisation.until_on,
        )
        self.rows.add("mediators", mediator)
        return mediator


def make_rosters(county: County) -> Rosters:
    rosters = Rosters()
    for number, township in enumerate(county.of(AgencyKind.TOWNSHIP), start=1):
        _township(rosters, number, township)
    _trades(rosters, county.agencies["SX-SF"])
    _sessions(rosters.rows, county)
    return rosters


def _township(rosters: Rosters, number: int, township: Agency) -> None:
    code, name = f"T{number:02}", township.name.removesuffix("人民政府")
    kinds = OrganisationKind
    found = rosters.organisation(f"{code}-Z", name, kinds.TOWNSHIP, township)
    for place in range(1, VILLAGES_A_TOWNSHIP + 1):
        village = f"{name}第{ordinal(place)}村"
        found += rosters.organisation(f"{code}-{place:02}", village, kinds.VILLAGE, township)
    for place in range(1, TOWNS_WITH_COMMUNITIES.get(number, 0) + 1):
        community = f"{name}第{ordinal(place)}社区"
        found += rosters.organisation(f"{code}-S{place}", community, kinds.COMMUNITY, township)
    if number % 4 == 0:  # a village merged into its neighbour
        village = f"{name}第{ordinal(VILLAGES_A_TOWNSHIP + 1)}村"
        rosters.organisation(f"{code}-18", village, kinds.VILLAGE, township, MERGED_ON)
    rosters.of_township[township.code] = found


def _trades(rosters: Rosters, bureau: Agency) -> None:
    for place, (kind, trade) in enumerate(TRADES.items(), start=1):
        rosters.of_trade[kind] = rosters.organisation(
            f"ZY-{place:02}", f"示例县{trade}", OrganisationKind.PROFESSIONAL, bureau
        )
    for place in range(1, ENTERPRISES + 1):
        name = f"示例县第{ordinal(place)}公司"
        rosters.organisation(f"QY-{place:02}", name, OrganisationKind.ENTERPRISE, bureau)


def _sessions(rows: Ledgers, county: County) -> None:
    """So many sessions in 2024, in turn in every township, and the numbers they add up to."""
    rng = Random(RESOLVED)
    resolved = [rng.choice((1, 2, 2, 3, 3, 3, 4, 4, 5)) for _ in range(SESSIONS)]
    place = 0
    while (missing := RESOLVED - sum(resolved)) != 0:
        resolved[place] = max(resolved[place] + (1 if missing > 0 else -1), 0)
        place = (place + 7) % SESSIONS
    townships = county.of(AgencyKind.TOWNSHIP)
    for number, settled in enumerate(resolved, start=1):
        township = townships[number % len(townships)]
        session = OutreachSessionFactory.build(
            number=f"说事〔2024〕{number}号",
            held_on=office_day(days_after(date(2024, 1, 3), number * 359 // SESSIONS - 2)),
            agency=township,
            place=f"{township.name.removesuffix('人民政府')}第{ordinal(number % 17 + 1)}村",
            cadres=rng.randint(3, 9),
            residents=rng.randint(8, 45),
            requests_heard=settled + rng.choice((0, 0, 0, 1, 1, 2)),
            requests_resolved=settled,
        )
        rows.add("outreach_sessions", session)
