"""A case that two people open."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import translation

from cases.reconsideration.models.case import Reconsideration
from seeds.factories.reconsideration import ReconsiderationFactory
from seeds.factories.registry import AgencyFactory


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def bureau() -> Any:
    return AgencyFactory.create(bureau=True, parent=AgencyFactory.create(county=True))


@pytest.fixture
def case(bureau: Any) -> Reconsideration:
    return ReconsiderationFactory.create(note="", act_name="旧")
