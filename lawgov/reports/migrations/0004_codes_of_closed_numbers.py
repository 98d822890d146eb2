"""The codes of closed numbers are kept once for all closings that share them.

The numbers stand in the closed figures as well; they are written anew from there. Nothing reads
many closings from the figures any more, and the index for that goes.
"""

import json
from hashlib import sha256
from typing import Any

import django.db.models.deletion
from django.db import migrations, models


def text(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def write_again(apps: Any, _editor: Any) -> None:
    """The same text as `lawgov.reports.numbers.written` gave on the day this was written."""
    model = {name: apps.get_model("reports", name) for name in ("Closure", "ClosedFigure")}
    kept, numbers = (apps.get_model("reports", f"Closed{name}") for name in ("Codes", "Numbers"))
    for closure in model["Closure"].objects.order_by("pk").iterator():
        figures = list(model["ClosedFigure"].objects.filter(closure=closure).order_by("code"))
        rates = [each for each in figures if each.numerator is not None]
        plain = [each for each in figures if each.numerator is None]
        counts = [each for each in plain if "." not in each.value]
        money = [each for each in plain if "." in each.value]
        codes = text(
            [
                [each.code for each in counts],
                [each.code for each in money],
                [[each.code, each.rounding, each.decimals] for each in rates],
            ]
        )
        digest = sha256(codes.encode()).hexdigest()
        shared, _new = kept.objects.get_or_create(digest=digest, defaults={"codes": codes})
        told = text(
            [
                [int(each.value) for each in counts],
                [each.value for each in money],
                [each.numerator for each in rates],
                [each.denominator for each in rates],
            ]
        )
        different = text({each.code: each.keys for each in plain if each.keys})
        numbers.objects.create(closure=closure, codes=shared, numbers=told, keys=different)


class Migration(migrations.Migration):
    dependencies = [("reports", "0003_written_once_by_declaration")]

    operations = [
        migrations.RemoveIndex(model_name="closedfigure", name="closedfigure_values"),
        migrations.DeleteModel(name="ClosedNumbers"),
        migrations.CreateModel(
            name="ClosedCodes",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
                ("codes", models.TextField()),
            ],
            options={
                "verbose_name": "codes of closed numbers",
                "verbose_name_plural": "codes of closed numbers",
                "constraints": [
                    models.UniqueConstraint(fields=("digest",), name="closedcodes_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="ClosedNumbers",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("numbers", models.TextField()),
                ("keys", models.TextField()),
                (
                    "closure",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="numbers",
                        to="reports.closure",
                    ),
                ),
                (
                    "codes",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="reports.closedcodes",
                    ),
                ),
            ],
            options={
                "verbose_name": "numbers of a closing",
                "verbose_name_plural": "numbers of closings",
            },
        ),
        migrations.RunPython(write_again),
    ]
