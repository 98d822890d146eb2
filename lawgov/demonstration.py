"""The year 2024 for whoever wants to try lawgov: synthetic ledgers and accounts to sign in with."""

from pathlib import Path

from django.conf import settings
from django.contrib.auth.hashers import is_password_usable, make_password
from django.db import transaction

from cases.registry.agencies import Agency
from cases.registry.ledgers.intake import Progress
from cases.registry.ledgers.tally import Tally
from cases.registry.users import User
from lawgov.cautions import take_in

FOLDER: Path = settings.ROOT / "seeds" / "2024"
PUBLISHED = FOLDER / "figures.csv"
# Each is a person of the synthetic ledger; what they may do follows from their role.
ACCOUNTS = {
    name: f"{name}-demo-2024"
    for name in (
        *("clerk", "township", "supervisor", "supervisor2"),
        *("administrator", "security", "auditor"),
    )
}


def take_in_once(progress: Progress) -> list[Tally]:
    """Load the ledgers into an empty database; one that holds anything is left alone."""
    if Agency.objects.exists():
        return []
    tallies, _noted = take_in(FOLDER, progress)
    return tallies


@transaction.atomic
def open_accounts() -> dict[str, str]:
    """Give the synthetic people who have no password yet the one that is printed.

    Returns the accounts with the passwords they were created with; never outside debug.
    """
    if not settings.DEBUG:
        return {}
    for user in User.objects.filter(username__in=ACCOUNTS, is_synthetic=True, password=""):
        user.password = make_password(ACCOUNTS[user.username])
        user.save(update_fields=["password"])
    people = User.objects.filter(username__in=ACCOUNTS, is_synthetic=True)
    return {
        user.username: ACCOUNTS[user.username]
        for user in people
        if is_password_usable(user.password)
    }
