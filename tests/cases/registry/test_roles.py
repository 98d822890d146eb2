"""Every role, every action, every kind of table: the whole answer, written out."""

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser

from cases.reconsideration.models.case import Reconsideration
from cases.registry.permissions import RoleBackend
from cases.registry.roles import CONFIGURATION, TABLES, Keeping, Role, may
from cases.registry.users import User

ACTIONS = ("view", "add", "change", "delete")

# What each role may do with records, with the tables behind them, and with accounts.
TABLE = {
    Role.CLERK: ({"view", "add", "change"}, {"view"}, set()),
    Role.REVIEWER: ({"view", "add", "change"}, {"view"}, set()),
    Role.SUPERVISOR: ({"view"}, {"view"}, set()),
    Role.SYSTEM_ADMINISTRATOR: (set(), {"view", "add", "change"}, set()),
    Role.SECURITY_ADMINISTRATOR: (set(), {"view"}, {"view", "add", "change"}),
    Role.AUDITOR: (set(), {"view"}, set()),
}
KINDS = {
    **{("cases", model): 1 for model in sorted(CONFIGURATION)},
    ("cases", "user"): 2,
    **{("cases", model): 0 for model in ("reconsideration", "suspension", "opinionletter")},
    ("mediation", "mediation"): 0,
    ("enforcement", "casefile"): 0,
}
# A library's own tables: nobody opens them, whatever they hold.
LIBRARIES = {"admin", "auth", "axes", "contenttypes", "otp_static", "otp_totp", "sessions"}


def test_the_table_names_every_role() -> None:
    assert set(TABLE) == set(Role)


def test_every_table_there_is_has_been_thought_of() -> None:
    there = {(model._meta.app_label, model._meta.model_name) for model in apps.get_models()}

    ours = {table for table in there if table[0] not in LIBRARIES}

    assert ours == set(TABLES)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("table", [("cases", "accessentry"), ("reports", "exportlog")])
def test_the_auditor_reads_the_logs_and_nobody_writes_them(
    role: Role, action: str, table: tuple[str, str]
) -> None:
    assert may(role, action, *table) is (role == Role.AUDITOR and action == "view")


@pytest.mark.parametrize("role", Role)
def test_what_the_application_alone_writes_is_shown_to_nobody(role: Role) -> None:
    own = [table for table, keeping in TABLES.items() if keeping is Keeping.OWN]

    assert own
    assert not any(may(role, action, *table) for action in ACTIONS for table in own)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize(("table", "kind"), KINDS.items(), ids=str)
def test_a_role_may_do_this_and_nothing_else(
    role: Role, action: str, table: tuple[str, str], kind: int
) -> None:
    assert may(role, action, *table) is (action in TABLE[role][kind])


@pytest.mark.parametrize("role", [*Role, ""])
@pytest.mark.parametrize("table", KINDS)
def test_nobody_deletes(role: str, table: tuple[str, str]) -> None:
    assert not may(role, "delete", *table)


@pytest.mark.parametrize("role", ["", "chief"])
@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("table", KINDS)
def test_without_a_role_one_may_do_nothing(role: str, action: str, table: tuple[str, str]) -> None:
    assert not may(role, action, *table)


@pytest.mark.parametrize("role", Role)
def test_what_nobody_thought_of_is_not_allowed(role: Role) -> None:
    assert not may(role, "export", "cases", "reconsideration")
    assert not may(role, "view", "sessions", "session")
    assert not may(role, "change", "auth", "group")


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("action", ACTIONS)
def test_django_is_answered_from_the_roles(role: Role, action: str) -> None:
    person = User(role=role)

    assert person.has_perm(f"cases.{action}_reconsideration") is may(
        role, action, "cases", "reconsideration"
    )


@pytest.mark.parametrize("role", Role)
def test_who_was_switched_off_may_do_nothing(role: Role) -> None:
    person = User(role=role, is_active=False)

    assert not person.has_perm("cases.view_agency")
    assert not person.has_module_perms("cases")


def test_who_has_not_signed_in_may_do_nothing() -> None:
    assert not RoleBackend().has_perm(AnonymousUser(), "cases.view_agency")
    assert not RoleBackend().has_module_perms(AnonymousUser(), "cases")


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        (Role.CLERK, {"cases", "mediation", "enforcement", "reports"}),
        (Role.REVIEWER, {"cases", "mediation", "enforcement", "reports"}),
        (Role.SUPERVISOR, {"cases", "mediation", "enforcement", "reports"}),
        (Role.SYSTEM_ADMINISTRATOR, {"cases"}),
        (Role.SECURITY_ADMINISTRATOR, {"cases"}),
        (Role.AUDITOR, {"cases", "reports"}),
    ],
)
def test_one_is_shown_the_parts_in_which_one_may_see_something(role: Role, shown: set[str]) -> None:
    person = User(role=role)

    assert {label for label in apps.app_configs if person.has_module_perms(label)} == shown


def test_nothing_is_granted_by_a_list() -> None:
    assert User(role=Role.CLERK).get_all_permissions() == set()


@pytest.mark.django_db
def test_who_installs_it_opens_accounts_and_sees_no_case() -> None:
    installer = User(username="installer", is_superuser=True)

    assert installer.has_perm("cases.add_user")
    assert not installer.has_perm("cases.view_reconsideration")
    assert not Reconsideration.objects.visible_to(installer).exists()
