"""One database measured: python -m tests.bench.measure CASES FEW, on what DATABASE_URL names."""

import resource
import sys

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from lawgov.triggers import ACCESSES  # noqa: E402
from tests.bench import figures, lists, million  # noqa: E402


def measure(count: int, few: int) -> None:
    """Fill an empty database twice, few and many, and print the figures of both."""
    call_command("migrate", verbosity=0)
    million.fill(few)
    before = lists.pages()
    ACCESSES.remove(connection)  # the access log lets nobody empty it; it is guarded again after
    call_command("flush", verbosity=0, interactive=False)
    million.fill(count)
    print(f"{connection.vendor}: {count:,} cases")
    figures.run()
    for name, after in lists.pages().items():
        ratio = after / before[name]
        print(
            f"  the list, {name}: {before[name]:.1f} ms at {few:,}, {after:.1f} ms, x {ratio:.2f}"
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  peak memory of this process: {peak:.0f} MB", flush=True)


if __name__ == "__main__":
    measure(*map(int, sys.argv[1:]))
