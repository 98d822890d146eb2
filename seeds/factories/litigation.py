"""Made-up disputes before made-up courts."""

from datetime import date, timedelta

import factory
from factory.django import DjangoModelFactory

from cases.litigation.models.dispute import Dispute, LitigationParty
from cases.litigation.models.hearing import Hearing
from cases.litigation.models.instance import Instance
from cases.litigation.models.suggestion import Suggestion
from cases.litigation.terms import (
    LOSSES,
    Absence,
    Adoption,
    BroughtBy,
    Defence,
    HeadNotice,
    HeadRank,
    Level,
    LossGround,
    Origin,
    Result,
    SuggestionKind,
)
from cases.registry.agencies import AgencyKind
from cases.registry.dockets import DocketKind
from cases.registry.parties import PartyRole
from seeds.factories.registry import (
    ActKindFactory,
    AgencyFactory,
    DocketNumberFactory,
    FieldFactory,
)

# The kind of case in a court's number, by instance.
KINDS = {Level.FIRST: "行初", Level.SECOND: "行终", Level.RETRIAL: "行申"}


class DisputeFactory(DjangoModelFactory[Dispute]):
    """First notified on 4 March 2024 unless said otherwise; each trait goes one step further."""

    class Meta:
        model = Dispute

    class Params:
        joint = factory.Trait(
            origin=Origin.UPHELD,
            defence=Defence.JOINT,
            organ=factory.SubFactory(AgencyFactory, kind=AgencyKind.COUNTY_GOVERNMENT),
        )
        organ_alone = factory.Trait(origin=Origin.CHANGED, defence=Defence.ORGAN_ALONE)
        concluded = factory.Trait(
            concluded_on=factory.LazyAttribute(lambda o: o.received_on + timedelta(days=90)),
            result=Result.CLAIM_REJECTED,
        )

    docket = factory.SubFactory(DocketNumberFactory, kind=DocketKind.LITIGATION)
    received_on = date(2024, 3, 4)
    defendant = factory.SubFactory(AgencyFactory)
    field = factory.SubFactory(FieldFactory, code="test-field")
    act_kind = factory.SubFactory(ActKindFactory, code="test-act")
    is_synthetic = True


class LitigationPartyFactory(DjangoModelFactory[LitigationParty]):
    class Meta:
        model = LitigationParty

    dispute = factory.SubFactory(DisputeFactory)
    role = PartyRole.PLAINTIFF
    name = factory.Sequence(lambda n: f"原告甲{n:04}")


class InstanceFactory(DjangoModelFactory[Instance]):
    """A first instance received on 4 March 2024 and not concluded, unless said otherwise."""

    class Meta:
        model = Instance

    class Params:
        year = 2024
        running = factory.Sequence(lambda n: n + 1)
        second = factory.Trait(level=Level.SECOND, brought_by=BroughtBy.PLAINTIFF)
        retrial = factory.Trait(level=Level.RETRIAL, brought_by=BroughtBy.PLAINTIFF)
        concluded = factory.Trait(
            concluded_on=factory.LazyAttribute(lambda o: o.received_on + timedelta(days=75)),
            result=factory.LazyAttribute(
                lambda o: (
                    Result.CLAIM_REJECTED if o.level == Level.FIRST else Result.JUDGMENT_AFFIRMED
                )
            ),
        )

    dispute = factory.SubFactory(DisputeFactory, received_on=factory.SelfAttribute("..received_on"))
    level = Level.FIRST
    court = factory.SubFactory(AgencyFactory, court=True)
    court_number = factory.LazyAttribute(
        lambda o: f"（{o.year}）示0101{KINDS[o.level]}{o.running}号"
    )
    received_on = date(2024, 3, 4)
    loss_ground = factory.LazyAttribute(
        lambda o: LossGround.PROCEDURE if getattr(o, "result", "") in LOSSES else ""
    )
    is_synthetic = True


class HearingFactory(DjangoModelFactory[Hearing]):
    """Set for 10 April 2024 and not yet held, unless said otherwise."""

    class Meta:
        model = Hearing

    class Params:
        held = factory.Trait(held_on=factory.SelfAttribute("scheduled_on"))
        appeared = factory.Trait(
            held=True, head_rank=HeadRank.DEPUTY, head_name="负责人甲", has_spoken=True
        )
        absent = factory.Trait(
            held=True, head_rank=HeadRank.NONE, staff_came=True, absence=Absence.UNJUSTIFIED
        )
        excused = factory.Trait(
            held=True,
            head_rank=HeadRank.NONE,
            staff_came=True,
            absence=Absence.DUTY,
            absence_proved_on=factory.LazyAttribute(lambda o: o.scheduled_on - timedelta(days=1)),
        )
        discharged = factory.Trait(
            held=True, head_rank=HeadRank.NONE, staff_came=True, is_discharged=True
        )
        notified = factory.Trait(
            head_notified_on=factory.LazyAttribute(lambda o: o.scheduled_on - timedelta(days=7)),
            head_notice=HeadNotice.PUBLIC_CONCERN,
        )

    instance = factory.SubFactory(InstanceFactory)
    agency = factory.SelfAttribute("instance.dispute.defendant")
    scheduled_on = date(2024, 4, 10)
    is_synthetic = True


class SuggestionFactory(DjangoModelFactory[Suggestion]):
    """A judicial suggestion received on 6 May 2024, due two months later, not yet replied to."""

    class Meta:
        model = Suggestion

    class Params:
        procuratorial = factory.Trait(
            kind=SuggestionKind.PROCURATORIAL,
            issued_by=factory.SubFactory(AgencyFactory, kind=AgencyKind.PROCURATORATE),
        )
        replied = factory.Trait(
            replied_on=factory.LazyAttribute(lambda o: o.received_on + timedelta(days=30)),
            adoption=Adoption.ADOPTED,
        )

    kind = SuggestionKind.JUDICIAL
    issued_by = factory.SubFactory(AgencyFactory, court=True)
    number = factory.Sequence(lambda n: f"示法建〔2024〕{n}号")
    addressee = factory.SubFactory(AgencyFactory)
    received_on = date(2024, 5, 6)
    due_on = factory.LazyAttribute(lambda o: o.received_on + timedelta(days=61))
    is_synthetic = True
