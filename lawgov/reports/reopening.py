"""Reopening a closed period: one supervisor asks and says why, another agrees."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.registry.periods import Period
from cases.registry.users import User
from lawgov.reports.closing import NotClosed, may_close
from lawgov.reports.closures import Closure, Reopening


def ask_to_reopen(period: Period, by: User, reason: str) -> Reopening:
    """The period stays closed until somebody else confirms.

    Raises:
        NotClosed: the person may not, the period is not closed, or it was asked for already.
    """
    _refuse_who_may_not(by)
    with transaction.atomic():
        closure = _standing(period)
        if Reopening.objects.filter(closure=closure).exists():
            raise NotClosed(_("Somebody has asked for this already; a second person confirms it."))
        return _kept(
            Reopening(closure=closure, asked_by=by, asked_at=timezone.now(), reason=reason.strip())
        )


def confirm_reopening(period: Period, second: User) -> Reopening:
    """From here on the period is counted again and may be closed anew.

    Raises:
        NotClosed: the person may not or asked for it, or nobody asked.
    """
    _refuse_who_may_not(second)
    with transaction.atomic():
        asked = Reopening.objects.select_for_update().filter(closure=_standing(period))
        reopening = asked.first()
        if reopening is None:
            raise NotClosed(_("Nobody has asked to reopen this period."))
        reopening.confirmed_by, reopening.confirmed_at = second, timezone.now()
        return _kept(reopening)


def reopen(period: Period, by: User, second: User, reason: str) -> Reopening:
    """Both at once, all or nothing."""
    with transaction.atomic():
        ask_to_reopen(period, by, reason)
        return confirm_reopening(period, second)


def _refuse_who_may_not(user: User) -> None:
    if not may_close(user):
        raise NotClosed(_("Only supervisors of the county's bureau reopen a period."))


def _standing(period: Period) -> Closure:
    closure = Closure.objects.standing().of(period).first()
    if closure is None:
        raise NotClosed(_("This period is not closed."))
    return closure


def _kept(reopening: Reopening) -> Reopening:
    try:
        reopening.full_clean()
    except ValidationError as refused:
        raise NotClosed(" ".join(refused.messages)) from refused
    reopening.save()
    return reopening
