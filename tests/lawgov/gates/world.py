"""A row of every table that is the township's and one that is not, and who asks for them."""

from io import BytesIO
from typing import Any, NamedTuple
from zipfile import BadZipFile, ZipFile

from django.contrib import admin
from django.db import DatabaseError, transaction
from django.db.models import CharField, Model, TextField
from django.test import Client
from django.urls import reverse

from cases.registry.agencies import Agency
from cases.registry.records import Kept
from cases.registry.roles import TABLES as KEPT
from cases.registry.roles import Keeping
from cases.registry.timing.clocked import STORED
from tests.lawgov.tables import REGISTERED, Table, rows

MARK = "泄密标记"  # stands in every text of every foreign record
OPEN, SHUT = "open", "shut"
RECKONED = {*STORED, "clock_turn", "clock_is_stale", "reckoned_until", "due_order"}
# The township's clerk is a clerk like the others, of an agency that owns but its own rows.
TOWNSHIP = "township"


class World(NamedTuple):
    """A row of every table: the township's, and somebody else's that bears the mark."""

    client: Client
    user: Any
    own: dict[Table, Model]
    foreign: dict[Table, Model]
    view: int


def is_record(model: Table) -> bool:
    table = (model._meta.app_label, str(model._meta.model_name))
    return KEPT.get(table) is Keeping.RECORDS


def marked(row: Model) -> None:
    """Write the mark wherever the database lets one write text."""
    fields = [f for f in row._meta.concrete_fields if isinstance(f, (CharField, TextField))]
    for field in fields:
        text = f"{MARK}{row.pk}"[: field.max_length or None]
        if not field.choices and field.name not in {"identity_number", "telephone"}:
            try:
                with transaction.atomic():
                    type(row)._base_manager.filter(pk=row.pk).update(**{field.name: text})
            except DatabaseError:
                continue


def rows_of(town: Agency) -> tuple[dict[Table, Model], dict[Table, Model]]:
    own, foreign = {}, {}
    for model in [each for each in _kept() if is_record(each)]:
        owners = getattr(model, "owners", ())
        if owners:
            own[model] = rows(model, 1, **{owners[0]: town})[0]
        foreign[model] = rows(model, 1)[0]
    for row in foreign.values():
        if getattr(row, "owners", ()):  # what belongs to nobody in particular is for everybody
            marked(row)
    return own, foreign


def _kept() -> list[Table]:
    inlines = [
        inline.model for model in REGISTERED for inline in admin.site._registry[model].inlines
    ]
    kept = [model for model in {*REGISTERED, *inlines} if issubclass(model, Kept)]
    return sorted(kept, key=lambda model: model._meta.label)


class Asked(NamedTuple):
    """One request and what it should be answered."""

    method: str
    address: str
    data: dict[str, Any]
    expected: str


def answer(world: World, asked: Asked) -> tuple[str, bytes]:
    """Whether it was open, and everything it said."""
    response = getattr(world.client, asked.method)(asked.address, asked.data)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    location = response.headers.get("Location", "")
    is_sent_away = location.startswith("/admin/login/") or (
        # Django's admin: what does not exist for somebody leads home, with a message.
        location == "/admin/" and asked.address.startswith("/admin/") and len(asked.address) > 7
    )
    is_shut = response.status_code in {403, 404, 405} or is_sent_away
    return SHUT if is_shut and not _leads_home(asked) else OPEN, body


def _leads_home(asked: Asked) -> bool:
    """Whether being led to the sign-in, or home, is what the page is for."""
    return asked.address in {"/admin/login/", "/", "/account/code/"} or (
        asked.address == "/i18n/setlang/"
    )


def says(body: bytes) -> str:
    """The text of a page, or of all parts of a workbook or document."""
    try:
        with ZipFile(BytesIO(body)) as archive:
            body = b"".join(archive.read(name) for name in archive.namelist())
    except BadZipFile:
        pass
    return body.decode(errors="replace")


def stored(world: World) -> dict[str, Any]:
    """The foreign rows as they stand."""
    return {model._meta.label: values_of(row) for model, row in world.foreign.items()}


def values_of(row: Model) -> dict[str, Any]:
    """What a row says, without what the clock reckons of it by itself."""
    (values,) = type(row)._base_manager.filter(pk=row.pk).values()
    return {name: value for name, value in values.items() if name not in RECKONED}


def page_of(model: Table, verb: str, *keys: Any) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{verb}", args=keys)
