"""A form handed in twice makes one record, whoever is first."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from cases.reconsideration.models.case import Reconsideration
from cases.registry.desk.submissions import KEPT, Submission
from cases.registry.users import User
from seeds.factories.registry import UserFactory
from tests.cases.registry.desk.conftest import ADD, Entry

pytestmark = pytest.mark.django_db


def test_it_makes_one_case_of_a_form_handed_in_twice(desk: Client, entry: Entry) -> None:
    entry["_once"] = str(uuid4())

    first = desk.post(ADD, entry | {"_continue": "1"})
    second = desk.post(ADD, entry | {"_continue": "1"})

    assert Reconsideration.objects.count() == 1
    assert second["Location"] == first["Location"]


def test_it_tells_the_second_what_the_first_was_told(desk: Client, entry: Entry) -> None:
    entry["_once"] = str(uuid4())
    desk.post(ADD, entry, follow=True)

    response = desk.post(ADD, entry, follow=True)

    assert "张政复〔2024〕1号" in str(next(iter(response.context["messages"])))


def test_a_form_sent_back_is_handed_in_again_under_its_key(desk: Client, entry: Entry) -> None:
    entry["_once"] = key = str(uuid4())

    sent_back = desk.post(ADD, entry | {"received_on": "never"})
    desk.post(ADD, entry)

    assert str(sent_back.context["once"]) == key
    assert Reconsideration.objects.count() == 1


def test_each_form_to_add_has_a_key_of_its_own(desk: Client) -> None:
    keys = {desk.get(ADD).context["once"] for _ in range(2)}

    assert len(keys) == 2


def test_a_key_is_a_persons_own(desk: Client, entry: Entry, clerk: User) -> None:
    entry["_once"] = str(uuid4())
    desk.post(ADD, entry)
    desk.force_login(UserFactory.create(agency=clerk.agency))

    desk.post(ADD, entry)

    assert Reconsideration.objects.count() == 2


def test_the_database_keeps_a_key_once(clerk: User) -> None:
    key = uuid4()
    Submission.objects.create(user=clerk, key=key)

    with pytest.raises(IntegrityError), transaction.atomic():
        Submission.objects.create(user=clerk, key=key)


def test_old_keys_go_when_the_next_form_is_handed_in(
    desk: Client, entry: Entry, clerk: User
) -> None:
    Submission.objects.create(user=clerk, key=uuid4())
    Submission.objects.update(handed_in_at=timezone.now() - KEPT - timedelta(hours=1))

    desk.post(ADD, entry | {"_once": str(uuid4())})

    assert Submission.objects.count() == 1
