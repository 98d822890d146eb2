"""A file is what its content says, and its name has to agree."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from cases.registry.attachments.formats import HEAD, NotTaken, accepted, recognised
from lawgov.checks import file_types
from tests.cases.registry.attachments.papers import MISNAMED, REFUSED, TAKEN, compound


@pytest.fixture(autouse=True, scope="module")
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.mark.parametrize("name", TAKEN)
def test_it_is_recognised_by_its_content(name: str) -> None:
    content, code = TAKEN[name]

    assert recognised(BytesIO(content), name).code == code


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_taken_is_named_with_what_it_is_and_what_is_taken(name: str) -> None:
    content, called = REFUSED[name]

    with pytest.raises(NotTaken) as refusal:
        recognised(BytesIO(content), name)

    assert name in str(refusal.value)
    assert called in str(refusal.value)
    assert "pdf, ofd" in str(refusal.value)


@pytest.mark.parametrize("name", MISNAMED)
def test_a_wrong_ending_is_told_with_the_right_one(name: str) -> None:
    content, ending = MISNAMED[name]

    with pytest.raises(NotTaken, match=f"should end in “{ending}”"):
        recognised(BytesIO(content), name)


def test_a_stream_is_found_wherever_it_stands_in_a_compound_file() -> None:
    content = compound("x") + bytes((1 << 16) - len(compound("x")) - 7)
    content += "WordDocument\0".encode("utf-16-le")

    assert recognised(BytesIO(content), "旧.doc").code == "doc"


def test_a_type_the_office_does_not_take_is_refused(settings: Settings) -> None:
    settings.LAWGOV_FILE_TYPES = ["pdf"]

    with pytest.raises(NotTaken, match=r"Word document.*Taken are: pdf\."):
        recognised(BytesIO(TAKEN["申请书.docx"][0]), "申请书.docx")


def test_an_unknown_type_in_the_settings_is_refused_at_start_up(settings: Settings) -> None:
    settings.LAWGOV_FILE_TYPES = ["pdf", "exe"]

    with pytest.raises(ImproperlyConfigured, match="exe"):
        accepted()
    assert [message.id for message in file_types()] == ["lawgov.E010"]


@given(st.binary(max_size=HEAD + 64), st.sampled_from([b"", b"PK\x03\x04", b"%PDF-", b"\xff\xd8"]))
def test_whatever_is_sent_is_taken_or_refused_in_words(content: bytes, head: bytes) -> None:
    try:
        found = recognised(BytesIO(head + content), "文件.pdf").code
    except NotTaken as refusal:
        found = str(refusal)

    assert found == "pdf" or "文件.pdf" in found
