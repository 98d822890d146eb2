"""Where the pieces of the desk meet in one form: warnings, collisions, keys, masks and files."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cases.reconsideration.models.case import Reconsideration
from cases.registry.cautions.recorded import Caution
from seeds.factories.reconsideration import ReconsiderationFactory, ReconsiderationPartyFactory
from tests.lawgov.collisions.two import Sent, asked, opened, person, save

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]

# Asked for on Tuesday, a correction was due by Monday 2024-04-15.
LATE = {"received_on": "2024-04-08", "accepted_on": "2024-04-16"}
ADD = "/admin/cases/reconsideration/add/"
OLD, CORRECTED = "11010519491231002X", "110105194912310038"


def test_a_warned_case_saved_with_a_reason_is_made_once(bureau: Any) -> None:
    clerk, like = person(bureau, "甲"), ReconsiderationFactory.create()
    blank = sent(clerk.get(ADD))
    keys = {name: str(getattr(like, f"{name}_id")) for name in ("respondent", "field", "act_kind")}
    typed = blank | {key: [value] for key, value in (LATE | keys).items()}

    page = clerk.post(ADD, typed)
    reasoned = sent(page) | {"caution-reason": ["邮寄在途"]}
    answers = [clerk.post(ADD, reasoned) for _click in range(2)]

    made = Reconsideration.objects.exclude(pk=like.pk)
    assert (page.status_code, [answer.status_code for answer in answers]) == (200, [302, 302])
    assert Caution.objects.get(reason="邮寄在途").record == made.get().pk


def test_a_warned_change_keeps_its_reason_through_a_collision(
    bureau: Any, case: Reconsideration
) -> None:
    first, second = person(bureau, "甲"), person(bureau, "乙")
    mine = opened(second, case)
    warned = sent(save(second, case, mine, **LATE))
    save(first, case, opened(first, case), act_name="新")

    page = save(second, case, warned, **{"caution-reason": "邮寄在途"})
    done = second.post(address(case), asked(page))

    case.refresh_from_db()
    assert (page.status_code, done.status_code) == (409, 302)
    assert (case.act_name, str(case.accepted_on)) == ("新", "2024-04-16")
    assert Caution.objects.get().reason == "邮寄在途"


def sent(page: Any) -> Sent:
    return {key: values for key, values in asked(page).items() if "__prefix__" not in key}


def address(record: Reconsideration) -> str:
    return reverse("admin:cases_reconsideration_change", args=[record.pk])


def test_a_reason_stays_when_something_else_is_wrong(bureau: Any, case: Reconsideration) -> None:
    clerk = person(bureau, "甲")
    warned = sent(save(clerk, case, opened(clerk, case), **LATE))

    page = save(clerk, case, warned, received_on="no day", **{"caution-reason": "邮寄在途"})

    assert asked(page)["caution-reason"] == ["邮寄在途"]
    assert asked(page)["caution-seen"] == warned["caution-seen"]


def test_a_number_only_i_typed_anew_is_mine_and_one_i_left_alone_is_no_question(
    bureau: Any, case: Reconsideration
) -> None:
    party = ReconsiderationPartyFactory.create(case=case, identity_number=OLD)
    left = ReconsiderationPartyFactory.create(case=case, identity_number=OLD)
    first, second = person(bureau, "甲"), person(bureau, "乙")
    theirs, mine = opened(first, case), opened(second, case)
    save(first, case, theirs, **{"parties-1-identity_number": CORRECTED})

    page = save(second, case, mine, **{"parties-0-identity_number": CORRECTED})
    done = second.post(address(case), asked(page))

    party.refresh_from_db()
    left.refresh_from_db()
    assert "_asked" not in asked(page)
    assert done.status_code == 302
    assert (party.identity_number, left.identity_number) == (CORRECTED, CORRECTED)


def test_a_collision_shows_no_number_of_anybody(bureau: Any, case: Reconsideration) -> None:
    ReconsiderationPartyFactory.create(case=case, identity_number=OLD, name="旧名")
    first, second = person(bureau, "甲"), person(bureau, "乙")
    mine = opened(second, case)
    changed = {"parties-0-identity_number": CORRECTED, "parties-0-name": "新名"}
    save(first, case, opened(first, case), **changed)

    page = save(second, case, mine, note="我的话").content.decode()

    assert "新名" in page
    assert OLD not in page
    assert CORRECTED not in page


def test_files_that_a_collision_cannot_carry_are_named_until_they_are_attached(
    bureau: Any, case: Reconsideration
) -> None:
    first, second = person(bureau, "甲"), person(bureau, "乙")
    mine = opened(second, case)
    save(first, case, opened(first, case), act_name="新")
    file = SimpleUploadedFile("答复书.pdf", b"%PDF-1.7\n")

    page = second.post(address(case), mine | {"note": "我的话", "attachments-0-file": file})
    done = second.post(address(case), asked(page), follow=True)

    assert "答复书.pdf" in page.content.decode()
    assert "Not attached yet, please choose once more: 答复书.pdf" in done.content.decode()


def test_a_form_sent_back_does_not_take_its_record_for_a_second_one(
    bureau: Any, case: Reconsideration
) -> None:
    ReconsiderationPartyFactory.create(case=case, name="申请人甲")
    clerk = person(bureau, "甲")

    page = save(clerk, case, opened(clerk, case), received_on="no day")

    assert page.status_code == 200
    assert "Entered already?" not in page.content.decode()
