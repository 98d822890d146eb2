"""Numbers of persons and bodies, as they are typed and as they are checked."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.reconsideration.models.children import ReconsiderationParty
from cases.registry.ledgers.cells import reader
from cases.registry.ledgers.faults import Unreadable
from cases.registry.numbers import (
    check_identity,
    check_telephone,
    is_citizens,
    is_credit_code,
    written,
)

# Examples of the two standards themselves, and numbers that belong to nobody.
RIGHT = ["11010519491231002X", "440524188001010014", "91350100M000100Y43", "E12345678"]
IDENTITY = ReconsiderationParty._meta.get_field("identity_number")
TELEPHONE = ReconsiderationParty._meta.get_field("telephone")


@pytest.mark.parametrize("number", RIGHT)
def test_a_right_number_is_taken(number: str) -> None:
    check_identity(number)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("110105194912310021", "checksum"),
        ("91350100M000100Y44", "checksum"),
        ("110105194913310020", "birth"),
        ("1101051949123100", "shape"),
        ("91350100I000100Y43", "shape"),
        ("无", "shape"),
    ],
)
def test_a_wrong_one_is_refused_and_told_why(number: str, code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        check_identity(number)

    assert refused.value.code == code


@given(st.sampled_from(RIGHT[:3]), st.integers(0, 17), st.sampled_from("0123456789"))
@settings(derandomize=True, max_examples=200)
def test_one_mistyped_digit_never_passes(number: str, place: int, digit: str) -> None:
    mistyped = number[:place] + digit + number[place + 1 :]

    is_right = is_credit_code if is_credit_code(number) else is_citizens

    assert is_right(mistyped) is (mistyped == number)


@pytest.mark.parametrize(
    "typed",
    ["１１０１０５１９４９１２３１００２ｘ", "110105 19491231 002x", " 11010519491231002X"],
)
def test_width_blanks_and_small_letters_do_not_matter(typed: str) -> None:
    assert written(typed) == "11010519491231002X"


@pytest.mark.parametrize(
    "number",
    [
        "13800000000",
        "+8613800000000",
        "0936-8200000",
        "09368200000",
        "8200000",
        "12348",
        "400-000-0000",
        "0936-8200000-801",
        "+85212345678",
    ],
)
def test_a_number_at_which_one_is_reached_is_taken(number: str) -> None:
    check_telephone(number)


@pytest.mark.parametrize("number", ["138000", "1380000000a", "12345678901234567890", "无"])
def test_what_rings_nowhere_is_refused(number: str) -> None:
    with pytest.raises(ValidationError):
        check_telephone(number)


def test_a_ledger_reads_them_as_a_form_does() -> None:
    assert reader(IDENTITY)(" 11010519491231002ｘ") == "11010519491231002X"
    assert reader(TELEPHONE)("") == ""


@pytest.mark.parametrize(
    ("field", "cell"), [(IDENTITY, "110105194912310021"), (TELEPHONE, "138000")]
)
def test_a_ledger_refuses_them_as_a_form_does(field: object, cell: str) -> None:
    with pytest.raises(Unreadable):
        reader(field)(cell)  # type: ignore[arg-type]  # a field, see above
