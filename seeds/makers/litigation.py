"""The made-up litigation cases of 2024, from the plans in `litigation_plans`."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from cases.litigation.models.dispute import Dispute
from cases.litigation.models.instance import Instance
from cases.litigation.standing import standing
from cases.litigation.terms import (
    LOSSES,
    SUITS_DISMISSED,
    BroughtBy,
    Defence,
    HeadNotice,
    HeadRank,
    Level,
    Origin,
    Result,
    SimplifiedTrialGround,
    TrialProcedure,
)
from cases.reconsideration.models.case import Reconsideration
from cases.registry.dockets import Docket, DocketNumber
from cases.registry.parties import PartyKind, PartyRole
from seeds.factories.litigation import (
    KINDS,
    DisputeFactory,
    HearingFactory,
    InstanceFactory,
    LitigationPartyFactory,
    SuggestionFactory,
)
from seeds.makers.days import days_after, office_days_after
from seeds.makers.litigation_plans import (
    INTERMEDIATE,
    NEIGHBOUR,
    PLANS,
    SUGGESTIONS,
    Advice,
    Plan,
    Step,
)
from seeds.makers.reconsideration import ABOUT_LAND
from seeds.makers.reconsideration import PLANS as RECONSIDERED
from seeds.makers.reconsideration import PREFIX as RECONSIDERATION_PREFIX
from seeds.makers.registry import County, Ledgers, named_act

PREFIX = "张政应"

# 示 is the code of no province.
COURT_CODES = {NEIGHBOUR: "示0103", INTERMEDIATE: "示01"}


DEFENCES = {
    Origin.DIRECT: Defence.ORIGINAL_AGENCY,
    Origin.UPHELD: Defence.JOINT,
    Origin.CHANGED: Defence.ORGAN_ALONE,
    Origin.INADMISSIBLE: Defence.ORGAN_ALONE,
}
ACTS = {
    "penalty": "行政处罚决定",
    "penalty_fine": "罚款决定",
    "penalty_detention": "行政拘留决定",
    "work_injury": "工伤认定决定",
    "disclosure": "政府信息公开答复",
    "report_handling": "投诉举报处理告知",
    "title": "土地权属处理决定",
    "coercion": "强制拆除行为",
    "omission": "未履行法定职责",
    "licence": "不予许可决定",
    "payment": "医疗保险待遇核定",
    "agreement": "项目用地补偿协议",
}
RANKS = {
    "C": (HeadRank.CHIEF, "负责人甲", "主要负责人"),
    "D": (HeadRank.DEPUTY, "负责人乙", "副职负责人"),
    "I": (HeadRank.DEPUTY_IN_CHARGE, "负责人丙", "分管负责人（副职级）"),
    "O": (HeadRank.OTHER_IN_CHARGE, "负责人丁", "参与分管的负责人"),
}
CLAIMED, AWARDED = 30000, 18000

# From the service of one document to the copy that opens the next instance; days of appeal.
UNTIL_NEXT = {Level.FIRST: 20, Level.SECOND: 18, Level.RETRIAL: 100}
APPEAL_AGAINST_JUDGMENT, APPEAL_AGAINST_RULING = 15, 10  # art. 85
SETTLED_AT_ONCE = (Result.WITHDRAWN, Result.WITHDRAWN_CHANGED, Result.MEDIATED)
BETWEEN_HEARINGS = 14
BETWEEN_NUMBERS = 11


class Maker:
    """Turns the plans into rows of the five ledgers; numbers run by year of receipt."""

    def __init__(self, county: County) -> None:
        self.county, self.rows = county, Ledgers()
        self.taken = {2023: 14}  # the three carried over were not the first of their year

    def make(self) -> Ledgers:
        disputes = [self._dispute(number, each) for number, each in enumerate(PLANS, start=1)]
        for line in SUGGESTIONS:
            self._suggestion(disputes, line)
        self._number_instances()
        return self.rows

    def _dispute(self, number: int, each: Plan) -> Dispute:
        defence = DEFENCES[each.origin]
        defendant = self.county.agencies[each.defendant]
        dispute: Dispute = DisputeFactory.build(
            docket=self._docket(each.received_on.year),
            received_on=each.received_on,
            defence=defence,
            origin=each.origin,
            defendant=defendant,
            organ=self.county.agencies["SX"] if defence == Defence.JOINT else None,
            reconsideration=_reconsidered(each.after) if each.after else None,
            field=self.county.field_of(defendant),
            act_kind=named_act(each.act),
            act_name=ACTS[each.act],
            act_number=f"示{each.defendant[-2:]}字〔{each.received_on.year}〕{500 + 3 * number}号",
            act_made_on=days_after(each.received_on, -70),
            act_known_on=days_after(each.received_on, -66),
            concerns_real_property=each.act in ABOUT_LAND,
            is_disclosure_related=each.act == "disclosure",
            is_enterprise_related="enterprise" in each.traits,
            compensation_claimed=CLAIMED if "compensation" in each.traits else None,
            handler=self.county.staff[number % 3],
            second_handler=self.county.staff[(number + 1) % 3],
        )
        self.rows.add("litigation", dispute)
        self._parties(number, each, dispute)
        self._conclude(each, dispute, list(self._instances(number, each, dispute)))
        return dispute

    def _docket(self, year: int) -> DocketNumber:
        self.taken[year] = self.taken.get(year, 0) + 1
        return DocketNumber(text=str(Docket(PREFIX, year, self.taken[year])))

    def _parties(self, number: int, each: Plan, dispute: Dispute) -> None:
        is_group, is_firm = "group" in each.traits, "enterprise" in each.traits
        ending = "公司" if is_firm else "等" if is_group else ""
        self._party(
            dispute,
            PartyRole.PLAINTIFF,
            f"原告甲{number:02}{ending}",
            kind=PartyKind.ORGANISATION if is_firm else PartyKind.CITIZEN,
            persons=9 if is_group else 1,
        )
        if number % 2 == 0:
            self._party(dispute, PartyRole.AGENT, f"代理人乙{number:02}")
        if "third" in each.traits:
            self._party(dispute, PartyRole.THIRD_PARTY, f"第三人丙{number:02}")

    def _party(self, dispute: Dispute, role: PartyRole, name: str, **more: Any) -> None:
        party = LitigationPartyFactory.build(dispute=dispute, role=role, name=name, **more)
        self.rows.add("litigation_parties", party)

    def _instances(self, number: int, each: Plan, dispute: Dispute) -> Iterable[Instance]:
        received_on = dispute.received_on
        for place, step in enumerate(each.steps, start=1):
            instance = self._instance(each, dispute, step, received_on)
            self._hearings(number, step, instance)
            yield instance
            if place < len(each.steps) and instance.served_on is not None:
                received_on = days_after(instance.served_on, UNTIL_NEXT[each.steps[place].level])

    def _instance(self, each: Plan, dispute: Dispute, step: Step, received_on: date) -> Instance:
        is_first, is_short = step.level == Level.FIRST, "simplified" in each.traits
        court = NEIGHBOUR if is_first and each.defendant != "SX" else INTERMEDIATE
        filed_on = min(days_after(received_on, -6), received_on)
        concluded_on = days_after(received_on, step.days)
        instance: Instance = InstanceFactory.build(
            dispute=dispute,
            level=step.level,
            court=self.county.agencies[court],
            brought_by=step.brought_by,
            filed_on=filed_on,
            received_on=received_on,
            procedure=TrialProcedure.SIMPLIFIED if is_short else TrialProcedure.ORDINARY,
            simplified_ground=SimplifiedTrialGround.DISCLOSURE if is_short else "",
            # Who alone appealed has nothing to answer (Interpretation art. 108).
            answer_filed_on=None
            if step.brought_by == BroughtBy.DEFENDANT
            else days_after(received_on, 11),
            concluded_on=concluded_on,
            result=step.result,
            loss_ground=step.ground,
            served_on=office_days_after(concluded_on, 3),
        )
        self.rows.add("litigation_instances", instance)
        return instance

    def _number_instances(self) -> None:
        """Courts number as they docket; of their numbers only every eleventh concerns us."""
        running: dict[tuple[str, str, int], int] = {}
        for instance in sorted(self.rows["litigation_instances"], key=lambda one: one.filed_on):
            year, kind = instance.filed_on.year, KINDS[instance.level]
            key = (instance.court.code, kind, year)
            running[key] = running.get(key, 0) + BETWEEN_NUMBERS
            code = COURT_CODES[instance.court.code]
            instance.court_number = f"（{year}）{code}{kind}{running[key]}号"

    def _hearings(self, number: int, step: Step, instance: Instance) -> None:
        day = days_after(instance.received_on, step.days // 2)
        for letter in step.hearings:
            self._hearing(number, letter, instance, day)
            day = days_after(day, BETWEEN_HEARINGS)

    def _hearing(self, number: int, letter: str, instance: Instance, day: date) -> None:
        values: dict[str, Any] = {"notified_on": days_after(day, -12)}
        if letter in RANKS:
            rank, name, post = RANKS[letter]
            values |= {"appeared": True, "head_rank": rank, "head_name": name, "head_post": post}
            values |= {"staff_came": True, "has_spoken_to_substance": number % 4 != 0}
            if number % 3 == 0:  # the court calls for the head as the superior's rule has it
                values |= {"head_notified_on": days_after(day, -8)}
                values |= {"head_notice": HeadNotice.SUPERIOR_RULE}
        elif letter == "-":
            values |= {"discharged": True}
        else:
            values |= {"adjourned_on": days_after(day, -5)}
        hearing = HearingFactory.build(
            instance=instance, agency=instance.dispute.defendant, scheduled_on=day, **values
        )
        self.rows.add("litigation_hearings", hearing)

    def _conclude(self, each: Plan, dispute: Dispute, instances: list[Instance]) -> None:
        last = [one for one in instances if one.level != Level.RETRIAL][-1]
        dispute.concluded_on = _effective_on(last)
        dispute.result = standing(one.result for one in instances) or ""
        if dispute.defence == Defence.JOINT:
            dispute.organ_result = dispute.result
        if "compensation" in each.traits:
            dispute.compensation_awarded = AWARDED
        if dispute.result in {*LOSSES, Result.MEDIATED}:
            dispute.performance_due_on = days_after(dispute.concluded_on, 60)
            dispute.performed_on = days_after(dispute.concluded_on, 40)

    def _suggestion(self, disputes: list[Dispute], line: Advice) -> None:
        agency = self.county.agencies[line.addressee]
        received_on, replied_on = map(date.fromisoformat, (line.received, line.replied))
        lost = [d for d in disputes if d.defendant is agency and d.result in LOSSES]
        known = [d for d in lost if d.concluded_on and d.concluded_on < received_on]
        suggestion = SuggestionFactory.build(
            kind=line.kind,
            issued_by=self.county.agencies[line.issuer],
            number=line.number,
            addressee=agency,
            dispute=known[0] if known else None,
            subject=line.subject,
            issued_on=days_after(received_on, -4),
            received_on=received_on,
            due_on=date.fromisoformat(line.due),
            replied_on=replied_on,
            reply_number=f"示{line.addressee[-2:]}函〔{replied_on.year}〕{received_on.day}号",
            adoption=line.adoption,
            measures="已整改并书面回复",
        )
        self.rows.add("litigation_suggestions", suggestion)


def _effective_on(last: Instance) -> date:
    """The day after the last day of appeal (art. 85), or of service where there is no appeal.

    A last day on a day off moves to the next working day (Interpretation art. 48).
    """
    assert last.served_on is not None
    if last.level == Level.SECOND or last.result in SETTLED_AT_ONCE:
        return last.served_on
    is_ruling = last.result in SUITS_DISMISSED
    days = APPEAL_AGAINST_RULING if is_ruling else APPEAL_AGAINST_JUDGMENT
    return days_after(last.served_on, days) + timedelta(days=1)


def _reconsidered(received: str) -> Reconsideration:
    """The reconsideration case received on the day, under the number its own maker gives it."""
    day = date.fromisoformat(received)
    days = [each.received_on for each in RECONSIDERED if each.received_on.year == day.year]
    docket = Docket(RECONSIDERATION_PREFIX, day.year, days.index(day) + 1)
    return Reconsideration(docket=DocketNumber(text=str(docket)))


def make(county: County) -> Ledgers:
    return Maker(county).make()
