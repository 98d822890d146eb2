"""What a certificate is worth on a day follows from its dates."""

from datetime import date
from typing import Any

import pytest

from enforcement.models.certificates import Certificate
from enforcement.models.files import CaseFile
from enforcement.terms import CancellationGround, CertificateStatus
from seeds.factories.enforcement import CaseFileFactory, CertificateFactory

pytestmark = pytest.mark.django_db

SUSPENDED = {"suspended_on": date(2024, 5, 6), "restored_on": date(2024, 6, 3)}
CANCELLED = {
    "cancelled_on": date(2024, 8, 5),
    "cancelled_because": CancellationGround.RETIRED,
}

# What happened, a day, and what the certificate is worth on it.
DAYS: list[tuple[dict[str, Any], date, CertificateStatus]] = [
    ({}, date(2024, 3, 3), CertificateStatus.NOT_YET),
    ({}, date(2024, 3, 4), CertificateStatus.VALID),
    ({}, date(2029, 3, 3), CertificateStatus.VALID),
    ({}, date(2029, 3, 4), CertificateStatus.EXPIRED),
    (SUSPENDED, date(2024, 5, 5), CertificateStatus.VALID),
    (SUSPENDED, date(2024, 5, 6), CertificateStatus.SUSPENDED),
    (SUSPENDED, date(2024, 6, 2), CertificateStatus.SUSPENDED),
    (SUSPENDED, date(2024, 6, 3), CertificateStatus.VALID),
    ({"collected_on": date(2024, 7, 8)}, date(2024, 7, 7), CertificateStatus.VALID),
    ({"collected_on": date(2024, 7, 8)}, date(2024, 7, 8), CertificateStatus.COLLECTED),
    (CANCELLED, date(2024, 8, 4), CertificateStatus.VALID),
    (CANCELLED, date(2024, 8, 5), CertificateStatus.CANCELLED),
]


@pytest.mark.parametrize(("events", "day", "status"), DAYS)
def test_the_status_on_a_day(events: dict[str, Any], day: date, status: CertificateStatus) -> None:
    assert CertificateFactory.create(**events).status_on(day) == status


@pytest.mark.parametrize(("events", "day", "status"), DAYS)
def test_the_database_finds_in_force_what_is_valid(
    events: dict[str, Any], day: date, status: CertificateStatus
) -> None:
    CertificateFactory.create(**events)

    assert Certificate.objects.in_force(day).exists() == (status == CertificateStatus.VALID)


@pytest.mark.parametrize(("events", "day", "status"), DAYS)
def test_a_file_decided_without_a_valid_certificate_is_found(
    events: dict[str, Any], day: date, status: CertificateStatus
) -> None:
    CaseFileFactory.create(decided_on=day, handler=CertificateFactory.create(**events))

    found = CaseFile.objects.handled_without_certificate().exists()

    assert found == (status != CertificateStatus.VALID)


def test_the_second_officer_needs_a_certificate_as_much_as_the_first() -> None:
    good, expired = CertificateFactory.create(), CertificateFactory.create(**CANCELLED)
    file = CaseFileFactory.create(decided_on=date(2024, 9, 2), handler=good, second_handler=expired)

    assert list(CaseFile.objects.handled_without_certificate()) == [file]


def test_a_file_that_names_no_officer_is_not_found_fault_with() -> None:
    CaseFileFactory.create()

    assert not CaseFile.objects.handled_without_certificate().exists()


def test_a_voided_certificate_is_worth_nothing() -> None:
    voided = CertificateFactory.create(voided_on=date(2024, 12, 2), void_reason="重复录入")

    assert voided.status_on(date(2024, 6, 3)) == CertificateStatus.VOIDED
