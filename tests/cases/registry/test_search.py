"""What is typed is found, through whatever door it was written and however it is spelt."""

from itertools import product
from typing import Any

import pytest
from django.db import connection

from cases.litigation.models.hearing import Hearing
from cases.litigation.models.instance import Instance
from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import ReconsiderationParty
from cases.registry.agencies import Agency
from cases.registry.search import keeping
from cases.registry.search.dialects import DIALECTS
from cases.registry.search.finding import find, whole
from cases.registry.search.searched import Searched
from lawgov import searches
from lawgov.triggers import SEARCH
from seeds.factories.litigation import HearingFactory
from seeds.factories.reconsideration import ReconsiderationFactory, ReconsiderationPartyFactory

pytestmark = pytest.mark.django_db

# Without the running numbers that made-up rows have.
UNNUMBERED = {"act_number": "", "respondent__name": "示例县公安局"}


def searched(model: Any = Reconsideration) -> Searched:
    return next(each for each in searches.every() if each.model is model)


def found(typed: str, model: Any = Reconsideration) -> list[Any]:
    keeping.bring_up_to_date([searched(model)])
    return list(model.objects.filter(find(searched(model), typed).condition()).order_by("pk"))


def case(**values: Any) -> Reconsideration:
    made: Reconsideration = ReconsiderationFactory.create(**{**UNNUMBERED, **values})
    return made


@pytest.mark.parametrize(
    "typed",
    [
        "示市监处罚〔2024〕77号",
        "示市监处罚(2024)77号",
        "市监处罚【２０２４】 第077号",
        "处罚2024-77",
        "2024-77",
        "77",
        "077",
    ],
)
def test_a_document_number_is_found_however_it_is_spelt(typed: str) -> None:
    sought = case(act_number="示市监处罚〔2024〕77号")
    case(act_number="示市监处罚〔2024〕771号")

    assert found(typed) == [sought]


@pytest.mark.parametrize(
    ("spelling", "n"),
    [
        *product(
            ["{prefix}〔{year}〕{n}号", "{prefix} ({year}) 第{n}号", "{year}-{n}", "{n}"],
            [77, 12345],
        ),
        ("00{n}", 77),  # of more than four figures, as of a telephone, every nought counts
    ],
)
def test_a_docket_number_is_found_however_it_is_spelt(spelling: str, n: int) -> None:
    sought, _other = case(docket__sequence=n), case(docket__sequence=n + 1)
    series = sought.docket.series

    typed = spelling.format(prefix=series.prefix, year=series.year, n=n)

    assert found(typed) == [sought]


@pytest.mark.parametrize("name", ["张伟", "欧阳", "𬭎𬬭", "Smith", "买买提·吐尔逊"])
def test_a_party_is_found_by_name(name: str) -> None:
    sought = case()
    ReconsiderationPartyFactory.create(case=sought, name=name)
    ReconsiderationPartyFactory.create(case=case(), name="王小红")

    assert found(name) == [sought]


def test_letters_that_stand_apart_are_not_a_name() -> None:
    ReconsiderationPartyFactory.create(case=(sought := case()), name="王小红")
    ReconsiderationPartyFactory.create(case=sought, name="李小明")

    assert found("王小明") == []
    assert found("王小红 李小明") == [sought]


def test_a_long_number_is_found_by_a_part_of_it() -> None:
    sought = case(act_number="编号62050300123")

    assert found("050300") == found("300123") == [sought]
    assert found("05030012") == [sought]


def test_a_single_letter_finds_nothing_and_is_said_to_be_short() -> None:
    ReconsiderationPartyFactory.create(case=case(), name="张伟")

    assert found("张") == []
    assert find(searched(), "张 张伟").short == ("张",)


def test_a_renamed_agency_is_found_by_its_new_name() -> None:
    sought = case(respondent__name="示例县公安局")
    assert found("公安局") == [sought]

    Agency.objects.filter(pk=sought.respondent_id).update(name="示例县林草局")

    assert found("公安局") == []
    assert found("林草局") == [sought]


