"""What leaves the house of a person's numbers: the ends of them, never the whole."""

import re
from collections.abc import Callable
from typing import TypeGuard

from cases.registry.roles import EXPORTING_IN_FULL
from cases.registry.users import User

SHORTEST = 11  # a mobile telephone number
# Citizen's number and credit code have eighteen characters, a mobile number eleven; a longer run
# of digits is something else.
_IDENTITY = re.compile(r"(?<![0-9A-Za-z])(\d{6})\d{8}(\d{3}[\dXx])(?![0-9A-Za-z])")
_LONG = re.compile(r"\d{11}")
_MOBILE = re.compile(r"(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)")
MASKED_FIELDS = {"identity_number", "telephone"}


def may_unmask(user: object) -> TypeGuard[User]:
    """Whether a person may take a list out with its numbers in full; they have to ask for it."""
    return isinstance(user, User) and user.is_active and user.role in EXPORTING_IN_FULL


def masked(text: str) -> str:
    """The text with every identity and mobile number in it masked, 6 + 4 and 3 + 4 digits kept."""
    if len(text) < SHORTEST or not _LONG.search(text):
        return text
    return _MOBILE.sub(r"\1****\2", _IDENTITY.sub(r"\1********\2", text))


def covered(text: str) -> str:
    """A number that is sensitive as a whole: what is not of a known shape keeps two ends."""
    known = masked(text)
    if known != text or not text:
        return known
    ends = len(text) // 4
    return text[:ends] + "*" * (len(text) - 2 * ends) + text[len(text) - ends :]


def unmasked(text: str) -> str:
    return text


def mask_of(field: str, *, in_full: bool = False) -> Callable[[str], str]:
    """How the text of a field is masked on its way out."""
    if in_full:
        return unmasked
    return covered if field in MASKED_FIELDS else masked
