"""How many matters came through each door in 2024, and what became of them.

Published: courts accepted 784 matters before filing and referred 548, of which 365 were
settled in the year; the police referred 828, of which 767 were settled in the year; 17 matters
of petitions were mediated. Successes fall on the day mediation ended, so some of them were
referred in December 2023, and some of what was referred in December 2024 succeeded in 2025.
"""

from dataclasses import dataclass
from datetime import date

from mediation.terms import Commission, DisputeKind, Door, Result

Window = tuple[date, date]

YEAR: Window = (date(2024, 1, 2), date(2024, 12, 10))
BEFORE: Window = (date(2023, 12, 4), date(2023, 12, 22))  # referred in 2023, ended in 2024
EVE_BEFORE: Window = (date(2023, 12, 27), date(2023, 12, 29))  # received in 2023, referred in 2024
DECEMBER: Window = (date(2024, 12, 11), date(2024, 12, 23))  # referred in 2024, ended in 2025
EVE: Window = (date(2024, 12, 27), date(2024, 12, 31))  # received in 2024, referred in 2025
NEW_YEAR: Window = (date(2025, 1, 2), date(2025, 1, 6))
NEW_YEAR_BEFORE: Window = (date(2024, 1, 2), date(2024, 1, 5))
JANUARY: Window = (date(2025, 1, 2), date(2025, 1, 24))
JANUARY_BEFORE: Window = (date(2024, 1, 2), date(2024, 1, 26))
TURNED_AWAY: Window = (date(2024, 1, 2), date(2024, 12, 20))


@dataclass(frozen=True)
class Batch:
    """Matters received in one window; how many succeeded, failed, came back, stayed outside.

    `referred` and `ended` are windows as well where the change of years asks for it.
    """

    received: Window
    succeeded: int = 0
    failed: int = 0
    sent_back: int = 0
    turned_away: int = 0
    referred: Window | None = None
    ended: Window | None = None


@dataclass(frozen=True)
class Gate:
    """One door: what comes through it, what it is about, and how long mediation takes."""

    door: Door
    batches: tuple[Batch, ...]
    kinds: dict[DisputeKind, int]
    days: tuple[int, int]
    oral: int  # of a hundred agreements
    settled: int  # of a hundred successes
    commissions: tuple[Commission, ...] = ()
    waits: tuple[int, int] = (1, 3)  # working days from receipt to referral


K = DisputeKind
COURT_KINDS = {
    K.CONTRACT: 38,
    K.FAMILY: 20,
    K.TRAFFIC: 11,
    K.DAMAGES: 9,
    K.LABOUR: 6,
    K.PROPERTY: 6,
    K.BUSINESS: 4,
    K.HOUSING: 3,
    K.CONSUMERS: 2,
    K.MEDICAL: 1,
}
POLICE_KINDS = {
    K.NEIGHBOURS: 37,
    K.FAMILY: 24,
    K.DAMAGES: 14,
    K.TRAFFIC: 8,
    K.CONSUMERS: 5,
    K.LAND: 4,
    K.CONTRACT: 3,
    K.OTHER: 5,
}
PETITION_KINDS = {K.EXPROPRIATION: 4, K.LAND: 4, K.LABOUR: 4, K.HOUSING: 3, K.POLLUTION: 2}
OWN_KINDS = {K.NEIGHBOURS: 30, K.LAND: 22, K.HOUSING: 16, K.FAMILY: 16, K.DAMAGES: 8, K.LABOUR: 8}

