"""A search in a million cases, beside SQL by hand and the way before: python -m tests.bench.search.

Each database is measured in a process of its own. Printed are the medians of turns taken in
rotation, as multiples of one look-up by primary key, and the indexes the plans name.
"""

import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lawgov.settings")
os.environ.setdefault("LAWGOV_DEBUG", "0")  # debug keeps every statement it ever sent
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.db.models import Q  # noqa: E402

from cases.reconsideration.models.case import Reconsideration  # noqa: E402
from cases.reconsideration.models.children import ReconsiderationParty  # noqa: E402
from cases.registry.agencies import Agency  # noqa: E402
from cases.registry.search import finding, keeping, spelling  # noqa: E402
from cases.registry.search.dialects import DIALECTS  # noqa: E402
from lawgov import searches  # noqa: E402
from lawgov.triggers import SEARCH  # noqa: E402
from tests.bench import million  # noqa: E402
from tests.bench.__main__ import MILLION, each_database  # noqa: E402
from tests.bench.timing import medians, show  # noqa: E402

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华文玉红梅建国春生海燕志远晓东立新"
SEARCHED = next(each for each in searches.every() if each.model is Reconsideration)
PAGE, ROUNDS = 50, 7
ASKED = {
    "a name of two characters": "郭伟",
    "a name many bear": "张建国",
    "a docket number": "测政复〔2020〕77号",
    "its year and number": "2020-77",
    "a document number": "测综执罚〔2020〕5077号",
    "an agency": "公安局",
    "a name and an agency": "郭伟 公安局",
    "what nobody bears": "欧阳修",
}


def parties(count: int) -> Iterator[list[Any]]:
    """A name for each case: of two characters, of three, and one of a hundred the same."""
    chance = Random(2024)  # noqa: S311  # repeatable, not secret
    for case in range(1, count + 1):
        name = chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=chance.choice((1, 2))))
        if chance.random() < 0.01:
            name = "张建国"
        yield [case, "applicant", "citizen", name, 1, "", "", ""]


def fill(count: int) -> None:
    million.fill(count)
    Agency.objects.filter(pk=Agency.objects.order_by("pk").first().pk).update(  # type: ignore[union-attr]  # sixty of them
        name="示例县公安局"
    )
    columns = ["case_id", "role", "kind", "name", "persons", "identity_number", "telephone"]
    million.write(ReconsiderationParty, [*columns, "address"], parties(count))
    with connection.cursor() as cursor:
        table = Reconsideration._meta.db_table
        cursor.execute(
            f"UPDATE {table} SET act_number ="  # noqa: S608  # our own names
            " '测综执罚〔' || substr(CAST(received_on AS text), 1, 4) || '〕' || id || '号'"
        )
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")


def rows(condition: Any) -> list[Any]:
    return list(Reconsideration.objects.filter(condition).values_list("pk")[:PAGE])


def ours(typed: str) -> list[Any]:
    keeping.bring_up_to_date([SEARCHED])
    return rows(finding.find(SEARCHED, typed).condition())


def by_hand(typed: str) -> list[Any]:
    """What somebody would write who knows the tables: the index, then a page in order."""
    sql, params = statement(typed)
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return list(cursor.fetchall())


def statement(typed: str) -> tuple[str, list[Any]]:
    asked = spelling.words(typed)
    inner, params = DIALECTS[connection.vendor].candidates(
        SEARCHED, spelling.looked_up(asked), len(asked)
    )
    table = Reconsideration._meta.db_table
    outer = f"SELECT id FROM {table} WHERE id IN ({inner})"  # noqa: S608  # our own names
    return f"{outer} ORDER BY received_on DESC, id DESC LIMIT {PAGE}", [*params, *asked]


def as_before(typed: str) -> list[Any]:
    """Django's own search, as it stood: every word in any of the columns."""
    paths = ("docket__text", "act_number", "decision_number", "parties__name", "respondent__name")
    found = Q()
    for word in typed.split():
        any_of = Q()
        for path in paths:
            any_of |= Q(**{f"{path}__icontains": word})
        found &= any_of
    matching = Reconsideration.objects.filter(found).distinct()
    return list(matching.values_list("pk", "received_on")[:PAGE])


def plan(typed: str) -> list[str]:
    """The indexes that the plan of the look-up names."""
    sql, params = statement(typed)
    explain = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN"
    with connection.cursor() as cursor:
        cursor.execute(f"{explain} {sql}", params)
        lines = [" ".join(map(str, row)) for row in cursor.fetchall()]
    named = re.compile(r"(VIRTUAL TABLE INDEX|Index (?:Only )?Scan|INDEX|PRIMARY KEY)")
    return [line.strip() for line in lines if named.search(line)]


def measure(count: int) -> None:
    call_command("migrate", verbosity=0)
    SEARCH.remove(connection)  # what is not watched is read once when it is watched again
    fill(count)
    SEARCH.install(connection)
    start = time.perf_counter()
    keeping.bring_up_to_date([SEARCHED])
    print(f"{connection.vendor}: {count:,} cases, indexed at {rate(count, start)} cases a second")
    middle = count // 2
    contestants: dict[str, Callable[[], Any]] = {"by primary key": lambda: rows(Q(pk=middle))}
    for title, typed in ASKED.items():
        much = ", much" if finding.find(SEARCHED, typed).is_much else ""
        contestants |= {
            f"{title}{much}": lambda typed=typed: ours(typed),  # type: ignore[misc]
            "  SQL by hand " + title: lambda typed=typed: by_hand(typed),  # type: ignore[misc]
        }
        assert by_hand(typed) == ours(typed), typed
    show("a page of what is found", medians(contestants, ROUNDS), "by primary key")
    slow = {"by primary key": contestants["by primary key"]}
    for title in ("a name of two characters", "what nobody bears"):
        slow[f"icontains, {title}"] = lambda title=title: as_before(ASKED[title])  # type: ignore[misc]
    show("as it was before", medians(slow, 1), "by primary key")
    for line in plan(ASKED["a name of two characters"]):
        print(f"    {line}")


def rate(count: int, start: float) -> str:
    return f"{count / (time.perf_counter() - start):,.0f}"


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["measure", count]:
            measure(int(count))
        case arguments:
            many = int(arguments[0]) if arguments else MILLION
            each_database("tests.bench.search", "measure", str(many))
