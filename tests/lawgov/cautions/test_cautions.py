"""Soft rules: warned of with the article, let pass with a reason, recorded whichever door it is."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from django.test import Client

from cases.reconsideration.models.case import Reconsideration
from cases.registry.history.acts import Door
from seeds.factories.litigation import (
    InstanceFactory,
)
from seeds.factories.reconsideration import (
    ReconsiderationFactory,
)
from tests.lawgov.cautions.warned import ACCEPTED, HEARING, LATE, address, form_of, recorded, save

pytestmark = [
    pytest.mark.django_db,
    # Static files are collected when the site is put up, not for a test.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]


ANNOUNCED_LATE = "reconsideration.hearing_announced_late"


def test_a_hearing_announced_late_is_not_saved_before_somebody_says_why(clerk: Client) -> None:
    case = ReconsiderationFactory.create()

    page = save(clerk, case, **ACCEPTED, **HEARING).content.decode()

    assert "less than five working days before it" in page
    assert "by 2024-04-28, was on 2024-04-29" in page
    assert "art. 51" in page
    assert not Reconsideration.objects.filter(hearing_on__isnull=False).exists()


def test_it_is_saved_with_the_reason(clerk: Client) -> None:
    case = ReconsiderationFactory.create()

    save(clerk, case, "parties asked for it", **ACCEPTED, **HEARING)

    (row,) = recorded(case)
    assert Reconsideration.objects.get(pk=case.pk).hearing_on == date(2024, 5, 8)
    assert (row.rule, row.reason, row.door) == (ANNOUNCED_LATE, "parties asked for it", Door.FORM)
    assert (row.due_on, row.done_on) == (date(2024, 4, 28), date(2024, 4, 29))
    assert str(row.by) == "经办甲"


def test_the_reason_stands_on_the_record(clerk: Client) -> None:
    case = ReconsiderationFactory.create()
    save(clerk, case, "parties asked for it", **ACCEPTED, **HEARING)

    page = clerk.get(address(case)).content.decode()

    assert "Reason: parties asked for it · 经办甲" in page


def test_one_reason_answers_several_warnings(clerk: Client) -> None:
    case = ReconsiderationFactory.create()

    save(clerk, case, "post delayed", **LATE, **HEARING)

    assert {row.reason for row in recorded(case)} == {"post delayed"}
    assert len(recorded(case)) == 2


def test_a_reason_answers_only_what_was_seen(clerk: Client) -> None:
    case = ReconsiderationFactory.create()
    form = form_of(case, **ACCEPTED, **HEARING)
    seen = clerk.post(address(case), form).context["caution_form"]["seen"].value()
    form |= {"caution-seen": seen, "caution-reason": "parties asked", **LATE}

    page = clerk.post(address(case), form)

    assert "by law it counts as accepted on its last day" in page.content.decode()
    assert recorded(case) == []


def test_what_was_answered_is_not_asked_again(clerk: Client) -> None:
    case = ReconsiderationFactory.create()
    save(clerk, case, "parties asked", **ACCEPTED, **HEARING)

    page = save(clerk, case, act_name="a new name", **ACCEPTED, **HEARING)

    assert page.status_code == 302
    assert len(recorded(case)) == 1


def test_other_dates_are_another_matter(clerk: Client) -> None:
    case = ReconsiderationFactory.create()
    save(clerk, case, "parties asked", **ACCEPTED, **HEARING)

    save(clerk, case, "moved", **ACCEPTED, **{**HEARING, "hearing_notified_on": "2024-05-06"})

    first, second = recorded(case)
    assert (first.reason, second.reason) == ("parties asked", "moved")
    assert first.ended_at is not None
    assert second.ended_at is None


def test_what_is_put_right_stays_as_history(clerk: Client) -> None:
    case = ReconsiderationFactory.create()
    save(clerk, case, "parties asked", **ACCEPTED, **HEARING)

    save(clerk, case, **ACCEPTED, **{**HEARING, "hearing_notified_on": "2024-04-26"})

    assert "no longer so since" in clerk.get(address(case)).content.decode()
    assert recorded(case, ended_at=None) == []


def test_no_docket_number_is_lost_by_asking(clerk: Client) -> None:
    known = ReconsiderationFactory.create()
    add = "/admin/cases/reconsideration/add/"
    form = form_of(known, **ACCEPTED, **HEARING)
    page = clerk.post(add, form)
    form |= {"caution-seen": page.context["caution_form"]["seen"].value(), "caution-reason": "so"}

    clerk.post(add, form)

    case = Reconsideration.objects.exclude(pk=known.pk).get()
    assert str(case.docket).endswith("〔2024〕1号")
    assert len(recorded(case)) == 1


def test_a_reason_too_long_is_asked_for_again(clerk: Client) -> None:
    case = ReconsiderationFactory.create()

    page = save(clerk, case, "why" * 200, **ACCEPTED, **HEARING)

    assert "at most 500 characters" in page.content.decode()
    assert recorded(case) == []


def test_an_answer_filed_late_is_asked_about_on_the_form_of_the_instance(clerk: Client) -> None:
    instance = InstanceFactory.create(received_on=date(2024, 3, 4))
    form: Mapping[str, Any] = {
        "dispute": instance.dispute.pk,
        "level": "first",
        "court": instance.court.pk,
        "court_number": instance.court_number,
        "received_on": "2024-03-04",
        "answer_filed_on": "2024-03-20",
        "procedure": "ordinary",
        "hearings-TOTAL_FORMS": 0,
        "hearings-INITIAL_FORMS": 0,
    }

    page = clerk.post(address(instance), form)
    seen = page.context["caution_form"]["seen"].value()
    clerk.post(address(instance), {**form, "caution-seen": seen, "caution-reason": "leave"})

    (row,) = recorded(instance.dispute)
    assert (row.rule, row.about) == ("litigation.answered_late", instance.court_number)
