"""The ledger of agencies, which every other ledger refers to."""

from typing import Any

from cases.registry.agencies import Agency
from cases.registry.ledgers.ledger import Ledger

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
]
