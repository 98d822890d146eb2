"""Which closed records answered: told from those that changed, or record by record, the same."""

from collections.abc import Iterator
from datetime import datetime
from random import Random
from time import sleep
from typing import Any

import pytest
from django.db import connection
from django.db.models import ProtectedError
from django.utils import timezone

from cases.litigation.models.dispute import Dispute
from cases.litigation.models.hearing import Hearing
from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import OpinionLetter
from cases.registry.agencies import Agency
from cases.registry.codes import RespondentKind
from cases.registry.history.asking import Asked
from cases.registry.history.models import Change
from cases.registry.roles import Role
from enforcement.models.files import CaseFile
from lawgov.reports.answering import answered, one_by_one
from lawgov.reports.chapters import CHAPTERS
from lawgov.reports.narrowings import answers, filters_of
from lawgov.reports.parting import NONE, UNKNOWN
from lawgov.triggers import HISTORY
from mediation.models.matter import Mediation
from tests.lawgov.reports.county import County

pytestmark = pytest.mark.django_db

MODELS = [sheet.rows.model for chapter in CHAPTERS for sheet in chapter.sheets]
Wanted = dict[Any, dict[datetime, set[int]]]


class World:
    """A county in which anything may happen to any record, at moments that are kept."""

    def __init__(self, county: County, chance: Random) -> None:
        self.county, self.chance = county, chance
        self.clerk = county.person(Role.CLERK)
        self.wanted: Wanted = {model: {} for model in MODELS}

    def close(self) -> None:
        """All that is there is asked about as of now, but for a few."""
        moment = timezone.now()
        for model in MODELS:
            there = set(model._base_manager.values_list("pk", flat=True))
            some = {key for key in there if self.chance.random() < 0.9}
            if some:
                self.wanted[model][moment] = some
        sleep(0.002)  # SQLite writes down milliseconds

    def stir(self) -> None:
        """Something happens to some records."""
        agencies = list(Agency.objects.order_by("pk"))
        pick = self.chance.choice
        self.some(Reconsideration).update(respondent=pick(agencies))
        self.some(Reconsideration).update(handler=pick([None, self.clerk]))
        self.some(Reconsideration).update(voided_on="2025-01-02", void_reason="entered twice")
        self.some(Dispute).update(defendant=pick(agencies), is_enterprise_related=True)
        self.some(CaseFile).update(agency=pick(agencies))
        self.some(Mediation).update(note="read again")
        self.some(Agency).update(respondent_kind=pick([None, *RespondentKind.objects.all()]))
        branch = self.county.branch.pk
        Agency.objects.filter(pk=branch).update(parent=pick([self.county.police, None]))
        for model in (OpinionLetter, Hearing, CaseFile):
            remove(self.some(model))
        sleep(0.002)

    def some(self, model: Any) -> Any:
        keys = list(model._base_manager.order_by("pk").values_list("pk", flat=True))
        taken = self.chance.sample(keys, min(len(keys), self.chance.randint(0, 3)))
        return model._base_manager.filter(pk__in=taken)

    def narrowings(self) -> Iterator[dict[str, Any]]:
        police, township = self.county.police, self.county.township
        yield from ({"agency": each} for each in (self.county.government, police, township))
        for chosen in (police, NONE, UNKNOWN):
            yield {"unit": chosen}
        yield from ({"respondent_kind": each} for each in (*RespondentKind.objects.all()[:2], NONE))
        yield from ({"handler": each} for each in (self.county.handler, self.clerk, NONE))
        yield from ({"enterprise": each} for each in ("1", "0", UNKNOWN))
        yield from ({"outcome": each} for each in ("upheld", "revoked", NONE))
        yield {"agency": police, "enterprise": "0", "handler": self.county.handler}


def remove(rows: Any) -> None:
    for row in rows:
        try:
            row.delete()
        except ProtectedError:
            continue


def told(model: Any, chosen: dict[str, Any], wanted: dict[datetime, set[int]]) -> Any:
    found = answered(model, chosen, Asked.about(wanted))
    return {at: keys & found.inside(at) for at, keys in wanted.items()}, found.not_known


def told_one_by_one(model: Any, chosen: dict[str, Any], wanted: dict[datetime, set[int]]) -> Any:
    found = one_by_one(model, chosen, wanted)
    pairs = [(at, key) for at, keys in wanted.items() for key in keys]
    inside = {at: {key for key in wanted[at] if found.of(at, key)} for at in wanted}
    return inside, {key for at, key in pairs if found.of(at, key) is None}


def agree(world: World) -> int:
    """Asserts that both say the same of everything; how often it was more than nothing."""
    count = 0
    for chosen in world.narrowings():
        for model, wanted in world.wanted.items():
            if wanted and answers(model, chosen):
                expected = told_one_by_one(model, chosen, wanted)
                assert told(model, chosen, wanted) == expected, (model, chosen)
                count += any(expected[0].values())
    return count


@pytest.mark.parametrize("seed", range(3))
def test_those_that_changed_and_the_others_give_what_each_record_gives(
    busy: County, seed: int
) -> None:
    world = World(busy, Random(seed))  # noqa: S311  # repeatable, not secret

    for _round in range(3):
        world.close()
        world.stir()

    assert agree(world) > 20


def test_what_a_migration_changed_or_the_history_forgot_is_the_same_both_ways(
    busy: County,
) -> None:
    world = World(busy, Random(1))  # noqa: S311  # repeatable, not secret
    world.close()
    world.stir()
    HISTORY.remove(connection)
    world.some(Reconsideration).update(respondent=busy.township, is_enterprise_related=True)
    OpinionLetter.objects.all().delete()
    HISTORY.install(connection)
    HISTORY.note_what_stands(connection, "migrate")

    assert agree(world) > 20
    letters = world.wanted[OpinionLetter]
    assert told(OpinionLetter, {"agency": busy.police}, letters)[1] != set()


def test_a_record_entered_while_a_period_was_closed_is_not_known(busy: County) -> None:
    moment = timezone.now()
    sleep(0.002)
    row = busy.handler
    case = Reconsideration.objects.order_by("pk").first()
    assert case is not None
    HISTORY.remove(connection)
    Change.objects.filter(label="cases.reconsideration", row_key=case.pk).update(at=timezone.now())
    HISTORY.install(connection)

    found = answered(Reconsideration, {"handler": row}, Asked.about({moment: {case.pk}}))

    assert found.not_known == {case.pk}


def test_every_filter_says_what_it_is_told_from() -> None:
    for model in MODELS:
        for name, each in filters_of(model).base_filters.items():
            assert each.reads, (model, name)
