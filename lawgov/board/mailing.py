"""The daily mail: what a person was reminded of since the last one, in their language."""

from collections.abc import Iterator
from datetime import date
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.registry.users import User
from lawgov.board.items import Item
from lawgov.board.models import Delivery, Mail
from lawgov.board.reminders import LOOKED_AT, carried_by
from lawgov.board.reminding import claim, release

LISTED = 50


class NotSent(Exception):
    """The mail server did not take a message; its reminders wait for the next run."""


def send(user: User, today: date) -> bool:
    """Send the day's mail if the person has an address and there is anything to say.

    It is claimed first: whatever happens after, nothing goes out twice.

    Raises:
        NotSent: the server refused; the claim is given back.
    """
    mail = claim(user, today) if user.email else None
    if mail is None:
        return False
    try:
        return message(user, mail, today).send() > 0
    except (SMTPException, OSError) as error:
        release(mail)
        raise NotSent(str(error)) from error


def message(user: User, mail: Mail, today: date) -> EmailMessage:
    """Only numbers, terms and days: no name of anybody leaves the house."""
    with translation.override(_language(user)):
        items = carried_by(mail, today)
        count = len(items) + max(mail.reminders.count() - LOOKED_AT, 0)
        subject = ngettext(
            "%(count)s due date on %(day)s", "%(count)s due dates on %(day)s", count
        ) % {"count": count, "day": today}
        body = "\n".join(_lines(items[:LISTED], count - len(items[:LISTED])))
    return EmailMessage(subject, body, settings.DEFAULT_FROM_EMAIL, [user.email])


def _lines(items: list[Item], more: int) -> Iterator[str]:
    for item in items:
        mark = f" ({_('provisional')})" if item.row.is_provisional else ""
        day = f"{item.row.due_on}{mark}, {item.days_left}"
        yield f"{item.row.number}  {item.term}: {day} [{item.article}]"
    if more > 0:
        yield ngettext("and %(count)s more", "and %(count)s more", more) % {"count": more}
    yield ""
    yield _("The due board shows them all.")


def _language(user: User) -> str:
    delivery = Delivery.objects.filter(user=user).first()
    return delivery.language if delivery else settings.LANGUAGE_CODE
