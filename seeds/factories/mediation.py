"""Made-up disputes in mediation, and made-up people who mediate them."""

from datetime import date, timedelta

import factory
from factory.django import DjangoModelFactory

from cases.registry.agencies import AgencyKind
from cases.registry.dockets import DocketKind
from cases.registry.parties import PartyRole
from mediation.models.matter import Mediation
from mediation.models.mediators import MediationOrganisation, Mediator
from mediation.models.outreach import OutreachSession
from mediation.models.parties import MediationParty
from mediation.terms import (
    AgreementKind,
    Commission,
    DisputeKind,
    Door,
    MediatorKind,
    OrganisationKind,
    Result,
    TurnedAway,
)
from seeds.factories.registry import AgencyFactory, DocketNumberFactory


class CentreFactory(AgencyFactory):
    name = factory.Sequence(lambda n: f"第{n}镇综治中心")
    kind = AgencyKind.MEDIATION_CENTRE


class MediationOrganisationFactory(DjangoModelFactory[MediationOrganisation]):
    class Meta:
        model = MediationOrganisation

    code = factory.Sequence(lambda n: f"TW{n:05}")
    name = factory.Sequence(lambda n: f"第{n}村人民调解委员会")
    kind = OrganisationKind.VILLAGE
    agency = factory.SubFactory(AgencyFactory, township=True)
    since_on = date(2020, 6, 1)
    is_synthetic = True


class MediatorFactory(DjangoModelFactory[Mediator]):
    class Meta:
        model = Mediator

    code = factory.Sequence(lambda n: f"TY{n:05}")
    name = factory.Sequence(lambda n: f"调解员丁{n:04}")
    kind = MediatorKind.PART_TIME
    organisation = factory.SubFactory(MediationOrganisationFactory)
    since_on = date(2021, 3, 1)
    is_synthetic = True


class MediationFactory(DjangoModelFactory[Mediation]):
    """Entered by a court on 4 March 2024 unless said otherwise; each trait goes a step further.

    `own` is a matter that the parties bring themselves, with nobody who refers it.
    """

    class Meta:
        model = Mediation

    class Params:
        police = factory.Trait(
            door=Door.POLICE,
            commission="",
            origin__kind=AgencyKind.POLICE_STATION,
            origin__name=factory.Sequence(lambda n: f"第{n}派出所"),
        )
        petition = factory.Trait(
            door=Door.PETITION,
            commission="",
            origin__kind=AgencyKind.PETITION_OFFICE,
            origin__name=factory.Sequence(lambda n: f"第{n}信访局"),
        )
        own = factory.Trait(door=Door.APPLICATION, commission="", origin=None)
        unwanted = factory.Trait(
            turned_away_on=factory.LazyAttribute(lambda o: o.received_on + timedelta(days=2)),
            turned_away=TurnedAway.NO_CONSENT,
        )
        referred = factory.Trait(
            referred_on=factory.LazyAttribute(
                lambda o: o.received_on + timedelta(days=1) if o.origin else None
            ),
            centre=factory.SubFactory(CentreFactory),
        )
        accepted = factory.Trait(
            referred=True,
            accepted_on=factory.LazyAttribute(lambda o: o.received_on + timedelta(days=3)),
        )
        failed = factory.Trait(
            accepted=True,
            concluded_on=factory.LazyAttribute(lambda o: o.accepted_on + timedelta(days=20)),
            result=Result.FAR_APART,
        )
        settled = factory.Trait(
            accepted=True,
            concluded_on=factory.LazyAttribute(lambda o: o.accepted_on + timedelta(days=9)),
            result=Result.SETTLED,
        )
        agreed = factory.Trait(
            accepted=True,
            concluded_on=factory.LazyAttribute(lambda o: o.accepted_on + timedelta(days=12)),
            result=Result.AGREED,
            agreement_on=factory.SelfAttribute("concluded_on"),
            agreement_kind=AgreementKind.WRITTEN,
        )
        declined = factory.Trait(
            referred=True,
            concluded_on=factory.LazyAttribute(lambda o: o.referred_on + timedelta(days=3)),
            result=Result.DECLINED,
        )

    docket = factory.SubFactory(DocketNumberFactory, kind=DocketKind.MEDIATION)
    door = Door.COURT
    commission = Commission.BEFORE_FILING
    origin = factory.SubFactory(AgencyFactory, court=True)
    received_on = date(2024, 3, 4)
    kind = DisputeKind.CONTRACT
    is_synthetic = True


class MediationPartyFactory(DjangoModelFactory[MediationParty]):
    class Meta:
        model = MediationParty

    case = factory.SubFactory(MediationFactory)
    role = PartyRole.PARTY
    name = factory.Sequence(lambda n: f"当事人甲{n:04}")


class OutreachSessionFactory(DjangoModelFactory[OutreachSession]):
    class Meta:
        model = OutreachSession

    number = factory.Sequence(lambda n: f"说事〔2024〕{n}")
    held_on = date(2024, 3, 4)
    agency = factory.SubFactory(AgencyFactory, township=True)
    requests_heard = 4
    requests_resolved = 3
    is_synthetic = True
