"""Made-up agencies, people, codes and docket numbers."""

from datetime import date
from typing import Any

import factory
from factory.django import DjangoModelFactory

from cases.registry.accesses.entries import Access, AccessEntry
from cases.registry.agencies import Agency, AgencyKind
from cases.registry.codes import ActKind, Field, RespondentKind
from cases.registry.dockets import DocketKind, DocketNumber, DocketSeries
from cases.registry.roles import Role
from cases.registry.users import User


class AgencyFactory(DjangoModelFactory[Agency]):
    class Meta:
        model = Agency
        django_get_or_create = ("code",)

    class Params:
        county = factory.Trait(
            code="620000", name="示例县人民政府", kind=AgencyKind.COUNTY_GOVERNMENT
        )
        bureau = factory.Trait(code="620000-D-SF", name="示例县司法局", kind=AgencyKind.BUREAU)
        township = factory.Trait(
            name=factory.Sequence(lambda n: f"第{n}镇人民政府"), kind=AgencyKind.TOWNSHIP
        )
        court = factory.Trait(
            name=factory.Sequence(lambda n: f"第{n}人民法院"), kind=AgencyKind.COURT
        )

    code = factory.Sequence(lambda n: f"T{n:05}")
    name = factory.Sequence(lambda n: f"第{n}局")
    kind = AgencyKind.DEPARTMENT
    is_synthetic = True


class _CodeFactory(DjangoModelFactory[Any]):
    class Meta:
        abstract = True
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"t{n}")
    name = factory.Sequence(lambda n: f"第{n}类")
    name_en = factory.Sequence(lambda n: f"Class {n}")
    row = factory.SelfAttribute("code")
    valid_from = date(2018, 1, 1)


class FieldFactory(_CodeFactory):
    class Meta:
        model = Field


class ActKindFactory(_CodeFactory):
    class Meta:
        model = ActKind


class RespondentKindFactory(_CodeFactory):
    class Meta:
        model = RespondentKind


class UserFactory(DjangoModelFactory[User]):
    class Meta:
        model = User
        skip_postgeneration_save = True

    class Params:
        clerk = factory.Trait(role=Role.CLERK)
        supervisor = factory.Trait(role=Role.SUPERVISOR)
        administrator = factory.Trait(role=Role.SYSTEM_ADMINISTRATOR)

    username = factory.Sequence(lambda n: f"person{n}")
    full_name = factory.Sequence(lambda n: f"某{n}")
    password = factory.django.Password("correct horse")
    role = Role.CLERK
    is_staff = True
    is_synthetic = True
    agency = factory.SubFactory(AgencyFactory)


class DocketSeriesFactory(DjangoModelFactory[DocketSeries]):
    class Meta:
        model = DocketSeries
        django_get_or_create = ("prefix", "year")

    kind = DocketKind.RECONSIDERATION
    prefix = factory.LazyAttribute(lambda o: f"测{DocketKind(o.kind).mark}")
    year = 2024


class DocketNumberFactory(DjangoModelFactory[DocketNumber]):
    """A number of a series that only tests use, so that it never meets a taken one."""

    class Meta:
        model = DocketNumber

    class Params:
        kind = DocketKind.RECONSIDERATION
        year = 2024

    series = factory.SubFactory(
        DocketSeriesFactory,
        kind=factory.SelfAttribute("..kind"),
        year=factory.SelfAttribute("..year"),
    )
    sequence = factory.Sequence(lambda n: n + 1)
    text = factory.LazyAttribute(lambda o: f"{o.series.prefix}〔{o.series.year}〕{o.sequence}号")


class AccessEntryFactory(DjangoModelFactory[AccessEntry]):
    class Meta:
        model = AccessEntry

    act = Access.EXPORT
    subject = factory.Sequence(lambda n: f"第{n}表")
    person = factory.SubFactory(UserFactory, password=None)
