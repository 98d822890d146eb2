"""A date is understood however an office types it."""

from datetime import date

import pytest
from django.forms import DateField
from django.utils import translation
from django.utils.formats import date_format


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("typed", ["20240801", "2024-8-1", "2024-08-01", "2024/8/1", "2024.8.1"])
def test_it_reads_a_date_as_offices_type_it(language: str, typed: str) -> None:
    with translation.override(language):
        read = DateField().clean(typed)

    assert read == date(2024, 8, 1)


def test_it_reads_a_date_written_out_in_chinese() -> None:
    with translation.override("zh-hans"):
        read = DateField().clean("2024年8月1日")

    assert read == date(2024, 8, 1)


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_a_field_shows_a_date_it_reads_again(language: str) -> None:
    with translation.override(language):
        shown = date_format(date(2024, 8, 1))

    assert shown == "2024-08-01"
