"""Makes a backup: the database first, then the files its rows speak of, in one archive or none."""

import shutil
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from django.utils import timezone

from cases.registry.accesses.log import Access, noted
from cases.registry.attachments.storage import digest_of, path_of, remember
from lawgov.keeping.archive import DATABASE, FILES, Manifest, add, close_with, unpacked, written
from lawgov.keeping.places.place import here

ENDING, PART = ".tar.gz", ".part"
ABANDONED = timedelta(days=1)  # what a killed backup left behind is cleared away after


def back_up(to: Path) -> tuple[Path, Manifest]:
    """One archive, read again from the disk before it gets its name; where it is, what it holds.

    `to` is a folder, in which the archive is named after the moment, or the file itself. Files
    are immutable and are written before their rows: whatever the copied rows speak of is there.
    """
    moment = timezone.localtime()
    path = to / f"lawgov-{moment:%Y%m%dT%H%M%S}{ENDING}" if to.is_dir() else to
    noted(None, Access.BACKUP, str(path), "backup")
    _clear_abandoned(path.parent)
    part = path.with_name(f".{path.name}{PART}")
    part.unlink(missing_ok=True)
    with TemporaryDirectory(dir=path.parent, prefix=".lawgov-copy-") as folder:
        manifest = _packed(part, Path(folder) / DATABASE, moment)
    unpacked(part)
    part.replace(path)
    remember(path.parent)
    return path, manifest


def _packed(part: Path, dump: Path, moment: datetime) -> Manifest:
    place = here()
    inventory = place.dumped(dump)
    manifest = Manifest(moment.isoformat(), place.vendor, inventory)
    with written(part) as archive:
        size = dump.stat().st_size
        manifest.database = {"sha256": add(archive, DATABASE, dump), "size": size}
        for key, file in sorted(inventory["files"].items()):
            source = path_of(key)
            if source.is_file() and digest_of(source) == file["sha256"]:
                add(archive, FILES + key, source)
            else:
                manifest.damaged.append(key)
        close_with(archive, manifest)
    return manifest


def rotate(folder: Path, keep: int) -> list[Path]:
    """Remove all but the newest archives that were named after their moment; which were removed."""
    archives = sorted(_named(folder), key=lambda path: path.name)
    old = archives[:-keep]
    for path in old:
        path.unlink()
    remember(folder)
    return old


def _named(folder: Path) -> Iterable[Path]:
    return folder.glob(f"lawgov-[0-9]*T[0-9]*{ENDING}")


def _clear_abandoned(folder: Path) -> None:
    """A backup that was killed leaves a part of an archive, and a copy of the database."""
    before = (timezone.now() - ABANDONED).timestamp()
    for path in folder.glob(f".lawgov-*{PART}"):
        if path.stat().st_mtime < before:
            path.unlink()
    for path in folder.glob(".lawgov-copy-*"):
        if path.stat().st_mtime < before:
            shutil.rmtree(path)
