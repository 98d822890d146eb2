"""Which rows may have said something else than they say now."""

from datetime import datetime
from random import Random
from time import sleep
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cases.reconsideration.models.case import Reconsideration
from cases.registry.agencies import Agency
from cases.registry.codes import RespondentKind
from cases.registry.history.asking import Asked
from cases.registry.history.moving import moved
from lawgov.triggers import HISTORY
from seeds.factories.reconsideration import ReconsiderationFactory
from seeds.factories.registry import AgencyFactory

pytestmark = pytest.mark.django_db

PATHS = ("respondent__respondent_kind", "handler")


def now() -> datetime:
    """A moment that no later change shares: SQLite writes down milliseconds."""
    moment = timezone.now()
    sleep(0.002)
    return moment


def found(wanted: dict[datetime, set[int]]) -> set[int]:
    return moved(Reconsideration, PATHS, Asked.about(wanted))


def test_a_change_of_what_the_path_does_not_read_is_none() -> None:
    first, second = ReconsiderationFactory.create_batch(2)
    moment = now()
    Reconsideration.objects.filter(pk=first.pk).update(note="read again", claim="revoke")
    Reconsideration.objects.filter(pk=second.pk).update(respondent=AgencyFactory.create())

    assert found({moment: {first.pk, second.pk}}) == {second.pk}


def test_a_row_is_found_by_what_it_leads_to() -> None:
    first, second = ReconsiderationFactory.create_batch(2)
    respondents = Agency.objects.filter(pk=first.respondent_id)
    moment = now()
    respondents.update(name="renamed")
    assert found({moment: {first.pk, second.pk}}) == set()

    respondents.update(respondent_kind=RespondentKind.objects.order_by("pk").last())

    assert found({moment: {first.pk, second.pk}}) == {first.pk}


def test_what_changed_before_a_row_is_asked_about_is_none() -> None:
    first, second = ReconsiderationFactory.create_batch(2)
    early = now()
    Reconsideration.objects.filter(pk=second.pk).update(respondent=AgencyFactory.create())
    late = now()

    assert found({early: {first.pk}, late: {first.pk, second.pk}}) == set()
    assert found({early: {second.pk}, late: {first.pk}}) == {second.pk}


def test_a_row_that_is_not_there_is_found_without_any_history() -> None:
    case = ReconsiderationFactory.create()

    assert found({now(): {case.pk, case.pk + 1, case.pk + 10**6}}) == {
        case.pk + 1,
        case.pk + 10**6,
    }


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_not_there_is_found_between_whatever_is(seed: int) -> None:
    chance = Random(seed)  # noqa: S311  # repeatable, not secret
    there = {case.pk for case in ReconsiderationFactory.create_batch(12)}
    HISTORY.remove(connection)
    gone = set(chance.sample(sorted(there), 3))
    Reconsideration.objects.filter(pk__in=gone).delete()
    HISTORY.install(connection)
    far = {max(there) + each for each in chance.sample(range(1, 5000), 20)}
    asked = {*chance.sample(sorted(there), 9), *far}

    assert found({now(): asked}) == asked & (gone | far)


def test_more_rows_take_no_more_queries() -> None:
    cases: list[Any] = ReconsiderationFactory.create_batch(9)
    moment = now()

    def queries(count: int) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert found({moment: {case.pk for case in cases[:count]}}) == set()
        return len(captured)

    assert queries(9) == queries(3) == 3
