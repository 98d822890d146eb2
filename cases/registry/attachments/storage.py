"""Where the files are kept: outside what a web server serves, under names that say nothing."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from django.conf import settings

KEY_LENGTH = 32
PIECE = 1 << 20
ARRIVING = "arriving"  # the folder in which a file is written before it has its name


@dataclass(frozen=True)
class Blob:
    """What was put away: the random name it lies under, its SHA-256 and its size in bytes."""

    key: str
    sha256: str
    size: int


def folder() -> Path:
    return Path(settings.LAWGOV_FILES_DIR)


def path_of(key: str, root: Path | None = None) -> Path:
    """Where a file lies; two levels of folders keep each of them small."""
    return (root or folder()) / key[:2] / key[2:4] / key


def put_away(pieces: Iterable[bytes]) -> Blob:
    """Write a file for good, before any row speaks of it: whole under its name, or not at all."""
    key, digest, size = uuid4().hex, hashlib.sha256(), 0
    arriving = folder() / ARRIVING / key
    made(arriving.parent)
    with os.fdopen(os.open(arriving, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        for piece in pieces:
            file.write(piece)
            digest.update(piece)
            size += len(piece)
        file.flush()
        os.fsync(file.fileno())
    settle(arriving, path_of(key))
    return Blob(key, digest.hexdigest(), size)


def made(place: Path) -> Path:
    """A folder below the one of the files, all of them closed to others."""
    for each in (folder(), *reversed(place.parents), place):
        if each == folder() or folder() in each.parents:
            each.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


def settle(arrived: Path, place: Path) -> None:
    """Move a file that was written whole to where it stays, and have the disk remember it."""
    made(place.parent)
    arrived.replace(place)
    for parent in (place.parent, place.parent.parent, place.parent.parent.parent):
        remember(parent)


def remember(place: Path) -> None:
    """Wait until a folder's entries are on the disk."""
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def digest_of(place: Path) -> str:
    """The SHA-256 of what lies there.

    Raises:
        FileNotFoundError: nothing does.
    """
    with place.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def keys(root: Path | None = None) -> Iterator[str]:
    """Every name under which something lies, in order, one folder after the other."""
    base = root or folder()
    for shard in sorted(base.glob("??/??")):
        yield from sorted(each.name for each in shard.iterdir() if len(each.name) == KEY_LENGTH)


def left_over() -> Iterator[Path]:
    """Files whose writing was broken off; they have no name and no row."""
    yield from sorted((folder() / ARRIVING).glob("*"))
