"""Random records to count."""

import pytest

from tests.cases.litigation.ledgers import fill


@pytest.fixture(params=[1, 2])
def ledger(request: pytest.FixtureRequest, db: None) -> None:
    fill(request.param)
