"""A voided dispute is gone with everything that hangs on it."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from cases.litigation.clock import ROOM
from cases.litigation.models.dispute import Dispute
from cases.litigation.models.hearing import Hearing
from cases.litigation.models.instance import Instance
from cases.litigation.voiding import restore_what_hangs_on, void_what_hangs_on
from cases.registry.history.acts import Door, acting
from cases.registry.roles import Role
from cases.registry.timing.loading import clocks
from seeds.factories.litigation import DisputeFactory, HearingFactory, InstanceFactory
from seeds.factories.registry import AgencyFactory, UserFactory

VOIDED: dict[str, Any] = {"voided_on": date(2024, 6, 3), "void_reason": "重复录入"}

pytestmark = [
    pytest.mark.django_db,
    # Static files are collected when the site is put up, not for a test.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]


def test_nothing_of_it_is_counted_or_clocked() -> None:
    hearing = HearingFactory.create()
    dispute = hearing.instance.dispute

    type(dispute).objects.filter(pk=dispute.pk).update(**VOIDED)

    assert not Instance.objects.recorded().exists()
    assert not Hearing.objects.recorded().exists()
    assert ROOM.working(ROOM.of(dispute.pk), clocks().governing) == []


def test_its_court_number_can_be_entered_again() -> None:
    hearing = HearingFactory.create()
    dispute = DisputeFactory.create()
    instance = hearing.instance
    instance.dispute.voided_on, instance.dispute.void_reason = VOIDED.values()

    void_what_hangs_on(instance.dispute)

    assert InstanceFactory.create(dispute=dispute, court_number=instance.court_number)
    assert Hearing.objects.get(pk=hearing.pk).void_reason == "重复录入"


def test_what_was_voided_before_keeps_its_reason() -> None:
    instance = InstanceFactory.create(voided_on=date(2024, 5, 6), void_reason="案号有误")
    instance.dispute.voided_on, instance.dispute.void_reason = VOIDED.values()

    void_what_hangs_on(instance.dispute)

    assert Instance.objects.get(pk=instance.pk).void_reason == "案号有误"


def test_voiding_one_instance_leaves_the_others() -> None:
    first = InstanceFactory.create(concluded=True)
    second = InstanceFactory.create(
        dispute=first.dispute, second=True, received_on=date(2024, 7, 1)
    )
    second.voided_on, second.void_reason = VOIDED.values()

    void_what_hangs_on(second)

    assert list(Instance.objects.recorded()) == [first]


def voided_whole(record: Dispute | Instance) -> None:
    """As the form does it: the record and what hangs on it, in one act."""
    with acting(Door.FORM):
        type(record).objects.filter(pk=record.pk).update(**VOIDED)
        record.refresh_from_db()
        void_what_hangs_on(record)


def voided_alone(record: Instance | Hearing) -> None:
    with acting(Door.FORM):
        type(record).objects.filter(pk=record.pk).update(**VOIDED)


def test_what_was_voided_with_it_comes_back_with_it() -> None:
    hearing = HearingFactory.create()
    dispute = hearing.instance.dispute
    voided_whole(dispute)

    count = restore_what_hangs_on(dispute)

    assert count == 2
    assert Hearing.objects.get(pk=hearing.pk).voided_on is None
    assert Instance.objects.get(pk=hearing.instance.pk).void_reason == ""


def test_what_was_voided_by_itself_stays_so_although_day_and_reason_are_the_same() -> None:
    hearing = HearingFactory.create()
    alone = HearingFactory.create(instance=hearing.instance, scheduled_on=date(2024, 4, 24))
    voided_alone(alone)
    voided_whole(hearing.instance.dispute)

    count = restore_what_hangs_on(hearing.instance.dispute)

    assert count == 2
    assert list(Hearing.objects.filter(voided_on=None)) == [hearing]


def test_what_was_restored_and_voided_again_by_itself_stays_voided() -> None:
    hearing = HearingFactory.create()
    dispute = hearing.instance.dispute
    voided_whole(dispute)
    Hearing.objects.filter(pk=hearing.pk).update(voided_on=None, void_reason="")
    voided_alone(hearing)

    restore_what_hangs_on(dispute)

    assert Hearing.objects.get(pk=hearing.pk).voided_on == VOIDED["voided_on"]
    assert Instance.objects.get(pk=hearing.instance.pk).voided_on is None


def test_a_reason_written_better_afterwards_keeps_nothing_from_coming_back() -> None:
    instance = InstanceFactory.create()
    voided_whole(instance.dispute)
    Dispute.objects.filter(pk=instance.dispute.pk).update(void_reason="与张政应〔2024〕3号重复")

    assert restore_what_hangs_on(instance.dispute) == 1


def test_nothing_comes_back_that_nobody_says_was_voided_with_it() -> None:
    instance = InstanceFactory.create()
    for record in (instance.dispute, instance):
        type(record).objects.filter(pk=record.pk).update(**VOIDED)

    assert restore_what_hangs_on(instance.dispute) == 0


def test_nothing_comes_back_over_what_was_entered_again() -> None:
    instance = InstanceFactory.create()
    voided_whole(instance.dispute)
    InstanceFactory.create(dispute=DisputeFactory.create(), court_number=instance.court_number)

    count = restore_what_hangs_on(instance.dispute)

    assert count is None
    assert Instance.objects.get(pk=instance.pk).voided_on == VOIDED["voided_on"]


def form_of(dispute: Dispute, **more: Any) -> dict[str, Any]:
    form = {
        "received_on": dispute.received_on,
        "defendant": dispute.defendant.pk,
        "defence": dispute.defence,
        "origin": dispute.origin,
        "field": dispute.field.pk,
        "act_kind": dispute.act_kind.pk,
    }
    for inline in ("parties", "instances", "attachments"):
        form |= {f"{inline}-TOTAL_FORMS": 0, f"{inline}-INITIAL_FORMS": 0}
    return form | more


def test_the_form_voids_and_restores_the_whole(client: Client) -> None:
    bureau = AgencyFactory.create(bureau=True, parent=AgencyFactory.create(county=True))
    client.force_login(UserFactory.create(role=Role.CLERK, agency=bureau))
    instance = InstanceFactory.create()
    address = f"/admin/cases/dispute/{instance.dispute.pk}/change/"

    client.post(address, form_of(instance.dispute, **VOIDED))
    voided_on = Instance.objects.get(pk=instance.pk).voided_on
    page = client.post(address, form_of(instance.dispute), follow=True)

    assert voided_on == VOIDED["voided_on"]
    assert Instance.objects.get(pk=instance.pk).voided_on is None
    assert any("1" in str(each) for each in page.context["messages"])
