"""The numbers of every closing so far, copied into the one row that reports read."""

import json
from collections import defaultdict
from typing import Any

from django.db import migrations


def fill(apps: Any, _editor: Any) -> None:
    figure, numbers = (apps.get_model("reports", name) for name in ("ClosedFigure", "ClosedNumbers"))
    for closure in apps.get_model("reports", "Closure").objects.order_by("pk"):
        found: defaultdict[str, dict[str, Any]] = defaultdict(dict)
        for each in figure.objects.filter(closure=closure):
            if each.numerator is not None:
                kept: Any = [each.numerator, each.denominator, each.rounding, each.decimals]
                found["rates"][each.code] = kept
            elif "." in each.value:
                found["money"][each.code] = each.value
            else:
                found["counts"][each.code] = int(each.value)
        document = {name: found[name] for name in ("counts", "money", "rates")}
        text = json.dumps(document, sort_keys=True, separators=(",", ":"))
        numbers.objects.create(closure=closure, numbers=text)


def empty(apps: Any, _editor: Any) -> None:
    apps.get_model("reports", "ClosedNumbers").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("reports", "0005_closed_tables")]

    operations = [migrations.RunPython(fill, empty)]
