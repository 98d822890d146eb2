"""What is not as it should be is found, told to whom it concerns, and gone once it is mended."""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from pytest_django import Settings

from cases.reconsideration.models.attachments import ReconsiderationAttachment
from cases.registry.agencies import Agency
from cases.registry.attachments.storage import path_of, put_away
from cases.registry.dockets import Docket, DocketKind, DocketNumber, DocketSeries
from cases.registry.roles import Role
from cases.registry.soundness import Found
from enforcement.models import Campaign
from enforcement.soundness import earned_grade
from enforcement.terms import Grade, Veto, VetoEffect
from lawgov.keeping.checking import check_everything
from lawgov.keeping.declared import checks
from lawgov.keeping.models import Checkup, Finding
from seeds.factories.enforcement import CaseFileFactory, ExaminationFactory, LegalReviewFactory
from seeds.factories.litigation import (
    DisputeFactory,
    HearingFactory,
    InstanceFactory,
    SuggestionFactory,
)
from seeds.factories.mediation import (
    CentreFactory,
    MediationFactory,
    MediationOrganisationFactory,
    MediatorFactory,
)
from seeds.factories.reconsideration import (
    CaseTagFactory,
    OpinionLetterFactory,
    ReconsiderationFactory,
)
from seeds.factories.registry import AgencyFactory, UserFactory

