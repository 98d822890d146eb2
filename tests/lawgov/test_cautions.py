"""Soft rules: warned of with the article, let pass with a reason, recorded whichever door it is."""

import csv
from collections.abc import Iterator, Mapping
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from cases.reconsideration.models.case import Reconsideration
from cases.registry.cautions.recorded import Caution
from cases.registry.history.acts import Door
from cases.registry.roles import Role
from seeds.factories.cautions import CautionFactory
from seeds.factories.litigation import (
    InstanceFactory,
)
from seeds.factories.reconsideration import (
    ReconsiderationFactory,
)
from seeds.factories.registry import AgencyFactory, UserFactory

pytestmark = [
    pytest.mark.django_db,
    # Static files are collected when the site is put up, not for a test.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]

# A hearing on Wednesday 2024-05-08 is to be announced by Sunday 2024-04-28, a make-up day.
HEARING = {"hearing_on": "2024-05-08", "hearing_notified_on": "2024-04-29"}
ACCEPTED = {"received_on": "2024-04-08", "accepted_on": "2024-04-12"}
LATE = {"received_on": "2024-04-08", "accepted_on": "2024-04-16"}  # by 2024-04-15
ANNOUNCED_LATE = "reconsideration.hearing_announced_late"


@pytest.fixture(autouse=True)
def english(settings: Any) -> Iterator[None]:
    settings.LANGUAGE_CODE = "en"
    with translation.override("en"):
        yield


@pytest.fixture
def clerk(client: Client) -> Client:
    bureau = AgencyFactory.create(bureau=True, parent=AgencyFactory.create(county=True))
    client.force_login(UserFactory.create(role=Role.CLERK, agency=bureau, full_name="经办甲"))
    client.cookies["django_language"] = "en"
    return client


def form_of(case: Reconsideration, **fields: Any) -> dict[str, Any]:
    form: dict[str, Any] = {
        "received_on": "2024-04-08",
        "received_by": "counter",
        "respondent": case.respondent.pk,
        "field": case.field.pk,
        "act_kind": case.act_kind.pk,
        "claim": "revoke",
        "procedure": "ordinary",
    }
    for name in ("parties", "suspensions", "extension", "opinion_letters", "tags", "attachments"):
        form |= {f"{name}-TOTAL_FORMS": 0, f"{name}-INITIAL_FORMS": 0}
    return form | fields


def address(case: Any) -> str:
    return f"/admin/{case._meta.app_label}/{case._meta.model_name}/{case.pk}/change/"


def save(clerk: Client, case: Reconsideration, reason: str = "", **fields: Any) -> Any:
    """Save once; where the form asks, save again with what it asked for and the reason."""
    form = form_of(case, **fields)
    page = clerk.post(address(case), form)
    if reason:
        assert page.status_code == 200, "nothing was asked"
        form |= {
            "caution-seen": page.context["caution_form"]["seen"].value(),
            "caution-reason": reason,
        }
        return clerk.post(address(case), form)
    return page


def recorded(case: Any, **narrowed: Any) -> list[Caution]:
    rows = Caution.objects.filter(table=case._meta.label_lower, record=case.pk, **narrowed)
    return list(rows.order_by("pk"))


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


def test_what_a_respondent_does_is_noted_without_asking(clerk: Client) -> None:
    case = ReconsiderationFactory.create()

    page = save(
        clerk, case, **ACCEPTED, copy_served_on="2024-04-15", replied_on="2024-05-10"
    )  # by 2024-04-28, a make-up day: ten working days

    assert page.status_code == 302
    assert [(row.rule, row.reason) for row in recorded(case)] == [
        ("reconsideration.replied_late", "")
    ]


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


def test_a_voided_record_is_warned_of_no_more(clerk: Client) -> None:
    case = ReconsiderationFactory.create()
    save(clerk, case, "parties asked", **ACCEPTED, **HEARING)

    save(clerk, case, **ACCEPTED, **HEARING, voided_on="2024-06-03", void_reason="twice")

    assert recorded(case, ended_at=None) == []


def test_a_change_past_every_door_shows_on_the_record(clerk: Client) -> None:
    case = ReconsiderationFactory.create()
    fields = {**ACCEPTED, **HEARING}
    named = ", ".join(f"{name} = %s" for name in fields)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE cases_reconsideration SET {named} WHERE id = %s",  # noqa: S608
            [*fields.values(), case.pk],
        )

    page = clerk.get(address(case)).content.decode()

    assert "less than five working days before it" in page
    assert "no reason given" in page


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Two cases, one of them accepted late with a hearing announced late."""
    known = ReconsiderationFactory.create()
    named = {name: getattr(known, name).name for name in ("respondent", "field", "act_kind")}
    cases = (
        {"docket": "张政复〔2024〕9001号", **LATE, **HEARING, **named},
        {"docket": "张政复〔2024〕9002号", **ACCEPTED, "hearing_on": "", **named},
    )
    with (tmp_path / "reconsideration.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(cases[0]), restval="")
        writer.writeheader()
        writer.writerows(cases)
    return tmp_path


def load(folder: Path) -> str:
    said = StringIO()
    call_command("load", folder, stdout=said)
    return said.getvalue()


def test_a_ledger_is_taken_in_and_its_warnings_are_printed(ledger: Path) -> None:
    said = load(ledger)

    assert "2 warnings recorded, taken in without a reason:" in said
    assert "1 × The hearing was announced less than five working days before it. 张政复" in said


def test_what_a_ledger_brings_waits_for_a_reason(clerk: Client, ledger: Path) -> None:
    load(ledger)
    case = Reconsideration.objects.get(docket__text="张政复〔2024〕9001号")

    before = clerk.get(address(case)).content.decode()
    form = form_of(case, **LATE, **HEARING) | {"caution-reason": "old paper file"}
    clerk.post(address(case), form)

    assert "taken in from a ledger, no reason given" in before
    assert {(row.door, row.reason) for row in recorded(case)} == {("ledger", "old paper file")}


def test_a_ledger_taken_in_again_warns_of_nothing_new(ledger: Path) -> None:
    load(ledger)

    said = load(ledger)

    assert "warning" not in said
    assert Caution.objects.count() == 2


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


def test_the_database_refuses_a_form_without_a_reason() -> None:
    with pytest.raises(IntegrityError, match="caution_of_a_form_has_a_reason"):
        CautionFactory.create(door=Door.FORM)


def test_a_warning_stands_on_a_record_once() -> None:
    first = CautionFactory.create()

    with pytest.raises(IntegrityError):
        CautionFactory.create(record=first.record)


def test_the_list_shows_what_a_person_may_see(clerk: Client) -> None:
    hidden = AgencyFactory.create()
    CautionFactory.create()

    page = clerk.get("/admin/cases/caution/", {"standing": "mute"}).content.decode()
    clerk.force_login(UserFactory.create(role=Role.CLERK, agency=hidden))
    other = clerk.get("/admin/cases/caution/").content.decode()

    assert "The hearing was announced less than five working days before it." in page
    assert "The hearing was announced" not in other.partition("result_list")[2]


def test_a_record_with_many_warnings_costs_what_one_with_few_does(clerk: Client) -> None:
    case = ReconsiderationFactory.create(
        received_on=date(2024, 4, 8), accepted_on=date(2024, 4, 16)
    )
    clerk.get(address(case))
    counts = []
    for ended in (1, 9):
        for _ in range(ended):
            CautionFactory.create(record=case.pk, ended_at=CautionFactory.at)
        with CaptureQueriesContext(connection) as captured:
            clerk.get(address(case))
        counts.append(len(captured))

    assert counts[0] == counts[1]
