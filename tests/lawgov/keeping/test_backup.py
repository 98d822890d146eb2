"""What was backed up is what is restored: every row, every file, every figure."""

import gzip
import io
import json
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation

from lawgov.keeping.archive import unpacked
from lawgov.keeping.refusals import Refused
from tests.offices import Office, empty, without_logs

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def restored(county: Office, archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The county in a place in which there was nothing, not even tables."""
    place = empty(county, tmp_path_factory.mktemp("restored"))
    assert "24" in place.manage("restore", str(archive))
    return place


def test_a_county_is_restored_into_an_empty_place_as_it_was(
    county: Office, archive: Path, restored: Office, tmp_path: Path
) -> None:
    again = tmp_path / "again.tar.gz"

    restored.manage("backup", str(again))

    kept, restored_to = (
        without_logs(read_manifest(path)["inventory"]) for path in (archive, again)
    )
    assert restored_to == kept
    assert restored.blobs() == county.blobs()


def test_what_is_replaced_is_put_aside(archive: Path, restored: Office) -> None:
    restored.note_everywhere("before")

    said = restored.manage("restore", "--replace", str(archive))

    assert "replaced" in said
    assert restored.ask("SELECT count(*) FROM cases_reconsideration WHERE note = 'before'") == [
        (0,)
    ]


def test_what_is_here_is_not_overwritten_unasked(county: Office, archive: Path) -> None:
    assert "--replace" in county.refused("restore", str(archive))


def test_it_is_verified_without_touching_what_is_here(county: Office, archive: Path) -> None:
    count = "SELECT count(*) FROM cases_reconsideration"
    county_has = county.ask(count)

    said = county.manage("restore", "--verify", str(archive))

    assert "24" in said
    assert county.ask(count) == county_has != [(0,)]


def test_an_archive_holds_the_figures_of_each_year_and_nobody_else_reads_it(archive: Path) -> None:
    inventory = read_manifest(archive)["inventory"]

    assert archive.stat().st_mode & 0o777 == 0o600
    assert min(len(figures) for figures in inventory["figures"].values()) > 100
    assert "django_session" not in inventory["tables"]


def test_a_missing_file_does_not_stop_the_backup_and_is_told(
    new_office: Any, tmp_path: Path
) -> None:
    office = new_office(tmp_path)
    office.run("-m", "tests.lawgov.keeping.populating")
    gone, altered = sorted(office.blobs())[:2]
    next(office.files.rglob(gone)).unlink()
    next(office.files.rglob(altered)).write_bytes(b"forged")
    path = tmp_path / "backup.tar.gz"

    done = office.run("manage.py", "backup", str(path))

    assert (done.returncode, "check_records" in done.stderr) == (0, True)
    assert read_manifest(path)["damaged"] == [gone, altered]


def test_only_the_newest_archives_are_kept(county: Office, tmp_path: Path) -> None:
    for day in ("20240101", "20240102", "20240103"):
        (tmp_path / f"lawgov-{day}T020000.tar.gz").touch()
    (tmp_path / "lawgov-mine.tar.gz").touch()

    county.manage("backup", str(tmp_path), "--keep", "2")

    left = sorted(path.name for path in tmp_path.iterdir())
    assert left[0] == "lawgov-20240103T020000.tar.gz"
    assert (len(left), left[-1]) == (3, "lawgov-mine.tar.gz")


def read_manifest(path: Path) -> dict[str, Any]:
    with tarfile.open(path) as archive:
        file = archive.extractfile("manifest.json")
        assert file is not None
        found: dict[str, Any] = json.load(file)
        return found


Change = Callable[[dict[str, bytes]], None]


def rewritten(archive: Path, to: Path, change: Change) -> Path:
    """The archive as somebody else might have made it."""
    with tarfile.open(archive) as read:
        parts = {entry.name: read.extractfile(entry).read() for entry in read}  # type: ignore[union-attr]  # all are files
    change(parts)
    with tarfile.open(to, "w:gz") as written:
        for name, content in parts.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            written.addfile(entry, io.BytesIO(content))
    return to


def said(**more: Any) -> Change:
    """A manifest that says something else."""

    def change(parts: dict[str, bytes]) -> None:
        parts["manifest.json"] = json.dumps(json.loads(parts["manifest.json"]) | more).encode()

    return change


def newer(parts: dict[str, bytes]) -> None:
    manifest = json.loads(parts["manifest.json"])
    manifest["inventory"]["migrations"].append("cases.9999_unheard_of")
    parts["manifest.json"] = json.dumps(manifest).encode()


def other_figures(parts: dict[str, bytes]) -> None:
    manifest = json.loads(parts["manifest.json"])
    figures = next(iter(manifest["inventory"]["figures"].values()))
    figures[next(iter(figures))] = {"value": 987654}
    parts["manifest.json"] = json.dumps(manifest).encode()


def forged(parts: dict[str, bytes]) -> None:
    name = next(name for name in parts if name.startswith("files/"))
    parts[name] = parts[name] + b"forged"


def left_out(parts: dict[str, bytes]) -> None:
    del parts[next(name for name in parts if name.startswith("files/"))]


def smuggled(parts: dict[str, bytes]) -> None:
    parts["files/../../../etc/cron.d/lawgov"] = b"* * * * * root true"
    parts["manifest.json"] = parts.pop("manifest.json")


def without_manifest(parts: dict[str, bytes]) -> None:
    del parts["manifest.json"]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (said(format=2), "newer version"),
        (forged, "damaged.*files/"),
        (left_out, "damaged.*files/"),
        (smuggled, "cron"),
        (without_manifest, "no manifest"),
    ],
)
def test_what_is_not_sound_is_refused(
    archive: Path, tmp_path: Path, change: Change, complaint: str
) -> None:
    path = rewritten(archive, tmp_path / "other.tar.gz", change)

    with translation.override("en"), pytest.raises(Refused, match=complaint):
        unpacked(path)


@pytest.mark.parametrize(
    ("change", "complaint"), [(said(vendor="oracle"), "oracle"), (newer, "9999_unheard_of")]
)
def test_what_cannot_be_read_here_is_refused_before_anything_is_touched(
    archive: Path, county: Office, tmp_path: Path, change: Change, complaint: str
) -> None:
    path = rewritten(archive, tmp_path / "other.tar.gz", change)
    place = empty(county, tmp_path)

    assert complaint in place.refused("restore", str(path))
    assert place.blobs() == {}


def test_an_archive_that_gives_other_figures_is_refused(
    archive: Path, county: Office, tmp_path: Path
) -> None:
    path = rewritten(archive, tmp_path / "other.tar.gz", other_figures)

    assert "figures: " in county.refused("restore", "--verify", str(path))


@pytest.mark.parametrize("at", [100, -2000, -9])
def test_a_torn_archive_is_refused(archive: Path, tmp_path: Path, at: int) -> None:
    torn = tmp_path / "torn.tar.gz"
    torn.write_bytes(archive.read_bytes()[:at])

    with pytest.raises(Refused, match=r"torn\.tar\.gz"):
        unpacked(torn)


@pytest.mark.parametrize("content", [gzip.compress(b"something else", mtime=0), b"", None])
def test_what_is_no_archive_is_refused(tmp_path: Path, content: bytes | None) -> None:
    other = tmp_path / "other.gz"
    if content is not None:
        other.write_bytes(content)

    with pytest.raises(Refused, match=r"other\.gz"):
        unpacked(other)
