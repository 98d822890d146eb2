"""Every paper has its own file, and every file a paper."""

import os
from contextlib import suppress
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from cases.reconsideration.models.attachments import ReconsiderationAttachment
from cases.registry.attachments.storage import path_of, put_away
from seeds.factories.reconsideration import ReconsiderationFactory
from tests.lawgov.keeping.looking import found

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("shelf"),
    # Static files are collected when the site is put up, not for a test.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]


def paper() -> ReconsiderationAttachment:
    blob = put_away([b"%PDF-1.7 paper"])
    return ReconsiderationAttachment.objects.create(
        record=ReconsiderationFactory.create(),
        blob=blob.key,
        sha256=blob.sha256,
        size=blob.size,
        original_name="决定书.pdf",
        format="pdf",
    )


@pytest.mark.parametrize("damage", ["gone", "altered"])
def test_a_paper_without_its_file_or_with_another_is_found(damage: str) -> None:
    whole, hurt = paper(), paper()
    hurt.place.unlink() if damage == "gone" else hurt.place.write_bytes(b"forged")

    assert [(each.row, each.what) for each in found("files.not_intact")] == [(hurt.pk, hurt.blob)]
    assert whole.place.exists()


def aged(key: str) -> str:
    """A file that came two days ago."""
    two_days_ago = timezone.now().timestamp() - 2 * 24 * 60 * 60
    os.utime(path_of(key), (two_days_ago, two_days_ago))
    return key


def test_a_file_without_a_paper_is_found_a_day_later_and_put_aside_when_asked(shelf: Path) -> None:
    kept, fresh, orphan = paper(), put_away([b"fresh"]), aged(put_away([b"orphan"]).key)
    aged(kept.blob)
    assert [each.what for each in found("files.orphan")] == [orphan]

    said = StringIO()
    with suppress(CommandError):  # the factories' own series lie behind
        call_command("check_records", "--sweep", stdout=said)

    assert found("files.orphan") == []
    assert (shelf / "swept" / orphan[:2] / orphan[2:4] / orphan).read_bytes() == b"orphan"
    assert path_of(fresh.key).exists()
