"""A docket of five cases in two agencies."""

from datetime import date
from typing import Any

import pytest

from cases.reconsideration.terms import Outcome
from cases.registry.agencies import Agency
from seeds.factories.reconsideration import ReconsiderationFactory
from seeds.factories.registry import AgencyFactory


@pytest.fixture
def police(db: None) -> Agency:
    agency: Agency = AgencyFactory.create(name="示例公安局")
    return agency


@pytest.fixture
def docket(police: Agency) -> None:
    """Five cases: one of 2023 still open in January, one voided, one never concluded."""
    land = AgencyFactory.create(name="示例自然资源局")
    ended: dict[str, Any] = {"concluded": True, "outcome": Outcome.UPHELD}
    new = ReconsiderationFactory.create
    new(received_on=date(2023, 12, 20), respondent=police, accepted_on=date(2023, 12, 28), **ended)
    new(received_on=date(2024, 1, 31), respondent=police, accepted_on=date(2024, 2, 1), **ended)
    new(received_on=date(2024, 5, 6), respondent=land, accepted_on=date(2024, 5, 8))
    new(received_on=date(2024, 5, 7), respondent=land)
    new(received_on=date(2024, 5, 7), voided_on=date(2024, 6, 3), void_reason="重复录入")
