"""Random records of litigation response, for recounting."""

from datetime import date, timedelta
from random import Random
from typing import Any

from cases.litigation.models.dispute import Dispute
from cases.litigation.models.instance import Instance
from cases.litigation.terms import (
    APPELLATE_ONLY,
    JUDGMENTS,
    PASSING,
    RETRIAL_ONLY,
    Adoption,
    BroughtBy,
    Defence,
    HeadRank,
    Level,
    Origin,
    Result,
)
from seeds.factories.litigation import (
    DisputeFactory,
    HearingFactory,
    InstanceFactory,
    SuggestionFactory,
)
from seeds.factories.registry import AgencyFactory

FIRST, LAST = date(2023, 10, 1), date(2025, 3, 31)
VOIDED = {"voided_on": date(2025, 4, 7), "void_reason": "重复录入"}
ENDINGS = [result for result in Result if result not in PASSING]
SAYINGS = [result for result in JUDGMENTS if result not in PASSING]
RESULTS: dict[Level, list[Result]] = {
    Level.FIRST: [r for r in Result if r not in (*APPELLATE_ONLY, *RETRIAL_ONLY)],
    Level.SECOND: [r for r in Result if r not in (*RETRIAL_ONLY, Result.NOT_DOCKETED)],
    Level.RETRIAL: [r for r in Result if r != Result.NOT_DOCKETED],
}
FITTING: list[tuple[Origin, Defence]] = [
    (Origin.DIRECT, Defence.ORIGINAL_AGENCY),
    (Origin.UPHELD, Defence.JOINT),
    (Origin.CHANGED, Defence.ORGAN_ALONE),
    (Origin.UNDECIDED, Defence.ORGAN_ALONE),
    (Origin.INADMISSIBLE, Defence.ORIGINAL_AGENCY),
]


def fill(seed: int, disputes: int = 40) -> None:
    """So many disputes with what hangs on them, over a year and a half around 2024."""
    rng = Random(seed)  # noqa: S311  # to be repeated, not to be secret
    agencies = AgencyFactory.create_batch(3)
    court = AgencyFactory.create(court=True)
    for _ in range(disputes):
        dispute = _dispute(rng, agencies)
        for level in list(Level)[: rng.randint(1, 3)]:
            instance = _instance(rng, dispute, level, court)
            for _ in range(rng.randint(0, 2)):
                _hearing(rng, instance)
    for _ in range(disputes // 2):
        _suggestion(rng, agencies, court)


def _day(rng: Random, first: date = FIRST) -> date:
    return first + timedelta(days=rng.randint(0, max((LAST - first).days, 0)))


def _dispute(rng: Random, agencies: list[Any]) -> Dispute:
    origin, defence = rng.choice(FITTING)
    values: dict[str, Any] = {"origin": origin, "defence": defence, "received_on": _day(rng)}
    values["defendant"] = agencies[0]
    values["organ"] = agencies[1] if defence == Defence.JOINT else None
    values["is_enterprise_related"] = rng.random() < 0.3
    values["compensation_claimed"] = rng.choice([None, 1000])
    if rng.random() < 0.7:
        values["concluded_on"] = _day(rng, values["received_on"])
        values["result"] = rng.choice(ENDINGS)
        values["compensation_awarded"] = rng.choice([None, 0, "1234.56"])
        if defence == Defence.JOINT and values["result"] in SAYINGS:
            values["organ_result"] = rng.choice(["", *SAYINGS])
    dispute: Dispute = DisputeFactory.create(**values, **_perhaps_voided(rng))
    return dispute


def _perhaps_voided(rng: Random) -> dict[str, Any]:
    return VOIDED if rng.random() < 0.1 else {}


def _instance(rng: Random, dispute: Dispute, level: Level, court: Any) -> Instance:
    values: dict[str, Any] = {"level": level, "received_on": _day(rng), "court": court}
    values["concluded_on"] = _day(rng, values["received_on"])
    values["result"] = rng.choice(RESULTS[level])
    if level != Level.FIRST:
        values["brought_by"] = rng.choice(list(BroughtBy))
    instance: Instance = InstanceFactory.create(dispute=dispute, **values, **_perhaps_voided(rng))
    return instance


def _hearing(rng: Random, instance: Instance) -> None:
    trait: str = rng.choice(["appeared", "appeared", "absent", "excused", "discharged", ""])
    values: dict[str, Any] = {trait: True} if trait else {}
    if trait == "appeared":
        values["head_rank"] = rng.choice([rank for rank in HeadRank if rank != HeadRank.NONE])
        values["has_spoken_to_substance"] = rng.random() < 0.5
    if trait != "discharged":
        values["notified"] = rng.random() < 0.4
    day = _day(rng)
    while instance.hearings.filter(scheduled_on=day).exists():
        day = _day(rng)
    HearingFactory.create(instance=instance, scheduled_on=day, **values, **_perhaps_voided(rng))


def _suggestion(rng: Random, agencies: list[Any], issuer: Any) -> None:
    values: dict[str, Any] = {"received_on": _day(rng), "addressee": rng.choice(agencies)}
    if rng.random() < 0.7:
        values["replied_on"] = _day(rng, values["received_on"])
        values["adoption"] = rng.choice(list(Adoption))
    if rng.random() < 0.2:
        values["due_on"] = None
    values["procuratorial"] = rng.random() < 0.5
    if not values["procuratorial"]:
        values["issued_by"] = issuer
    SuggestionFactory.create(**values, **_perhaps_voided(rng))
