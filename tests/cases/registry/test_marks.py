"""Very many keys at once say what a set of them would say."""

from random import Random

import pytest

from cases.registry.marks import Marks


@pytest.mark.parametrize("seed", range(10))
def test_marks_hold_what_the_groups_hold(seed: int) -> None:
    chance = Random(seed)  # noqa: S311  # repeatable, not secret
    groups = [sorted(chance.sample(range(1, 300), chance.randint(1, 60))) for _each in range(5)]
    keys = set().union(*groups)
    some = set(chance.sample(range(600), 50))

    marks = Marks.of(groups)

    assert (list(marks), len(marks)) == (sorted(keys), len(keys))
    assert [each in marks for each in range(-5, 600)] == [each in keys for each in range(-5, 600)]
    assert (marks & some, set(marks.without(some))) == (keys & some, keys - some)


@pytest.mark.parametrize("seed", range(10))
def test_a_part_of_the_numbers_falls_into_keys_and_others(seed: int) -> None:
    chance = Random(seed)  # noqa: S311  # repeatable, not secret
    keys = sorted(chance.sample(range(1, 300), 40))
    part = range(chance.randint(0, 150), chance.randint(150, 300))
    inside = [key for key in keys if key in part]

    marks = Marks.of([keys])

    assert (list(marks.between(part)), marks.count(part)) == (inside, len(inside))
    assert list(marks.trimmed(part)) == list(range(inside[0], inside[-1] + 1))
    within = range(keys[0], keys[-1])
    assert sorted({*marks.between(within), *marks.missing(within)}) == list(within)


def test_no_keys_are_nowhere() -> None:
    marks = Marks.of([])

    assert (list(marks), len(marks), marks.edges) == ([], 0, range(0))
    assert 0 not in marks
    assert marks & {1, 2} == set()
