"""A process that opens an office with clerks, and cases: python -m tests.staffing 50 [120]."""

import json
import sys

import django

django.setup()

from django.contrib.auth.hashers import make_password  # noqa: E402  # the apps first

from cases.registry.users import User  # noqa: E402
from seeds.factories.reconsideration import ReconsiderationFactory  # noqa: E402
from seeds.factories.registry import (  # noqa: E402
    ActKindFactory,
    AgencyFactory,
    FieldFactory,
    UserFactory,
)
from tests.clerks import PASSWORD  # noqa: E402


def staff(count: int, cases: int = 0) -> dict[str, str]:
    """The bureau, its clerks and cases, and what they fill in."""
    county = AgencyFactory.create(county=True)
    bureau = AgencyFactory.create(bureau=True, parent=county)
    hashed = make_password(PASSWORD)
    people = UserFactory.build_batch(count, agency=bureau, password=hashed)
    for number, person in enumerate(people):
        person.username, person.password = f"clerk{number}", hashed
    User.objects.bulk_create(people)
    ReconsiderationFactory.create_batch(cases)
    return {
        "respondent": str(AgencyFactory.create(parent=county).pk),
        "field": str(FieldFactory.create().pk),
        "act_kind": str(ActKindFactory.create().pk),
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(staff(*map(int, sys.argv[1:]))))
