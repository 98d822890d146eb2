"""What the nightly look found, told to each person as far as it concerns them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import Count, Min, Model, QuerySet
from django.urls import NoReverseMatch, reverse

from cases.registry.attachments.models import Attachment
from cases.registry.dockets import DocketNumber
from cases.registry.records import KeptQuerySet
from cases.registry.roles import CASE_ROLES, Role
from cases.registry.soundness import Check
from cases.registry.users import User
from lawgov.keeping.declared import checks
from lawgov.keeping.models import Checkup, Finding

SHOWN = 200  # rows of a check on its page; what is mended makes room for the others


@dataclass(frozen=True)
class Told:
    """One check with how many rows a person has to do with, since when, and where they are."""

    check: Check
    count: int
    since: datetime
    address: str


@dataclass(frozen=True)
class Row:
    """One row that was found, and where it is mended."""

    text: str
    address: str
    since: datetime


def last_checkup() -> Checkup | None:
    return Checkup.objects.filter(ended_at__isnull=False).first()


def is_told(user: Any) -> bool:
    """Who works on cases hears of those they see; the system administrator hears how many."""
    return (
        isinstance(user, User)
        and user.is_active
        and (user.role in CASE_ROLES or user.role == Role.SYSTEM_ADMINISTRATOR)
    )


def told(user: User) -> list[Told]:
    """A query for all checks, and for who sees only some records one more for each check."""
    tallies: dict[str, list[dict[str, Any]]] = {}
    grouped = Finding.objects.order_by().values("code", "model")
    for tally in grouped.annotate(count=Count("pk"), since=Min("since_at")):
        tallies.setdefault(tally["code"], []).append({**tally})
    found = (_of(check, tallies[check.code], user) for check in checks() if check.code in tallies)
    return [each for each in found if each is not None]


def _of(check: Check, tallies: list[dict[str, Any]], user: User) -> Told | None:
    count = sum(_count(check, tally, user) for tally in tallies)
    if not count:
        return None
    since = min(tally["since"] for tally in tallies)
    address = reverse("keeping:findings", args=[check.code]) if opens(check, user) else ""
    return Told(check, count, since, address)


def opens(check: Check, user: User) -> bool:
    """An administrator reads the rows of what concerns no case, the others those they see."""
    return user.role in CASE_ROLES or (
        user.role == Role.SYSTEM_ADMINISTRATOR and check.is_technical
    )


def _count(check: Check, tally: dict[str, Any], user: User) -> int:
    """How many of the rows of one table a person may hear of."""
    if user.role == Role.SYSTEM_ADMINISTRATOR:
        return int(tally["count"])
    if not tally["model"]:
        return 0  # a file of no record concerns no case worker
    rows = _visible(apps.get_model(tally["model"]), user)
    findings = Finding.objects.filter(code=check.code, model=tally["model"])
    return findings.filter(row__in=rows.values("pk")).count()


def _visible(model: type[Model], user: User) -> QuerySet[Any]:
    rows = model._default_manager.all()
    return rows.visible_to(user) if isinstance(rows, KeptQuerySet) else rows


def rows(check: Check, user: User) -> Iterator[Row]:
    """The first rows of a check that a person may see, oldest findings first."""
    findings = list(_findings(check, user))
    by_table: dict[str, list[int]] = {}
    for finding in findings:
        by_table.setdefault(finding.model, []).append(finding.row)
    found = {label: _loaded(label, keys) for label, keys in by_table.items() if label}
    for finding in findings:
        row = found.get(finding.model, {}).get(finding.row)
        hides = user.role not in CASE_ROLES and isinstance(row, Attachment)
        text = finding.what if row is None or hides else _said(row, finding)
        yield Row(text, "" if row is None or hides else mended_at(row), finding.since_at)


def _said(row: Model, finding: Finding) -> str:
    """A paper says what it is called, not what its file is; a series, what it leaves out."""
    more = "" if isinstance(row, Attachment) else finding.what
    return f"{row} {more}".rstrip()


def _findings(check: Check, user: User) -> QuerySet[Finding]:
    found = Finding.objects.filter(code=check.code).order_by("since_at", "pk")
    if user.role in CASE_ROLES:
        for label in found.order_by().values_list("model", flat=True).distinct():
            unseen = _unseen(found, label, user)
            found = found.exclude(pk__in=unseen.values("pk"))
    return found[:SHOWN]


def _unseen(found: QuerySet[Finding], label: str, user: User) -> QuerySet[Finding]:
    rows = Finding.objects.filter(model=label, code__in=found.order_by().values("code"))
    if not label:
        return rows
    return rows.exclude(row__in=_visible(apps.get_model(label), user).values("pk"))


def _loaded(label: str, keys: list[int]) -> dict[int, Model]:
    model = apps.get_model(label)
    ties = [field.name for field in model._meta.fields if field.remote_field and not field.null]
    loaded = model._default_manager.select_related(*ties).in_bulk(keys)
    return {int(key): row for key, row in loaded.items()}


def mended_at(row: Any) -> str:
    """The page on which a row is put right; that of its record where it has none of its own."""
    if isinstance(row, Attachment):
        row = row.record  # type: ignore[attr-defined]  # each domain ties its own record
    if isinstance(row, DocketNumber):
        row = row.series
    opts = row._meta
    try:
        return reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[row.pk])
    except NoReverseMatch:
        return ""
