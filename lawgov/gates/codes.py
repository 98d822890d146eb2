"""The second step: codes from a telephone (RFC 6238), and codes on paper for when it is lost."""

from base64 import b32encode

import segno
from django.db import transaction
from django.utils.safestring import SafeString, mark_safe
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from cases.registry.users import User

DIGITS = 6
ON_PAPER = 10


@transaction.atomic
def accepts(user: User, code: str) -> bool:
    """Whether the code is the telephone's of this half minute, or one on paper not yet used.

    Each kind is asked for its own: the library slows down whichever is given a wrong one.
    """
    typed = "".join(code.split()).lower()
    kind = TOTPDevice if typed.isdigit() and len(typed) == DIGITS else StaticDevice
    devices = kind.objects.filter(user=user, confirmed=True).select_for_update()
    return any(device.verify_token(typed) for device in devices)


def being_set_up(user: User) -> TOTPDevice:
    """The telephone whose first code is still awaited."""
    found = TOTPDevice.objects.filter(user=user, confirmed=False).first()
    made: TOTPDevice = found or TOTPDevice.objects.create(user=user, name="totp", confirmed=False)
    return made


def drawing(device: TOTPDevice) -> SafeString:
    """The address of the telephone's entry as a QR code: plain SVG without a style of its own."""
    drawn = segno.make(device.config_url, error="m", micro=False)
    return mark_safe(drawn.svg_inline(scale=5, svgclass="qr", lineclass=None, omitsize=False))  # noqa: S308  # segno draws paths; nothing typed by a person comes through


def key_of(device: TOTPDevice) -> str:
    """The key as one types it where no camera is at hand, in groups of four."""
    text = b32encode(device.bin_key).decode().rstrip("=")
    return " ".join(text[place : place + 4] for place in range(0, len(text), 4))


def codes_on_paper(user: User) -> list[str]:
    """New codes; the old ones are no longer taken."""
    StaticDevice.objects.filter(user=user).delete()
    device = StaticDevice.objects.create(user=user, name="paper", confirmed=True)
    codes = [StaticToken.random_token() for _number in range(ON_PAPER)]
    StaticToken.objects.bulk_create(StaticToken(device=device, token=code) for code in codes)
    return codes


def codes_left(user: User) -> int:
    left: int = StaticToken.objects.filter(device__user=user).count()
    return left


def remove(user: User) -> bool:
    """Take the second step away; whether there was one."""
    StaticDevice.objects.filter(user=user).delete()
    removed, _by_model = TOTPDevice.objects.filter(user=user).delete()
    return bool(removed)
