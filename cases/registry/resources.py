"""The ledgers of agencies and people, which every other ledger refers to."""

from typing import Any

from cases.registry.agencies import Agency
from cases.registry.ledgers.ledger import Ledger
from cases.registry.users import User

LEDGERS: list[Ledger[Any]] = [
    Ledger(
        "agencies",
        Agency,
        (
            "code",
            "name",
            "short_name",
            "kind",
            "respondent_kind",
            "parent",
            "since_on",
            "until_on",
            "is_synthetic",
        ),
        key=("code",),
        refers={"parent": ("code", "name"), "respondent_kind": ("code", "name", "name_en")},
    ),
    # Without a password nobody signs in; the security administrator sets the first one.
    Ledger(
        "staff",
        User,
        ("username", "full_name", "agency", "role", "is_staff", "is_synthetic"),
        key=("username",),
    ),
]
