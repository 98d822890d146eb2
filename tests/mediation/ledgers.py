"""Random records of mediation, for recounting."""

from datetime import date, timedelta
from random import Random
from typing import Any

from mediation.models.matter import Mediation
from mediation.terms import (
    AFTER_FILING,
    FAILURES,
    AgreementKind,
    Commission,
    DisputeKind,
    Door,
    MediatorKind,
    Result,
    TurnedAway,
)
from seeds.factories.mediation import (
    CentreFactory,
    MediationFactory,
    MediationOrganisationFactory,
    MediatorFactory,
    OutreachSessionFactory,
)
from seeds.factories.registry import AgencyFactory

FIRST, LAST = date(2023, 10, 1), date(2025, 3, 31)
VOIDED = {"voided_on": date(2025, 4, 7), "void_reason": "重复录入"}
TRAITS = {Door.POLICE: "police", Door.PETITION: "petition"}


class Filler:
    """Fills the registers with made-up matters over a year and a half around 2024."""

    def __init__(self, seed: int) -> None:
        self.rng = Random(seed)  # noqa: S311  # to be repeated, not to be secret
        self.centres = CentreFactory.create_batch(3)
        self.origins = AgencyFactory.create_batch(3)

    def fill(self, matters: int = 60, others: int = 12) -> None:
        for _ in range(matters):
            self.matter()
        for _ in range(others):
            self.organisation()
            self.session()

    def day(self, first: date = FIRST, last: date = LAST) -> date:
        return first + timedelta(days=self.rng.randint(0, max((last - first).days, 0)))

    def soon(self, first: date) -> date:
        return first + timedelta(days=self.rng.choice([0, 0, 1, 5, 40]))

    def perhaps_voided(self) -> dict[str, Any]:
        return VOIDED if self.rng.random() < 0.1 else {}

    def chance(self, of: float) -> bool:
        return self.rng.random() < of

    def matter(self) -> Mediation:
        door = self.rng.choice(list(Door))
        values: dict[str, Any] = {"door": door, "received_on": self.day(), "commission": ""}
        values["persons"] = self.rng.randint(1, 9)
        values["kind"] = self.rng.choice(list(DisputeKind))
        values["is_enterprise_related"] = self.chance(0.3)
        values["origin"] = self.rng.choice(self.origins)
        if door == Door.COURT:
            values["commission"] = self.rng.choice([Commission.BEFORE_FILING, *AFTER_FILING])
        if door in (Door.APPLICATION, Door.PROACTIVE):
            values["origin"] = None
        self._intake(values)
        if values.get("accepted_on") and self.chance(0.8):
            self._conclusion(values)
        matter: Mediation = MediationFactory.create(**values, **self.perhaps_voided())
        return matter

    def _intake(self, values: dict[str, Any]) -> None:
        if self.chance(0.15):
            return
        if self.chance(0.2):
            values["turned_away_on"] = self.soon(values["received_on"])
            values["turned_away"] = self.rng.choice(list(TurnedAway))
            return
        values["centre"] = self.rng.choice(self.centres)
        begun_on = self.soon(values["received_on"])
        if values["origin"] is None:
            values["accepted_on"] = begun_on
            return
        values["referred_on"] = begun_on
        if self.chance(0.9):
            values["accepted_on"] = self.soon(begun_on)
        elif self.chance(0.5):
            values["concluded_on"] = self.soon(begun_on)
            values["result"] = Result.DECLINED

    def _conclusion(self, values: dict[str, Any]) -> None:
        ended_on = self.soon(values["accepted_on"])
        values["concluded_on"] = ended_on
        values["result"] = self.rng.choice(
            [Result.AGREED] * 8 + [Result.SETTLED, Result.NO_CONSENT, *FAILURES]
        )
        values["has_prevented_crime"] = self.chance(0.2)
        values["has_prevented_collective_action"] = self.chance(0.2)
        if values["result"] == Result.AGREED:
            self._agreement(values, ended_on)
        if values["door"] == Door.COURT and self.chance(0.5):
            values["returned_to_court_on"] = self.soon(ended_on)

    def _agreement(self, values: dict[str, Any], ended_on: date) -> None:
        values["agreement_on"] = ended_on
        values["agreement_kind"] = self.rng.choice(list(AgreementKind))
        values["amount"] = self.rng.choice([None, "0.10", "1234.56", "20000"])
        if self.chance(0.6):
            values["performed_on"] = self.soon(ended_on)
        if self.chance(0.6):
            applied_on = values["confirmation_applied_on"] = self.soon(ended_on)
            ruling = self.rng.choice(["confirmed_on", "confirmation_refused_on", ""])
            if ruling:
                values[ruling] = self.soon(applied_on)

    def organisation(self) -> None:
        values = self._stay() | self.perhaps_voided()
        organisation = MediationOrganisationFactory.create(**values)
        kind = self.rng.choice(list(MediatorKind))
        MediatorFactory.create(
            organisation=organisation, kind=kind, **self._stay(), **self.perhaps_voided()
        )

    def _stay(self) -> dict[str, Any]:
        since_on = self.day()
        until_on = self.soon(since_on) if self.chance(0.5) else None
        return {"since_on": since_on, "until_on": until_on}

    def session(self) -> None:
        heard = self.rng.randint(0, 9)
        OutreachSessionFactory.create(
            held_on=self.day(),
            requests_heard=heard,
            requests_resolved=self.rng.randint(0, heard),
            **self.perhaps_voided(),
        )
