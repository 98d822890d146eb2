"""Another process that takes docket numbers: python -m tests.cases.registry.taking 25 (or 0)."""

import sys

import django

django.setup()

from django.db import connection  # noqa: E402  # the models need the apps first

from cases.registry.dockets import DocketKind, DocketNumber, DocketSeries  # noqa: E402


def prepare() -> None:
    """Just the two tables, in a database that has none."""
    with connection.schema_editor() as editor:
        editor.create_model(DocketSeries)
        editor.create_model(DocketNumber)


def take(count: int) -> None:
    """Wait for the word, then take numbers as fast as they are given out."""
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    for _ in range(count):
        sys.stdout.write(
            f"{DocketNumber.objects.take(DocketKind.RECONSIDERATION, 2024).sequence}\n"
        )


if __name__ == "__main__":
    if wanted := int(sys.argv[1]):
        take(wanted)
    else:
        prepare()
