"""Made-up reconsideration cases."""

from datetime import date, timedelta

import factory
from factory.django import DjangoModelFactory

from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import (
    CaseTag,
    Extension,
    OpinionLetter,
    ReconsiderationParty,
    Suspension,
)
from cases.reconsideration.terms import (
    NotAcceptedGround,
    Outcome,
    SuspensionGround,
    Tag,
    TurnedAway,
)
from cases.registry.parties import PartyRole
from seeds.factories.registry import (
    ActKindFactory,
    AgencyFactory,
    DocketNumberFactory,
    FieldFactory,
)


class ReconsiderationFactory(DjangoModelFactory[Reconsideration]):
    """Received on 4 March 2024 unless said otherwise; each trait goes one step further."""

    class Meta:
        model = Reconsideration

    class Params:
        accepted = factory.Trait(
            accepted_on=factory.LazyAttribute(lambda o: o.received_on + timedelta(days=4))
        )
        refused = factory.Trait(
            turned_away_on=factory.LazyAttribute(lambda o: o.received_on + timedelta(days=4)),
            turned_away=TurnedAway.NOT_ACCEPTED,
            not_accepted_ground=NotAcceptedGround.LATE,
        )
        concluded = factory.Trait(
            accepted=True,
            concluded_on=factory.LazyAttribute(lambda o: o.accepted_on + timedelta(days=45)),
            outcome=Outcome.UPHELD,
        )

    docket = factory.SubFactory(DocketNumberFactory)
    received_on = date(2024, 3, 4)
    respondent = factory.SubFactory(AgencyFactory)
    field = factory.SubFactory(FieldFactory, code="test-field")
    act_kind = factory.SubFactory(ActKindFactory, code="test-act")
    is_synthetic = True


class ReconsiderationPartyFactory(DjangoModelFactory[ReconsiderationParty]):
    class Meta:
        model = ReconsiderationParty

    case = factory.SubFactory(ReconsiderationFactory)
    role = PartyRole.APPLICANT
    name = factory.Sequence(lambda n: f"申请人甲{n:04}")


class SuspensionFactory(DjangoModelFactory[Suspension]):
    class Meta:
        model = Suspension

    case = factory.SubFactory(ReconsiderationFactory, accepted=True)
    ground = SuspensionGround.MEDIATION
    suspended_on = date(2024, 3, 20)


class ExtensionFactory(DjangoModelFactory[Extension]):
    class Meta:
        model = Extension

    case = factory.SubFactory(ReconsiderationFactory, accepted=True)
    approved_on = date(2024, 4, 20)


class CaseTagFactory(DjangoModelFactory[CaseTag]):
    class Meta:
        model = CaseTag

    case = factory.SubFactory(ReconsiderationFactory, concluded=True)
    tag = Tag.REDO


class OpinionLetterFactory(DjangoModelFactory[OpinionLetter]):
    class Meta:
        model = OpinionLetter

    case = factory.SubFactory(ReconsiderationFactory, concluded=True)
    number = factory.Sequence(lambda n: f"测政复意字〔2024〕{n}号")
    issued_on = date(2024, 5, 6)
