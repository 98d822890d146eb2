"""What rows said at earlier moments, by the history of their changes."""

from datetime import datetime
from time import sleep
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import OpinionLetter
from cases.reconsideration.terms import Outcome
from cases.registry.history.recalling import NOT_KNOWN, recall, together
from lawgov.triggers import HISTORY
from seeds.factories.reconsideration import OpinionLetterFactory, ReconsiderationFactory
from seeds.factories.registry import AgencyFactory

pytestmark = pytest.mark.django_db


def now() -> datetime:
    """A moment that no later change shares: SQLite writes down milliseconds."""
    moment = timezone.now()
    sleep(0.002)
    return moment


def said(model: Any, path: str, moment: datetime, *keys: int) -> list[Any]:
    found = recall(model, path, {moment: set(keys)})
    return [found.of(moment, key) for key in keys]


def test_a_row_that_was_changed_twice_says_what_it_said_before_both() -> None:
    case = ReconsiderationFactory.create(concluded=True, outcome=Outcome.REVOKED)
    other, another = AgencyFactory.create_batch(2)
    first = now()
    Reconsideration.objects.filter(pk=case.pk).update(respondent=other)
    second = now()
    Reconsideration.objects.filter(pk=case.pk).update(
        respondent=another, outcome=Outcome.UPHELD, is_enterprise_related=True
    )

    assert said(Reconsideration, "respondent", first, case.pk) == [case.respondent_id]
    assert said(Reconsideration, "respondent", second, case.pk) == [other.pk]
    assert said(Reconsideration, "outcome", first, case.pk) == [Outcome.REVOKED]


def test_a_row_that_was_removed_says_what_it_said_last() -> None:
    letter = OpinionLetterFactory.create()
    key, moment = letter.pk, now()

    letter.delete()

    assert said(OpinionLetter, "case", moment, key) == [letter.case_id]
    assert said(OpinionLetter, "case__handler", moment, key) == [letter.case.handler_id]


def test_what_was_empty_comes_back_empty_in_its_own_way() -> None:
    case = ReconsiderationFactory.create()
    key, moment = case.pk, now()

    case.delete()

    paths = ("handler", "outcome", "is_enterprise_related")
    assert [said(Reconsideration, path, moment, key) for path in paths] == [[None], [""], [False]]


def test_every_step_of_a_path_is_taken_as_of_the_moment() -> None:
    letter = OpinionLetterFactory.create()
    before, moment = letter.case.respondent.respondent_kind_id, now()
    other = ReconsiderationFactory.create()

    type(letter.case.respondent).objects.update(respondent_kind=None)
    Reconsideration.objects.filter(pk=letter.case_id).update(respondent=other.respondent)
    OpinionLetter.objects.filter(pk=letter.pk).update(case=other)

    path = "case__respondent__respondent_kind"
    assert said(OpinionLetter, path, moment, letter.pk) == [before]
    assert said(OpinionLetter, path, now(), letter.pk) == [None]


def test_a_row_the_history_does_not_know_is_not_guessed() -> None:
    later = now()
    case = ReconsiderationFactory.create()

    assert said(Reconsideration, "outcome", now(), case.pk + 1) == [NOT_KNOWN]
    assert said(Reconsideration, "outcome", later, case.pk) == [NOT_KNOWN]  # it was not there


def test_what_a_migration_changed_is_told_from_the_changes_before_it() -> None:
    case = ReconsiderationFactory.create(concluded=True, outcome=Outcome.REVOKED)
    moment = now()

    unseen(outcome=Outcome.UPHELD)

    assert said(Reconsideration, "outcome", moment, case.pk) == [Outcome.REVOKED]
    assert said(Reconsideration, "outcome", now(), case.pk) == [Outcome.UPHELD]


def unseen(**values: Any) -> None:
    """Change every case as a migration does, and note down what it left."""
    HISTORY.remove(connection)
    Reconsideration.objects.update(**values)
    HISTORY.install(connection)
    HISTORY.note_what_stands(connection, "migrate")


def test_what_was_the_same_at_every_moment_is_told_once() -> None:
    steady, moving = ReconsiderationFactory.create_batch(2)
    first = now()
    Reconsideration.objects.filter(pk=moving.pk).update(respondent=AgencyFactory.create())
    second = now()

    told = recall(
        Reconsideration, "respondent", {at: {steady.pk, moving.pk} for at in (first, second)}
    )

    assert told.always == {steady.pk: steady.respondent_id}
    assert told.at.keys() == {(first, moving.pk), (second, moving.pk)}
    assert told.of(first, moving.pk) == moving.respondent_id != told.of(second, moving.pk)


def test_several_things_are_told_together_at_every_moment() -> None:
    steady, moving = ReconsiderationFactory.create_batch(2)
    first = now()
    Reconsideration.objects.filter(pk=moving.pk).update(is_enterprise_related=True)
    wanted = {first: {steady.pk, moving.pk}, now(): {moving.pk}}
    paths = ("respondent", "is_enterprise_related")

    told = together([recall(Reconsideration, path, wanted) for path in paths], wanted)

    assert told.always == {steady.pk: (steady.respondent_id, False)}
    assert told.of(first, moving.pk) == (moving.respondent_id, False)
    assert [told.of(moment, moving.pk)[1] for moment in wanted] == [False, True]


def test_more_rows_take_no_more_queries(django_assert_num_queries: Any) -> None:
    cases = ReconsiderationFactory.create_batch(5)
    moment = now()
    Reconsideration.objects.update(is_enterprise_related=True)

    with django_assert_num_queries(4):
        said(Reconsideration, "respondent__kind", moment, *(case.pk for case in cases))
    with django_assert_num_queries(4):
        said(Reconsideration, "respondent__kind", moment, cases[0].pk)
