"""Made-up rows of the calendar and of the statutory terms, in years no notice reaches yet."""

from datetime import date, timedelta
from typing import Any

import factory
from factory.django import DjangoModelFactory

from cases.registry.clock.terms import Unit
from cases.registry.timing.calendars import CalendarEntry, KnownYear, Timekeeping
from cases.registry.timing.statutes import ExclusionGround, StatutoryTerm


class CalendarEntryFactory(DjangoModelFactory[CalendarEntry]):
    class Meta:
        model = CalendarEntry

    day = factory.Sequence(lambda n: date(2060, 1, 1) + timedelta(days=n))
    name_zh = "测试日"
    name_en = "Test day"
    why = "测试"


class KnownYearFactory(DjangoModelFactory[KnownYear]):
    class Meta:
        model = KnownYear
        django_get_or_create = ("year",)

    year = factory.Sequence(lambda n: 2060 + n % 40)
    notice = "测试通知"


class TimekeepingFactory(DjangoModelFactory[Timekeeping]):
    """There is one row, however many are asked for."""

    class Meta:
        model = Timekeeping
        django_get_or_create = ("pk",)

    pk = 1


class _VersionFactory(DjangoModelFactory[Any]):
    class Meta:
        abstract = True

    code = factory.Sequence(lambda n: f"test.{n}")
    label_zh = "测试期限"
    label_en = "Test term"
    article_zh = "第一条"
    article_en = "article 1"
    valid_from = date(2060, 1, 1)


class StatutoryTermFactory(_VersionFactory):
    class Meta:
        model = StatutoryTerm

    length = 5
    unit = next(iter(Unit)).value
    rolls = True
    trigger_zh = "收到之日"
    trigger_en = "receipt"


class ExclusionGroundFactory(_VersionFactory):
    class Meta:
        model = ExclusionGround
