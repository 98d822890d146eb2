"""A ledger that somebody brings takes in nothing that this person could not enter."""

from collections.abc import Callable

import pytest
from django.core.management import CommandError, call_command

from cases.reconsideration.models.case import Reconsideration
from cases.registry.agencies import Agency
from cases.registry.history.models import Change
from cases.registry.ledgers.faults import LedgerRefused
from cases.registry.ledgers.intake import Intake
from cases.registry.roles import Role
from cases.registry.users import User
from seeds.factories.reconsideration import ReconsiderationFactory
from seeds.factories.registry import AgencyFactory, UserFactory
from tests.cases.registry.ledgers.conftest import LEDGERS, Desk, case

OTHERS = "This concerns other bodies alone. You enter what concerns 第一局 or a body under it"
PARTY = {"role": "applicant", "kind": "citizen", "name": "张伟", "persons": 1}


@pytest.fixture
def clerk(county: None) -> User:
    AgencyFactory.create(code="A2", name="第二局")
    return User.objects.get(username="clerk-a")


@pytest.fixture
def faults(desk: Desk) -> Callable[[User], list[str]]:
    def said(by: User) -> list[str]:
        with pytest.raises(LedgerRefused) as refused:
            Intake(LEDGERS, by=by).load(desk.folder)
        return [str(fault) for fault in refused.value.faults]

    return said


def test_ones_own_comes_in_and_is_ones_own_doing(desk: Desk, clerk: User) -> None:
    desk.lay("reconsideration", case())

    Intake(LEDGERS, by=clerk).load(desk.folder)

    made = Reconsideration.objects.get()
    assert Change.objects.get(label=made._meta.label_lower, row_key=made.pk).person == clerk.pk


def test_the_line_of_another_body_is_named_and_nothing_comes_in(
    desk: Desk, clerk: User, faults: Callable[[User], list[str]]
) -> None:
    desk.lay("reconsideration", case(), case(docket="张政复〔2024〕2号", respondent="第二局"))

    (said,) = faults(clerk)

    assert said.startswith(f"reconsideration.csv:3:respondent “第二局” – {OTHERS}")
    assert not Reconsideration.objects.exists()


def test_the_same_comes_in_from_the_server(desk: Desk, clerk: User) -> None:
    desk.lay("reconsideration", case(respondent="第二局"))

    desk.take_in()

    assert Reconsideration.objects.get().respondent.name == "第二局"


def test_nothing_is_hung_on_another_bodys_record(
    desk: Desk, clerk: User, faults: Callable[[User], list[str]]
) -> None:
    theirs = ReconsiderationFactory.create(respondent=Agency.objects.get(code="A2"))
    desk.lay("reconsideration_parties", {"case": theirs.docket, **PARTY})

    (said,) = faults(clerk)

    assert OTHERS in said


def test_who_does_not_keep_a_table_brings_no_ledger_of_it(
    desk: Desk, clerk: User, faults: Callable[[User], list[str]]
) -> None:
    desk.lay("agencies", {"code": "A3", "name": "第三局", "kind": "department"})

    (said,) = faults(clerk)

    assert said == f"agencies.csv – {clerk} does not enter these"


def test_a_supervisor_brings_nothing(
    desk: Desk, clerk: User, faults: Callable[[User], list[str]]
) -> None:
    desk.lay("reconsideration", case())
    reader = UserFactory.create(role=Role.SUPERVISOR, agency=clerk.agency)

    assert len(faults(reader)) == 1


def test_a_name_nobody_bears_is_no_person(desk: Desk, clerk: User) -> None:
    with pytest.raises(CommandError, match="Nobody here is called “nobody”"):
        call_command("load", desk.folder, by="nobody", verbosity=0)