pytestmark = [
    pytest.mark.django_db,
    # Static files are collected when the site is put up, not for a test.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]

TODAY = date(2026, 6, 1)
LONG_AGO = date(2024, 1, 2)
VOIDED = {"voided_on": date(2024, 5, 1), "void_reason": "重复录入"}


@pytest.fixture(autouse=True)
def shelf(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    settings.LAWGOV_FILES_DIR = tmp_path / "files"
    with translation.override("en"):
        yield tmp_path / "files"


def found(code: str) -> list[Found]:
    check = next(check for check in checks() if check.code == code)
    return list(check.found(TODAY))


def rows(code: str) -> list[int]:
    return [each.row for each in found(code)]


def gone() -> Any:
    return UserFactory.create(is_active=False)


def dissolved() -> Any:
    return AgencyFactory.create(until_on=date(2024, 2, 1))


def letter() -> Any:
    case = ReconsiderationFactory.create(concluded=True)
    OpinionLetterFactory.create(case=case, issued_on=case.received_on - timedelta(days=1))
    return case


def instance(**more: Any) -> Any:
    return InstanceFactory.create(**more)


def hearing() -> Any:
    court = instance()
    day = court.received_on - timedelta(days=3)
    return HearingFactory.create(instance=court, scheduled_on=day)


def open_in_court() -> Any:
    dispute = DisputeFactory.create(concluded=True)
    InstanceFactory.create(dispute=dispute, received_on=dispute.received_on)
    return dispute


def untimely_mediator() -> Any:
    mediator = MediatorFactory.create(since_on=date(2025, 1, 1))
    return MediationFactory.create(agreed=True, mediator=mediator)


def of_its_own() -> Any:
    examination = ExaminationFactory.create(graded=True)
    person = UserFactory.create(agency=examination.file.agency)
    examination.reviewer = person
    examination.save()
    return examination


def scored() -> Any:
    examination = ExaminationFactory.create(graded=True, grade=Grade.UNQUALIFIED, score=50)
    Campaign.objects.update(veto_effect=VetoEffect.ZERO)
    examination.veto = Veto.values[0]
    examination.save()
    return examination


def gap() -> Any:
    DocketNumber.objects.reserve(DocketKind.LITIGATION, [Docket("缺", 2024, 3)])
    return DocketSeries.objects.get(prefix="缺")


def behind() -> Any:
    gap()
    DocketSeries.objects.filter(prefix="缺").update(last=1)
    return DocketSeries.objects.get(prefix="缺")


WRONG: dict[str, Callable[[], Any]] = {
    "reconsideration.letter_before_receipt": letter,
    "reconsideration.redone_though_not_revoked": lambda: (
        CaseTagFactory.create(
            case=ReconsiderationFactory.create(concluded=True, outcome="upheld"), tag="redo"
        ).case
    ),
    "reconsideration.ahead": lambda: ReconsiderationFactory.create(received_on=date(2042, 3, 4)),
    "reconsideration.left_alone": lambda: ReconsiderationFactory.create(handler=gone()),
    "reconsideration.dissolved": lambda: ReconsiderationFactory.create(respondent=dissolved()),
    "litigation.open_in_court": open_in_court,
    "litigation.before_reconsideration": lambda: DisputeFactory.create(
        received_on=LONG_AGO,
        origin="undecided",
        reconsideration=ReconsiderationFactory.create(),
    ),
    "litigation.instance_before_dispute": lambda: instance(
        received_on=LONG_AGO, dispute=DisputeFactory.create()
    ),
    "litigation.instance_of_voided": lambda: instance(dispute=DisputeFactory.create(**VOIDED)),
    "litigation.hearing_outside": hearing,
    "litigation.hearing_of_voided": lambda: HearingFactory.create(instance=instance(**VOIDED)),
    "litigation.ahead": lambda: DisputeFactory.create(received_on=date(2042, 3, 4)),
    "litigation.suggestion_ahead": lambda: SuggestionFactory.create(received_on=date(2042, 3, 4)),
    "litigation.left_alone": lambda: DisputeFactory.create(handler=gone()),
    "litigation.dissolved": lambda: DisputeFactory.create(defendant=dissolved()),
    "mediation.mediator_not_in_office": untimely_mediator,
    "mediation.ahead": lambda: MediationFactory.create(received_on=date(2042, 3, 4)),
    "mediation.dissolved": lambda: MediationFactory.create(
        referred=True, centre=CentreFactory.create(until_on=date(2024, 2, 1))
    ),
    "mediation.mediator_of_a_dissolved": lambda: MediatorFactory.create(
        organisation=MediationOrganisationFactory.create(until_on=date(2026, 5, 1))
    ),
    "enforcement.grade": lambda: ExaminationFactory.create(
        graded=True, grade=Grade.EXCELLENT, score=70
    ),
    "enforcement.veto": scored,
    "enforcement.own_agency": of_its_own,
    "enforcement.examination_of_voided": lambda: ExaminationFactory.create(
        file=CaseFileFactory.create(**VOIDED)
    ),
    "enforcement.graded_before_decision": lambda: ExaminationFactory.create(
        graded=True, file=CaseFileFactory.create(decided_on=date(2026, 5, 1))
    ),
    "enforcement.decided_before_review": lambda: LegalReviewFactory.create(
        decided=True, file=CaseFileFactory.create(decided_on=LONG_AGO)
    ),
    "enforcement.ahead": lambda: CaseFileFactory.create(decided_on=date(2042, 3, 4)),
    "register.gap": gap,
    "register.behind": behind,
    "register.number_without_record": lambda: DocketNumber.objects.take(
        DocketKind.RECONSIDERATION, 2024
    ),
}
# What constraints and triggers refuse, so that only a table restored by hand can have it.
KEPT_OUT = {
    "reconsideration.without_outcome",
    "reconsideration.suspension_outside",
    "reconsideration.extension_outside",
    "litigation.without_result",
    "mediation.without_result",
}
# What the tests below damage in their own ways.
ELSEWHERE = {"files.not_intact", "files.orphan"}


@pytest.mark.parametrize("code", WRONG)
def test_what_is_wrong_is_found(code: str) -> None:
    row = WRONG[code]()

    assert rows(code) == [row.pk]


def test_every_check_is_tried() -> None:
    codes = [check.code for check in checks()]

    assert sorted(codes) == sorted({*WRONG, *KEPT_OUT, *ELSEWHERE})


def test_nothing_is_found_in_sound_records() -> None:
    ReconsiderationFactory.create(concluded=True)
    DisputeFactory.create(concluded=True)
    MediationFactory.create(agreed=True)

    codes = [check.code for check in checks()]

    assert [code for code in codes if not code.startswith("register.") and found(code)] == []


@pytest.mark.parametrize("effect", VetoEffect)
@pytest.mark.parametrize("is_vetoed", [True, False])
def test_the_grade_in_sql_is_the_campaigns_own(effect: VetoEffect, is_vetoed: bool) -> None:
    veto = Veto.values[0] if is_vetoed else ""
    made = [
        ExaminationFactory.create(
            graded=True, score=Decimal(score), grade=Grade.UNQUALIFIED, veto=veto
        )
        for score in ("0", "59.9", "60", "74.9", "75", "89.9", "90", "100")
    ]
    Campaign.objects.update(veto_effect=effect, good_from=Decimal(75))

    earned = type(made[0]).objects.annotate(earned=earned_grade()).select_related("campaign")

    assert [row.earned for row in earned] == [
        row.campaign.grade_of(row.score, is_vetoed=is_vetoed) for row in earned
    ]


def test_a_gap_is_told_by_its_numbers() -> None:
    brought = [Docket("缺", 2024, number) for number in (2, 3, 5, 9)]
    DocketNumber.objects.reserve(DocketKind.LITIGATION, brought)

    assert [each.what for each in found("register.gap")] == ["1, 4, 6–8"]


def paper() -> ReconsiderationAttachment:
    blob = put_away([b"%PDF-1.7 paper"])
    return ReconsiderationAttachment.objects.create(
        record=ReconsiderationFactory.create(),
        blob=blob.key,
        sha256=blob.sha256,
        size=blob.size,
        original_name="决定书.pdf",
        format="pdf",
    )


@pytest.mark.parametrize("damage", ["gone", "altered"])
def test_a_paper_without_its_file_or_with_another_is_found(damage: str) -> None:
    whole, hurt = paper(), paper()
    hurt.place.unlink() if damage == "gone" else hurt.place.write_bytes(b"forged")

    assert [(each.row, each.what) for each in found("files.not_intact")] == [(hurt.pk, hurt.blob)]
    assert whole.place.exists()


def aged(key: str) -> str:
    """A file that came two days ago."""
    two_days_ago = timezone.now().timestamp() - 2 * 24 * 60 * 60
    os.utime(path_of(key), (two_days_ago, two_days_ago))
    return key


def test_a_file_without_a_paper_is_found_a_day_later_and_put_aside_when_asked(shelf: Path) -> None:
    kept, fresh, orphan = paper(), put_away([b"fresh"]), aged(put_away([b"orphan"]).key)
    aged(kept.blob)
    assert [each.what for each in found("files.orphan")] == [orphan]

    said = StringIO()
    with suppress(CommandError):  # the factories' own series lie behind
        call_command("check_records", "--sweep", stdout=said)

    assert found("files.orphan") == []
    assert (shelf / "swept" / orphan[:2] / orphan[2:4] / orphan).read_bytes() == b"orphan"
    assert path_of(fresh.key).exists()


def test_a_finding_keeps_since_when_and_goes_once_it_is_mended() -> None:
    person = gone()
    ReconsiderationFactory.create(handler=person)
    check_everything(checks(), TODAY)
    first = Finding.objects.get(code="reconsideration.left_alone")
    check_everything(checks(), TODAY)
    again = Finding.objects.get(code="reconsideration.left_alone")

    person.is_active = True
    person.save()
    check_everything(checks(), TODAY)

    assert again.since_at == first.since_at
    assert not Finding.objects.filter(code="reconsideration.left_alone").exists()


def test_the_command_ends_with_an_error_if_anything_is_found_and_without_if_not() -> None:
    said = StringIO()
    call_command("check_records", stdout=said)
    ReconsiderationFactory.create(handler=gone())

    with pytest.raises(CommandError, match="finding"):
        call_command("check_records", stdout=said)

    assert "all in order" in said.getvalue()
    assert "reconsideration.left_alone" in said.getvalue()


def test_more_findings_ask_hardly_more_queries() -> None:
    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            check_everything(checks(), TODAY)
        return len(asked)

    person = gone()
    ReconsiderationFactory.create_batch(2, handler=person)
    few = questions()
    ReconsiderationFactory.create_batch(20, handler=person)

    assert questions() == few


@pytest.mark.parametrize(
    ("broken", "rule"),
    [
        ({"code": ""}, "finding_of_something"),
        ({"row": 0}, "finding_of_something"),
    ],
)
def test_the_database_refuses_a_finding_of_nothing(broken: dict[str, Any], rule: str) -> None:
    now = timezone.now()
    checkup = Checkup.objects.create(begun_at=now)
    whole = {"code": "a.b", "model": "cases.user", "row": 1, "since_at": now, "checkup": checkup}

    with pytest.raises(IntegrityError, match=rule):
        Finding.objects.create(**(whole | broken))


def test_the_database_refuses_a_checkup_that_ends_before_it_begins() -> None:
    now = timezone.now()

    with pytest.raises(IntegrityError, match="checkup_ends_after_it_begins"):
        Checkup.objects.create(begun_at=now, ended_at=now - timedelta(seconds=1))


@pytest.fixture
def bureau() -> Agency:
    made: Agency = AgencyFactory.create(bureau=True, parent=AgencyFactory.create(county=True))
    return made


def home(client: Client, **person: Any) -> str:
    client.force_login(UserFactory.create(**person))
    return client.get("/admin/", headers={"accept-language": "en"}).content.decode()


def test_the_administrator_sees_how_many_but_no_case(client: Client, bureau: Agency) -> None:
    case = ReconsiderationFactory.create(handler=gone())
    gap()
    check_everything(checks(), TODAY)

    page = home(client, role=Role.SYSTEM_ADMINISTRATOR, agency=bureau)

    assert "its handler can no longer sign in" in page
    assert "/findings/register.gap/" in page
    assert "/findings/reconsideration.left_alone/" not in page
    assert client.get("/findings/reconsideration.left_alone/").status_code == 404
    assert str(case) not in page


def test_a_case_worker_sees_the_records_of_their_own_with_a_link(
    client: Client, bureau: Agency
) -> None:
    own, other = (ReconsiderationFactory.create(handler=gone()) for _ in range(2))
    check_everything(checks(), TODAY)

    page = home(client, agency=own.respondent)
    listed = client.get("/findings/reconsideration.left_alone/").content.decode()

    assert '<span class="count">1</span>' in page
    assert f"/admin/cases/reconsideration/{own.pk}/change/" in listed
    assert str(other) not in listed


@pytest.mark.parametrize("role", [Role.SECURITY_ADMINISTRATOR, Role.AUDITOR])
def test_the_other_administrators_are_told_nothing(
    client: Client, bureau: Agency, role: Role
) -> None:
    gap()
    check_everything(checks(), TODAY)

    page = home(client, role=role, agency=bureau)

    assert 'class="findings"' not in page
    assert client.get("/findings/register.gap/").status_code == 404


def test_the_administrator_is_told_that_all_is_in_order_or_nothing_was_checked(
    client: Client, bureau: Agency
) -> None:
    before = home(client, role=Role.SYSTEM_ADMINISTRATOR, agency=bureau)
    check_everything(checks(), TODAY)

    after = home(client, role=Role.SYSTEM_ADMINISTRATOR, agency=bureau)

    assert "Nothing was checked yet" in before
    assert "All in order." in after
    assert 'class="findings"' not in home(client, agency=bureau)


def test_the_home_page_costs_the_same_however_much_is_found(client: Client, bureau: Agency) -> None:
    client.force_login(UserFactory.create(agency=bureau))
    person, asked = gone(), []
    for number in (2, 20):
        ReconsiderationFactory.create_batch(number, handler=person)
        check_everything(checks(), TODAY)
        for address in ("/admin/", "/findings/reconsideration.left_alone/"):
            client.get(address)
            with CaptureQueriesContext(connection) as queries:
                client.get(address)
            asked.append(len(queries))

    assert asked[:2] == asked[2:]
