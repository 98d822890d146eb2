"""Many keys as conditions."""

from random import Random

import pytest

from cases.registry.agencies import Agency
from cases.registry.keys import keys_of, named, spread
from cases.registry.marks import Marks
from seeds.factories.registry import AgencyFactory


@pytest.mark.parametrize("seed", range(20))
def test_ranges_and_the_rest_hold_every_key_once(seed: int) -> None:
    chance = Random(seed)  # noqa: S311  # repeatable, not secret
    start = chance.randint(1, 10_000)
    sparse = chance.sample(range(start, start + 5_000), chance.randint(0, 200))
    near = [key for key in range(start + 5_000, start + 6_000) if chance.random() < 0.9]
    keys = sorted({*sparse, *near})

    dense, rest = spread(Marks.of([keys]), range(start + 6_000))

    inside = [key for each in dense for key in each if key in set(keys)]
    assert sorted([*inside, *rest]) == keys
    assert all(2 * len(set(each) & set(keys)) >= len(each) for each in dense)
    assert len(rest) <= len(sparse) + 200


def test_no_keys_are_no_ranges() -> None:
    assert spread(Marks.of([]), range(9)) == ([], [])
    assert spread(Marks.of([[7, 12]]), range(8, 12)) == ([], [])


@pytest.mark.django_db
def test_rows_are_found_by_their_keys_however_many_are_named() -> None:
    first, _second, third = AgencyFactory.create_batch(3)

    found = Agency.objects.filter(named("pk", [first.pk, third.pk, *range(10**6, 10**6 + 40_000)]))

    assert set(found) == {first, third}
    assert not Agency.objects.filter(named("pk", [])).exists()


@pytest.mark.django_db
def test_the_keys_of_rows_come_all_at_once() -> None:
    first, _second, third = AgencyFactory.create_batch(3)
    some = Agency.objects.filter(pk__in=[first.pk, third.pk])

    assert keys_of(some) == {first.pk, third.pk}
    assert keys_of(some.none()) == set()
    assert keys_of(some.filter(name="nobody is called this")) == set()
