"""What the tests of the nightly look ask of it, and some of what it finds."""

from datetime import date
from typing import Any

from cases.registry.dockets import Docket, DocketKind, DocketNumber, DocketSeries
from cases.registry.soundness import Found
from lawgov.keeping.declared import checks
from seeds.factories.registry import UserFactory

TODAY = date(2026, 6, 1)


def gone() -> Any:
    return UserFactory.create(is_active=False)


def gap() -> Any:
    DocketNumber.objects.reserve(DocketKind.LITIGATION, [Docket("缺", 2024, 3)])
    return DocketSeries.objects.get(prefix="缺")


def found(code: str) -> list[Found]:
    check = next(check for check in checks() if check.code == code)
    return list(check.found(TODAY))
