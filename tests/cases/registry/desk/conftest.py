"""A clerk of the bureau at the desk, and a case as the form hands it in."""

from typing import Any

import pytest
from django.test import Client

from cases.registry.agencies import Agency
from cases.registry.users import User
from seeds.factories.registry import ActKindFactory, AgencyFactory, FieldFactory, UserFactory

ADD = "/admin/cases/reconsideration/add/"
CHILDREN = ("parties", "suspensions", "extension", "opinion_letters", "tags", "attachments")

Entry = dict[str, Any]


@pytest.fixture
def county() -> Agency:
    found: Agency = AgencyFactory.create(county=True)
    return found


@pytest.fixture
def clerk(county: Agency) -> User:
    bureau = AgencyFactory.create(bureau=True, parent=county)
    found: User = UserFactory.create(agency=bureau)
    return found


@pytest.fixture
def desk(client: Client, clerk: User) -> Client:
    """The clerk, signed in and reading English."""
    client.force_login(clerk)
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def entry(county: Agency) -> Entry:
    """What a browser sends for a new case with one applicant."""
    entry: Entry = {
        "received_on": "20240304",
        "received_by": "counter",
        "respondent": AgencyFactory.create(code="T-respondent", parent=county).pk,
        "field": FieldFactory.create(code="test-field").pk,
        "act_kind": ActKindFactory.create(code="test-act").pk,
        "act_number": "示罚字〔2024〕7号",
        "claim": "revoke",
        "procedure": "ordinary",
        "parties-0-role": "applicant",
        "parties-0-kind": "citizen",
        "parties-0-name": "申请人甲",
        "parties-0-persons": "1",
    }
    for child in CHILDREN:
        entry |= {f"{child}-TOTAL_FORMS": 0, f"{child}-INITIAL_FORMS": 0}
    return entry | {"parties-TOTAL_FORMS": 1}
