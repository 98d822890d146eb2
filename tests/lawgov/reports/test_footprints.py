"""What is packed is read in parts as it is read whole."""

import json
from itertools import accumulate
from random import Random

import pytest

from lawgov.reports.footprints import Footprint, Packed, Share, pack, unpack

SEEDS = range(8)


def footprint(chance: Random) -> Footprint:
    """Records that are counted, that add up to sums, and that have different values."""

    def some() -> list[int]:
        return chance.sample(range(1, 400), chance.randint(0, 80))

    def share() -> Share:
        amounts: list[Share] = [1, 1, 250, "12.50", "1.00"]
        return chance.choice(amounts)

    texts = ['"paid":[[', "]]", "七里河", "3"]
    return {
        "accepted": dict.fromkeys(some(), 1),
        "concluded": dict.fromkeys(some(), 1),
        "nothing": {},
        "paid": {pk: share() for pk in some()},
        "people": {pk: chance.choice(texts) for pk in some()},
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_a_footprint_comes_back_group_by_group_and_in_order_within_each(seed: int) -> None:
    found = footprint(Random(seed))  # noqa: S311  # repeatable, not secret
    text = pack(found)

    back = unpack(text)

    assert back == found
    assert list(back) == sorted(found)
    for code, shares in back.items():
        groups = [accumulate(some) for codes, some in json.loads(text)["groups"] if code in codes]
        assert list(shares) == [pk for group in groups for pk in group]


@pytest.mark.parametrize("seed", SEEDS)
def test_of_some_records_it_is_what_they_add(seed: int) -> None:
    chance = Random(seed)  # noqa: S311  # repeatable, not secret
    found = footprint(chance)
    some = set(chance.sample(range(1, 500), 120))

    packed = Packed(pack(found)).only(some)

    expected = {code: {pk: s for pk, s in of.items() if pk in some} for code, of in found.items()}
    assert {code: packed.shares(code) for code in found} == expected
    assert packed.amounts("paid") == expected["paid"]
    assert packed.counts() == {code: len(of) for code, of in expected.items() if of}


@pytest.mark.parametrize("seed", SEEDS)
def test_each_record_stands_in_one_group(seed: int) -> None:
    found = footprint(Random(seed))  # noqa: S311  # repeatable, not secret

    packed = Packed(pack(found))

    keys = [pk for group in packed.groups for pk in group]
    assert sorted(keys) == sorted({pk for shares in found.values() for pk in shares})
    assert {pk for group in packed.behind("paid") for pk in group} == found["paid"].keys()
    assert all(list(group) == sorted(group) for group in packed.groups)
