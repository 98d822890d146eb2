"""Numbers on forms: masked, kept when the mask comes back, shown with a reason."""

from typing import Any

import pytest
from django.contrib import admin
from django.test import Client

from cases.reconsideration.models.children import ReconsiderationParty
from cases.registry.accesses.entries import AccessEntry
from cases.registry.agencies import Agency, AgencyKind
from cases.registry.masking import MASKED_FIELDS
from cases.registry.roles import Role
from cases.registry.users import User
from seeds.factories.mediation import MediatorFactory
from seeds.factories.reconsideration import ReconsiderationPartyFactory
from seeds.factories.registry import AgencyFactory, UserFactory
from tests.lawgov.gates.conftest import acts

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]
NUMBER, MASK = "11010519491231002X", "110105********002X"
PHONE, PHONE_MASK = "13800001234", "138****1234"


@pytest.fixture
def party(bureau: Agency) -> ReconsiderationParty:
    made: ReconsiderationParty = ReconsiderationPartyFactory.create(
        identity_number=NUMBER, telephone=PHONE
    )
    return made


@pytest.fixture
def clerk(client: Client, person: User) -> Client:
    client.force_login(person)
    client.cookies["django_language"] = "en"
    return client


def form_of(client: Client, party: ReconsiderationParty) -> dict[str, Any]:
    """What a browser would post back untouched."""
    page = client.get(f"/admin/cases/reconsideration/{party.case_id}/change/")
    typed: dict[str, Any] = {}
    forms = [page.context["adminform"].form]
    for inline in page.context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    for form in forms:
        for bound in form:
            value = bound.value()
            if value is not None and value is not False:
                typed[bound.html_name] = value
    return typed


def post(client: Client, party: ReconsiderationParty, **changed: str) -> Any:
    typed = form_of(client, party) | {f"parties-0-{name}": text for name, text in changed.items()}
    answer = client.post(f"/admin/cases/reconsideration/{party.case_id}/change/", typed)
    party.refresh_from_db()
    return answer


@pytest.mark.parametrize("role", [Role.CLERK, Role.SUPERVISOR])
def test_a_form_shows_the_masks_alone(
    clerk: Client, person: User, party: ReconsiderationParty, role: Role
) -> None:
    User.objects.filter(pk=person.pk).update(role=role)

    page = clerk.get(f"/admin/cases/reconsideration/{party.case_id}/change/").content.decode()

    assert MASK in page
    assert PHONE_MASK in page
    assert not any(number in page for number in (NUMBER, PHONE))


def test_a_form_of_its_own_shows_the_mask_alone_to_who_only_reads(
    clerk: Client, person: User
) -> None:
    User.objects.filter(pk=person.pk).update(role=Role.SUPERVISOR)
    mediator = MediatorFactory.create(telephone=PHONE)

    page = clerk.get(f"/admin/mediation/mediator/{mediator.pk}/change/").content.decode()

    assert PHONE_MASK in page
    assert PHONE not in page


def test_the_mask_posted_back_changes_nothing(clerk: Client, party: ReconsiderationParty) -> None:
    answer = post(clerk, party, name="申请人乙")

    assert answer.status_code == 302
    assert (party.name, party.identity_number, party.telephone) == ("申请人乙", NUMBER, PHONE)


def test_a_number_typed_anew_replaces_the_old(clerk: Client, party: ReconsiderationParty) -> None:
    post(clerk, party, identity_number="440524 18800101 0014")

    assert party.identity_number == "440524188001010014"


def test_a_number_taken_out_is_gone(clerk: Client, party: ReconsiderationParty) -> None:
    post(clerk, party, telephone="")

    assert (party.telephone, party.identity_number) == ("", NUMBER)


@pytest.mark.parametrize(
    ("typed", "told"),
    [("1101**********002X", "Type the whole number anew"), ("110105194912310021", "mistyped")],
)
def test_half_a_mask_or_a_wrong_number_is_refused(
    clerk: Client, party: ReconsiderationParty, typed: str, told: str
) -> None:
    answer = post(clerk, party, identity_number=typed)

    assert told in answer.content.decode()
    assert party.identity_number == NUMBER


def address(party: ReconsiderationParty, field: str = "identity_number") -> str:
    return f"/account/reveal/cases/reconsiderationparty/{party.pk}/{field}/"


def test_it_is_shown_with_a_reason_which_is_entered(
    clerk: Client, person: User, party: ReconsiderationParty
) -> None:
    shown = clerk.post(address(party), {"reason": "送达核对"}).content.decode()

    entered = AccessEntry.objects.get(act="reveal")
    assert NUMBER in shown
    assert (entered.person, entered.detail) == (person, "送达核对")
    assert str(party.case) in entered.subject


@pytest.mark.parametrize("reason", ["", " "])
def test_without_a_reason_it_is_not(
    clerk: Client, party: ReconsiderationParty, reason: str
) -> None:
    answers = [clerk.get(address(party)), clerk.post(address(party), {"reason": reason})]

    assert not any(NUMBER in answer.content.decode() for answer in answers)
    assert acts() == []


def test_the_script_is_answered_in_json(clerk: Client, party: ReconsiderationParty) -> None:
    headers = {"accept": "application/json"}

    right = clerk.post(address(party, "telephone"), {"reason": "通知开庭"}, headers=headers)
    wrong = clerk.post(address(party, "telephone"), {"reason": ""}, headers=headers)

    assert right.json() == {"number": PHONE}
    assert "number" not in wrong.json()


@pytest.mark.parametrize("field", ["name", "address", "id", "nothing"])
def test_no_other_field_is_shown_there(
    clerk: Client, party: ReconsiderationParty, field: str
) -> None:
    assert clerk.post(address(party, field), {"reason": "核对"}).status_code == 404


def test_a_township_clerk_is_not_shown_another_towns(
    client: Client, bureau: Agency, party: ReconsiderationParty
) -> None:
    town = AgencyFactory.create(township=True, parent=bureau.parent)
    client.force_login(UserFactory.create(agency=town))

    answer = client.post(address(party), {"reason": "核对"})

    assert Agency.objects.get(pk=town.pk).kind == AgencyKind.TOWNSHIP
    assert answer.status_code == 404
    assert acts() == ["refused"]


@pytest.mark.parametrize("role", [r for r in Role if r.name.endswith(("ADMINISTRATOR", "AUDITOR"))])
def test_an_administrator_is_not_shown_any(
    clerk: Client, person: User, party: ReconsiderationParty, role: Role
) -> None:
    User.objects.filter(pk=person.pk).update(role=role)

    assert clerk.post(address(party), {"reason": "核对"}).status_code == 403


def test_no_list_has_a_column_of_numbers() -> None:
    columns = {
        (model.__name__, name)
        for model, shown in admin.site._registry.items()
        for name in (*shown.list_display, *shown.search_fields)
        if str(name).rpartition("__")[2] in MASKED_FIELDS
    }

    assert columns == set()


def test_a_print_is_entered_and_a_flood_is_not(clerk: Client) -> None:
    for _time in range(30):
        answer = clerk.post("/account/printed/", {"path": "/admin/cases/agency/"})

    assert answer.status_code == 204
    assert acts() == ["print"] * 20
