"""The made-up reconsideration cases of 2024.

23 accepted, 21 concluded of them (9 mediated, 9 corrected, 1 upheld, and two in outcomes the
report does not name), 1 not accepted beside them: the first of the four known readings. Two
are concluded in January 2025. One was received in 2023 and accepted in 2024, one received in
2024 and accepted in 2025.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.terms import (
    Channel,
    Claim,
    NotAcceptedGround,
    Outcome,
    Procedure,
    SimplifiedGround,
    SuspensionGround,
    Tag,
    TurnedAway,
)
from cases.registry.agencies import AgencyKind
from cases.registry.dockets import Docket, DocketNumber
from cases.registry.parties import PartyKind, PartyRole
from seeds.factories.reconsideration import (
    CaseTagFactory,
    ExtensionFactory,
    OpinionLetterFactory,
    ReconsiderationFactory,
    ReconsiderationPartyFactory,
    SuspensionFactory,
)
from seeds.makers.days import days_after, office_days_after
from seeds.makers.registry import County, Ledgers, named_act

PREFIX = "张政复"


@dataclass(frozen=True)
class Plan:
    """One case in short: when it came, against whom, and how it went."""

    received_on: date
    respondent: str
    act: str
    outcome: Outcome | None = None
    days: int = 45  # from acceptance to the decision, without suspensions
    intake: int = 3  # working days from receipt (or correction) to acceptance
    traits: frozenset[str] = field(default_factory=frozenset)


def plan(
    day: str, respondent: str, act: str, outcome: Outcome | None = None, *traits: str, **more: Any
) -> Plan:
    return Plan(date.fromisoformat(day), respondent, act, outcome, traits=frozenset(traits), **more)


M, S = Outcome.MEDIATED, Outcome.SETTLED
PLANS = (
    plan("2023-12-28", "SX-GA", "penalty", M, days=40),  # accepted in January
    plan("2024-01-09", "SX-RS", "confirmation", Outcome.REVOKED, "redo", "letter", days=52),
    plan("2024-01-22", "SX-ZR", "disclosure", Outcome.ORDERED_TO_PERFORM, "simplified", days=22),
    plan("2024-02-01", "SX-SC", "report_handling", M, "correction", days=33),
    plan("2024-02-26", "SX-GA", "penalty", Outcome.REVOKED, "hearing", days=56),
    plan("2024-03-04", "SX-T04", "title", S, "suspended", "station", days=41),
    plan("2024-03-11", "SX-SC", "penalty", None, "refused"),
    plan("2024-03-19", "SX-CG", "coercion", Outcome.CONFIRMED_UNLAWFUL, "compensation", days=58),
    plan("2024-04-02", "SX-JT", "penalty", M, "simplified", "small", days=20),
    plan("2024-04-16", "SX-ZR", "title", Outcome.PARTLY_REVOKED, "extended", "committee", days=81),
    plan("2024-05-06", "SX-T09", "omission", S, "station", days=35),
    plan("2024-05-14", "SX-RS", "confirmation", Outcome.UPHELD, days=57),
    plan("2024-05-29", "SX-SC", "penalty", M, "enterprise", days=30),
    plan("2024-06-12", "SX-GA", "penalty", Outcome.MODIFIED, "converted", "small", days=50),
    plan("2024-07-03", "SX-NY", "licence", Outcome.CLAIM_DISMISSED, days=55),
    plan("2024-07-15", "SX-SC", "report_handling", M, "group", days=38),
    plan("2024-07-25", "SX-CG", "penalty", Outcome.REVOKED, "enterprise", "letter", days=49),
    plan("2024-07-29", "SX-T12", "expropriation", Outcome.CONFIRMED_UNLAWFUL, "deemed", days=59),
    plan("2024-08-13", "SX-JT", "penalty", S, "simplified", "small", days=18),
    plan("2024-08-28", "SX-STHJ", "penalty", Outcome.WITHDRAWN, days=26),
    plan("2024-09-09", "SX-ZR", "title", M, "suspended", "station", days=36),
    plan("2024-09-27", "SX-WJ", "penalty", None, "abandoned"),
    plan("2024-10-11", "SX-RS", "confirmation", Outcome.REVOKED, "hearing", days=54),
    plan("2024-10-24", "SX-T07", "omission", None, "withdrawn"),
    plan("2024-11-18", "SX-GA", "penalty", Outcome.UPHELD, days=58),  # concluded in 2025
    plan("2024-12-03", "SX-SC", "penalty", M, days=44),  # concluded in 2025
    plan("2024-12-30", "SX-ZR", "disclosure", Outcome.CLAIM_DISMISSED, "simplified", days=24),
)

# What an act is usually met with, and what it is called.
CLAIMS = {
    "omission": Claim.ORDER_TO_PERFORM,
    "disclosure": Claim.ORDER_TO_PERFORM,
    "coercion": Claim.CONFIRM_UNLAWFUL,
    "expropriation": Claim.CONFIRM_UNLAWFUL,
}
ACTS = {
    "penalty": "行政处罚决定",
    "confirmation": "工伤认定决定",
    "disclosure": "政府信息公开答复",
    "report_handling": "投诉举报处理告知",
    "title": "土地权属处理决定",
    "coercion": "强制拆除行为",
    "omission": "未履行法定职责",
    "licence": "不予许可决定",
    "expropriation": "征收补偿决定",
}
ABOUT_LAND = {"title", "expropriation"}
SUSPENDED_AFTER, SUSPENDED_FOR = 12, 28
LATE = 90
AWARDED = 3200


class Maker:
    """Turns the plans into rows of the six ledgers; numbers run by year of receipt."""

    def __init__(self, county: County) -> None:
        self.county, self.rows = county, Ledgers()
        self.taken: dict[int, int] = {}

    def make(self) -> Ledgers:
        for number, each in enumerate(PLANS, start=1):
            self._case(number, each)
        return self.rows

    def _case(self, number: int, each: Plan) -> None:
        is_late = "refused" in each.traits  # beyond the sixty days of art. 20(1)
        case = ReconsiderationFactory.build(
            docket=self._docket(each.received_on.year),
            received_on=each.received_on,
            received_by=list(Channel)[number % 4],
            respondent=self.county.agencies[each.respondent],
            field=self.county.field_of(self.county.agencies[each.respondent]),
            act_kind=named_act(each.act),
            act_name=ACTS[each.act],
            act_number=f"示{each.respondent[-2:]}字〔{each.received_on.year}〕{100 + 7 * number}号",
            act_made_on=days_after(each.received_on, -LATE if is_late else -40),
            act_known_on=days_after(each.received_on, 7 - LATE if is_late else -33),
            concerns_real_property=each.act in ABOUT_LAND,
            claim=CLAIMS.get(each.act, Claim.REVOKE),
            is_disclosure_related=each.act == "disclosure",
            is_enterprise_related="enterprise" in each.traits,
            is_mandatory_first=each.act in {"omission", "disclosure", "title"},  # art. 23(1)
        )
        self.rows.add("reconsideration", case)
        self._applicant(number, each, case)
        self._intake(each, case)
        if case.accepted_on is not None:
            self._trial(number, each, case)
            self._conclusion(number, each, case)

    def _docket(self, year: int) -> DocketNumber:
        self.taken[year] = self.taken.get(year, 0) + 1
        return DocketNumber(text=str(Docket(PREFIX, year, self.taken[year])))

    def _applicant(self, number: int, each: Plan, case: Reconsideration) -> None:
        is_group, is_firm = "group" in each.traits, "enterprise" in each.traits
        self._party(
            case,
            PartyRole.APPLICANT,
            f"申请人甲{number:02}{'公司' if is_firm else '等' if is_group else ''}",
            kind=PartyKind.ORGANISATION if is_firm else PartyKind.CITIZEN,
            persons=12 if is_group else 1,
        )
        if number % 3 == 0:
            self._party(case, PartyRole.AGENT, f"代理人乙{number:02}")
        if each.act == "title":
            self._party(case, PartyRole.THIRD_PARTY, f"第三人丙{number:02}")

    def _party(self, case: Reconsideration, role: PartyRole, name: str, **more: Any) -> None:
        party = ReconsiderationPartyFactory.build(case=case, role=role, name=name, **more)
        self.rows.add("reconsideration_parties", party)

    def _intake(self, each: Plan, case: Reconsideration) -> None:
        start = case.received_on
        if each.traits & {"correction", "abandoned"}:
            case.correction_requested_on = office_days_after(start, 3)
            case.correction_served_on = office_days_after(start, 4)
        if "correction" in each.traits:
            start = office_days_after(office_days_after(start, 3), 6)
            case.correction_received_on = start
        if "refused" in each.traits:
            self._turn_away(case, 4, TurnedAway.NOT_ACCEPTED)
            case.not_accepted_ground = NotAcceptedGround.LATE
        elif "withdrawn" in each.traits:
            self._turn_away(case, 2, TurnedAway.WITHDRAWN)
        elif "abandoned" in each.traits:
            self._turn_away(case, 16, TurnedAway.ABANDONED)
        else:
            case.is_deemed_accepted = "deemed" in each.traits
            days = 5 if case.is_deemed_accepted else each.intake
            case.accepted_on = office_days_after(start, days)

    def _turn_away(self, case: Reconsideration, days: int, how: TurnedAway) -> None:
        case.turned_away_on = office_days_after(case.received_on, days)
        case.turned_away = how

    def _trial(self, number: int, each: Plan, case: Reconsideration) -> None:
        assert case.accepted_on is not None
        clerks = self.county.staff
        case.handler, case.second_handler = clerks[number % 3], clerks[(number + 1) % 3]
        is_short = bool(each.traits & {"simplified", "converted"})
        if is_short:
            case.procedure = Procedure.SIMPLIFIED
            is_small = "small" in each.traits
            ground = SimplifiedGround.SMALL_SUM if is_small else SimplifiedGround.DISCLOSURE
            case.simplified_ground = ground
        if "converted" in each.traits:
            case.converted_on = days_after(case.accepted_on, 18)
        case.copy_served_on = office_days_after(case.accepted_on, 2 if is_short else 4)
        case.replied_on = office_days_after(case.copy_served_on, 4 if is_short else 9)
        if "hearing" in each.traits:
            case.hearing_notified_on = days_after(case.accepted_on, 24)
            case.hearing_on = office_days_after(case.hearing_notified_on, 7)
        if "committee" in each.traits:
            case.committee_on = days_after(case.accepted_on, 50)
            self._tag(case, Tag.COMMITTEE_ADVISED)

    def _tag(self, case: Reconsideration, tag: Tag) -> None:
        self.rows.add("reconsideration_tags", CaseTagFactory.build(case=case, tag=tag))

    def _conclusion(self, number: int, each: Plan, case: Reconsideration) -> None:
        assert case.accepted_on is not None
        ends_on = case.accepted_on + timedelta(days=each.days)
        if "suspended" in each.traits:
            ends_on += timedelta(days=self._suspend(number, case))
        if "extended" in each.traits:
            self._extend(number, case)
        case.concluded_on = days_after(ends_on, 0)
        case.outcome = each.outcome or ""
        case.decision_number = f"{PREFIX}决字〔{case.concluded_on.year}〕{number}号"
        case.decision_served_on = office_days_after(case.concluded_on, 2)
        self._overlays(each, case)
        if "letter" in each.traits:
            self._letter(number, case)

    def _overlays(self, each: Plan, case: Reconsideration) -> None:
        if "redo" in each.traits and case.decision_served_on:
            self._tag(case, Tag.REDO)
            case.performed_on = days_after(case.decision_served_on, 40)  # of sixty
        if "compensation" in each.traits:
            case.compensation_claimed, case.compensation_awarded = 2 * AWARDED, AWARDED
            self._tag(case, Tag.COMPENSATED)
        if "station" in each.traits:
            stations = self.county.of(AgencyKind.JUSTICE_STATION)
            under = [s for s in stations if s.parent is case.respondent]
            case.resolved_by = (under or stations)[0]
        if each.outcome in {Outcome.MEDIATED, Outcome.ORDERED_TO_PERFORM} and case.concluded_on:
            case.performance_due_on = days_after(case.concluded_on, 30)
            case.performed_on = days_after(case.concluded_on, 21)

    def _suspend(self, number: int, case: Reconsideration) -> int:
        """How many days the trial stood still; settling took most of them."""
        assert case.accepted_on is not None
        suspended_on = days_after(case.accepted_on, SUSPENDED_AFTER)
        resumed_on = days_after(suspended_on, SUSPENDED_FOR)
        suspension = SuspensionFactory.build(
            case=case,
            ground=SuspensionGround.MEDIATION,
            suspended_on=suspended_on,
            resumed_on=resumed_on,
            notice_number=f"{PREFIX}中字〔2024〕{number}号",
            resumption_number=f"{PREFIX}恢字〔2024〕{number}号",
        )
        self.rows.add("reconsideration_suspensions", suspension)
        return (resumed_on - suspended_on).days

    def _extend(self, number: int, case: Reconsideration) -> None:
        assert case.accepted_on is not None
        extension = ExtensionFactory.build(
            case=case,
            days=30,
            approved_on=days_after(case.accepted_on, 54),
            approved_by="主管甲",
            notice_number=f"{PREFIX}延字〔2024〕{number}号",
            reason="案情复杂",
        )
        self.rows.add("reconsideration_extensions", extension)

    def _letter(self, number: int, case: Reconsideration) -> None:
        assert case.decision_served_on is not None
        served_on = office_days_after(case.decision_served_on, 5)
        letter = OpinionLetterFactory.build(
            case=case,
            number=f"{PREFIX}意字〔2024〕{number}号",
            problem="执法程序不规范",
            issued_on=office_days_after(case.decision_served_on, 3),
            served_on=served_on,
            answered_on=days_after(served_on, 45),
            answer="已整改",
        )
        self.rows.add("reconsideration_opinion_letters", letter)


def make(county: County) -> Ledgers:
    return Maker(county).make()
