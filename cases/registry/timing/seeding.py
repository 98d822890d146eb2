"""Puts the terms and grounds of the file into the register, for the migration that seeds them."""

from collections.abc import Iterator
from typing import Any

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from cases.registry.clock.catalogue import statutory
from cases.registry.clock.terms import Ground, Term
from cases.registry.clock.words import Words

Row = dict[str, Any]


def terms() -> Iterator[Row]:
    """Each term of the file under the names of the model's fields."""
    for position, term in enumerate(statutory().terms, start=1):
        yield {**_term(term), "position": position}


def grounds() -> Iterator[Row]:
    """Each ground of the file under the names of the model's fields."""
    for position, ground in enumerate(statutory().grounds, start=1):
        yield {**_ground(ground), "position": position}


def seed(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Write every term, every ground, and the one row of timekeeping."""
    for name, rows in (("StatutoryTerm", terms()), ("ExclusionGround", grounds())):
        table = _table(apps, schema_editor, name)
        table.bulk_create(table.model(**row) for row in rows)
    _table(apps, schema_editor, "Timekeeping").get_or_create(pk=1)


def unseed(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take out what the file brought; rows an administrator added stay."""
    for name, rows in (("StatutoryTerm", terms()), ("ExclusionGround", grounds())):
        table = _table(apps, schema_editor, name)
        for row in rows:
            table.filter(code=row["code"], valid_from=row["valid_from"]).delete()


def _term(term: Term) -> Row:
    row: Row = {
        "length": term.length,
        "unit": term.unit.value,
        "direction": term.direction.value,
        "rolls": term.rolls,
        "suspends": term.suspends,
        "varies": term.varies.value,
        "lapse_event": term.lapse_event.value,
        "converts_to": term.converts_to,
        "converts_while_running": term.converts_while_running,
        **_version(term),
        **_bilingual(trigger=term.trigger, lapse=term.lapse),
    }
    if term.extension is not None:
        row |= {"extension_max": term.extension.max, "extension_times": term.extension.times}
        row |= _bilingual(
            extension_approver=term.extension.approver, extension_article=term.extension.article
        )
    return row


def _ground(ground: Ground) -> Row:
    return {**_version(ground), "terms": "\n".join(sorted(ground.terms))}


def _version(each: Term | Ground) -> Row:
    return {
        "code": each.code,
        "valid_from": each.valid_from,
        "valid_to": each.valid_to,
        "certainty": each.certainty.value,
        "source": each.source,
        **_bilingual(label=each.label, article=each.article, note=each.note),
    }


def _bilingual(**words: Words) -> Row:
    return {f"{name}_en": each.en for name, each in words.items()} | {
        f"{name}_zh": each.zh for name, each in words.items()
    }


def _table(apps: Apps, schema_editor: BaseDatabaseSchemaEditor, name: str) -> Any:
    return apps.get_model("cases", name)._default_manager.using(schema_editor.connection.alias)
