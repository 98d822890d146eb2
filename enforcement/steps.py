"""Which steps of supervision are not lawful just now, and why: what a form says beside them."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from cases.registry.figures import Label
from enforcement.models.examinations import Examination
from enforcement.models.officers import Officer

UNSEEN = _("Nobody has examined the file yet; enter first when it was self-examined or sampled.")


def why_no_certificate(officer: Officer) -> Label | None:
    """Whoever has left hands certificates in."""
    if officer.until_on is None:
        return None
    text = _("No officer any more since {day}: certificates are collected, not issued.")
    return format_lazy(text, day=officer.until_on.isoformat())


def why_no_rectification(examination: Examination) -> Label | None:
    """A problem is found by examining."""
    seen = examination.self_examined_on or examination.sampled_on
    return None if seen else UNSEEN