GATES = (
    Gate(
        Door.COURT,
        (
            Batch(BEFORE, succeeded=9, failed=4, sent_back=1, ended=JANUARY_BEFORE),
            Batch(EVE_BEFORE, succeeded=6, failed=3, referred=NEW_YEAR_BEFORE),
            Batch(YEAR, succeeded=350, failed=142, sent_back=25),
            Batch(DECEMBER, succeeded=12, failed=9, sent_back=1, ended=JANUARY),
            Batch(EVE, succeeded=4, failed=2, referred=NEW_YEAR),
            Batch(TURNED_AWAY, turned_away=236),
            Batch(EVE, turned_away=3, referred=NEW_YEAR),
        ),
        COURT_KINDS,
        days=(4, 28),
        oral=14,
        settled=21,
        commissions=(Commission.BEFORE_FILING,),
    ),
    Gate(
        Door.COURT,
        (
            Batch(YEAR, succeeded=14, failed=7, sent_back=1),
            Batch(DECEMBER, succeeded=1, failed=1, ended=JANUARY),
        ),
        COURT_KINDS,
        days=(2, 7),
        oral=0,
        settled=30,
        commissions=(Commission.SIMPLIFIED, Commission.SIMPLIFIED, Commission.ORDINARY),
    ),
    Gate(
        Door.POLICE,
        (
            Batch(BEFORE, succeeded=10, failed=1, ended=JANUARY_BEFORE),
            Batch(EVE_BEFORE, succeeded=3, referred=NEW_YEAR_BEFORE),
            Batch(YEAR, succeeded=754, failed=32, sent_back=12),
            Batch(DECEMBER, succeeded=25, failed=2, ended=JANUARY),
            Batch(EVE, succeeded=2, referred=NEW_YEAR),
            Batch(TURNED_AWAY, turned_away=5),
        ),
        POLICE_KINDS,
        days=(0, 6),
        oral=52,
        settled=6,
        waits=(0, 2),
    ),
    Gate(
        Door.PETITION,
        (
            Batch(BEFORE, succeeded=1, ended=JANUARY_BEFORE),
            Batch(YEAR, succeeded=13, failed=3, sent_back=1),
            Batch(DECEMBER, succeeded=1, failed=1, ended=JANUARY),
            Batch(TURNED_AWAY, turned_away=2),
        ),
        PETITION_KINDS,
        days=(8, 40),
        oral=10,
        settled=10,
        waits=(1, 5),
    ),
    Gate(
        Door.APPLICATION,
        (
            Batch(YEAR, succeeded=55, failed=5),
            Batch(DECEMBER, succeeded=2, ended=JANUARY),
            Batch(TURNED_AWAY, turned_away=3),
        ),
        OWN_KINDS,
        days=(0, 12),
        oral=45,
        settled=4,
        waits=(0, 2),
    ),
    Gate(
        Door.PROACTIVE,
        (Batch(YEAR, succeeded=36, failed=1), Batch(DECEMBER, succeeded=1, ended=JANUARY)),
        OWN_KINDS,
        days=(0, 8),
        oral=70,
        settled=0,
        waits=(0, 0),
    ),
)

# The courts are quiet around the Spring Festival, the villages quarrel in summer.
MONTHS = (8, 5, 9, 9, 9, 9, 10, 10, 9, 8, 9, 7)
FAILURES = {
    Result.FAR_APART: 45,
    Result.UNWILLING: 25,
    Result.UNREACHABLE: 14,
    Result.LAPSED: 9,
    Result.UNSIGNED: 5,
    Result.OTHER: 2,
}
SENT_BACK = {Result.NO_CONSENT: 6, Result.DECLINED: 4}
ENTERPRISE_RELATED = 9  # successes of the year in disputes of enterprises

SUMMARIES = {
    K.FAMILY: "婚姻家庭琐事引发争执",
    K.NEIGHBOURS: "邻里通行、排水争执",
    K.HOUSING: "宅基地界址争议",
    K.CONTRACT: "款项逾期未付",
    K.BUSINESS: "货款结算争议",
    K.DAMAGES: "人身或财物损害赔偿争议",
    K.LAND: "承包地界线争议",
    K.EXPROPRIATION: "征收补偿分配争议",
    K.POLLUTION: "粉尘噪声扰民",
    K.LABOUR: "工资支付争议",
    K.CONSUMERS: "商品质量争议",
    K.MEDICAL: "诊疗费用争议",
    K.TRAFFIC: "交通事故赔偿争议",
    K.PROPERTY: "物业服务费争议",
    K.OTHER: "其他民间纠纷",
}
# Disputes that end in a sum of money, and how large it tends to be.
SUMS = {
    K.CONTRACT: 26000,
    K.BUSINESS: 48000,
    K.DAMAGES: 6000,
    K.TRAFFIC: 21000,
    K.LABOUR: 9000,
    K.PROPERTY: 1800,
    K.CONSUMERS: 900,
    K.MEDICAL: 12000,
    K.EXPROPRIATION: 30000,
}
