"""The secret address of a person's calendar: drawn, kept as a digest, taken back."""

from datetime import datetime
from hashlib import sha256
from secrets import token_urlsafe

from cases.registry.users import User
from lawgov.board.models import Delivery

BYTES = 32


def draw(user: User, at: datetime) -> str:
    """A new secret for a person; the one before opens nothing any more."""
    secret = token_urlsafe(BYTES)
    Delivery.objects.update_or_create(
        user=user, defaults={"digest": _digest(secret), "made_at": at}
    )
    return secret


def revoke(user: User) -> None:
    """The person's calendar has no address any more."""
    Delivery.objects.filter(user=user).update(digest="", made_at=None)


def owner(secret: str) -> Delivery | None:
    """Whose calendar it is; None for what was never drawn, was taken back, or is of somebody
    who has left."""
    found = Delivery.objects.select_related("user__agency__parent")
    return found.filter(digest=_digest(secret), user__is_active=True).first()


def _digest(secret: str) -> str:
    """A plain hash is enough: 256 random bits cannot be guessed."""
    return sha256(secret.encode()).hexdigest()