def test_a_name_three_tables_away_is_found() -> None:
    hearing = HearingFactory.create()
    assert found("林草局", Instance) == []

    defendant = hearing.instance.dispute.defendant_id
    Agency.objects.filter(pk=defendant).update(name="示例县林草局")

    assert found("林草局", Instance) == [hearing.instance]


def test_rows_written_past_the_application_are_found() -> None:
    sought, other = case(), case()
    party = ReconsiderationPartyFactory.create(case=sought, name="张伟")
    assert found("张伟") == [sought]

    table = ReconsiderationParty._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET case_id = %s WHERE id = %s", [other.pk, party.pk])  # noqa: S608

    assert found("张伟") == [other]
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE id = %s", [party.pk])  # noqa: S608
    assert found("张伟") == []


def test_rows_written_in_bulk_are_found() -> None:
    sought = [case(), case()]
    ReconsiderationParty.objects.bulk_create(
        ReconsiderationPartyFactory.build(case=each, name="公司甲") for each in sought
    )

    assert found("公司甲") == sought


def test_much_is_found_as_exactly_as_little(monkeypatch: pytest.MonkeyPatch) -> None:
    sought = [case(act_name="没收违法所得") for _ in range(4)]
    case(act_name="没有违法所得")
    little = find(searched(), "没收")
    assert found("没收") == sought

    monkeypatch.setattr("cases.registry.search.finding.FEW", 2)

    assert found("没收") == sought
    assert (find(searched(), "没收").is_much, little.is_much) == (True, False)


def test_a_whole_number_is_told_from_a_part_of_it() -> None:
    sought = case(act_number="处罚〔2024〕7号")
    case(act_number="市监处罚〔2024〕7号")
    keeping.bring_up_to_date([searched()])

    assert whole(searched(), "处罚（2024）7号", 2) == [sought.pk]
    assert whole(searched(), "处罚", 2) == []


def test_what_was_not_read_yet_is_read_by_and_by() -> None:
    sought = case(act_number="处罚〔2024〕7号")

    assert not keeping.bring_up_to_date([searched()], 0)
    assert keeping.bring_up_to_date([searched()], 2)
    assert find(searched(), "处罚2024-7").pks == (sought.pk,)


def test_other_kinds_stay_noted_down_until_they_are_searched() -> None:
    hearing = HearingFactory.create()
    Agency.objects.filter(pk=hearing.agency_id).update(name="示例县审计局")

    keeping.bring_up_to_date([searched()])

    assert found("审计局", Hearing) == [hearing]


def test_every_table_that_is_searched_is_watched() -> None:
    assert SEARCH.missing(connection) == set()
    SEARCH.remove(connection)
    assert "cases_agency" in SEARCH.missing(connection)
    SEARCH.install(connection)


def test_what_changed_while_nothing_watched_is_read_after() -> None:
    sought = case(act_number="处罚〔2024〕7号")
    keeping.bring_up_to_date(searches.every())
    SEARCH.remove(connection)
    Reconsideration.objects.update(act_number="复议〔2024〕8号")

    SEARCH.install(connection)

    assert found("复议2024-8") == [sought]
    assert found("处罚2024-7") == []


def test_a_look_up_is_answered_by_the_index() -> None:
    case()
    sql, params = DIALECTS[connection.vendor].candidates(searched(), {"张伟"}, 1)
    is_postgresql = connection.vendor == "postgresql"
    explain = "EXPLAIN" if is_postgresql else "EXPLAIN QUERY PLAN"

    with connection.cursor() as cursor:
        if is_postgresql:
            cursor.execute("SET LOCAL enable_seqscan = off")  # which pays for a single row
        cursor.execute(f"{explain} {sql}", [*params, "张伟"])
        plan = " ".join(str(line) for line in cursor.fetchall())

    index = "search_cases_reconsideration_grams" if is_postgresql else "VIRTUAL TABLE INDEX"
    assert index in plan
