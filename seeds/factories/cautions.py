"""Made-up warnings on made-up cases."""

from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from cases.registry.cautions.recorded import Caution
from cases.registry.history.acts import Door
from seeds.factories.reconsideration import ReconsiderationFactory


class CautionFactory(DjangoModelFactory[Caution]):
    """A hearing announced late, as a ledger brought it in."""

    class Meta:
        model = Caution

    table = "cases.reconsideration"
    record = factory.LazyFunction(lambda: ReconsiderationFactory.create().pk)
    rule = "reconsideration.hearing_announced_late"
    article_zh = "行政复议法第51条"
    article_en = "Administrative Reconsideration Law, art. 51"
    due_on = date(2024, 4, 28)
    done_on = date(2024, 4, 30)
    door = Door.LEDGER
    at = datetime(2024, 5, 6, 9, tzinfo=UTC)
