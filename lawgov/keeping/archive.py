"""The archive: one file with the database, the papers, and a manifest that says what is in it."""

import gzip
import hashlib
import json
import os
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from io import BytesIO
from pathlib import Path
from typing import IO, Any, BinaryIO

from django.utils.translation import gettext as _

from cases.registry.attachments.storage import KEY_LENGTH, remember
from lawgov.keeping.inventory import Inventory
from lawgov.keeping.refusals import Refused

FORMAT = 1  # raised when an older lawgov could no longer read it
DATABASE, FILES, MANIFEST = "database", "files/", "manifest.json"
PIECE = 1 << 20
PRIVATE = 0o600  # an archive holds personal data: nobody but its owner reads it


@dataclass
class Manifest:
    """What an archive holds; it is written last, so that an archive without one is not whole.

    `files` are those the rows speak of by key, with digest and size; `damaged` those of them that
    were missing or altered when the backup was made.
    """

    made_at: str
    vendor: str
    inventory: Inventory
    database: dict[str, Any] = field(default_factory=dict)
    damaged: list[str] = field(default_factory=list)
    format: int = FORMAT

    @property
    def files(self) -> dict[str, dict[str, Any]]:
        """The files that are in the archive."""
        gone = set(self.damaged)
        return {key: file for key, file in self.inventory["files"].items() if key not in gone}


@contextmanager
def written(path: Path) -> Iterator[tarfile.TarFile]:
    """An archive that is on the disk, whole, once the block ends; under a name of its own."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, PRIVATE)
    with os.fdopen(handle, "w+b") as file:
        with tarfile.open(fileobj=file, mode="w:gz", compresslevel=3) as archive:
            yield archive
        file.flush()
        os.fsync(file.fileno())


def add(archive: tarfile.TarFile, name: str, path: Path) -> str:
    """Put a file in; its SHA-256 as it was read."""
    entry = tarfile.TarInfo(name)
    entry.mode = PRIVATE
    with path.open("rb") as file:
        entry.size = os.fstat(file.fileno()).st_size
        reading = Digesting(file)
        archive.addfile(entry, reading)
    return reading.digest.hexdigest()


def close_with(archive: tarfile.TarFile, manifest: Manifest) -> None:
    content = json.dumps(asdict(manifest), ensure_ascii=False, indent=1).encode()
    entry = tarfile.TarInfo(MANIFEST)
    entry.mode, entry.size = PRIVATE, len(content)
    archive.addfile(entry, BytesIO(content))


class Digesting:
    """A file whose digest is known once it was read."""

    def __init__(self, file: BinaryIO) -> None:
        self.file, self.digest = file, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        piece = self.file.read(size)
        self.digest.update(piece)
        return piece


def unpacked(path: Path, database_to: Path | None = None, files_to: Path | None = None) -> Manifest:
    """Read an archive to its end, compare every digest, and lay down what is asked for.

    Raises:
        Refused: it is no archive of ours, is not whole, or holds something else than it says.
    """
    found: dict[str, tuple[str, int]] = {}
    manifest: Manifest | None = None
    try:
        with gzip.open(path) as whole, tarfile.open(fileobj=whole, mode="r|") as archive:
            for entry in archive:
                content = archive.extractfile(entry)
                if content is None or manifest is not None:
                    raise Refused(_("“%(name)s” is out of place.") % {"name": entry.name})
                if entry.name == MANIFEST:
                    manifest = _read(json.loads(content.read()))
                else:
                    to = _destination(entry.name, database_to, files_to)
                    found[entry.name] = _laid_down(content, to)
            while whole.read(PIECE):  # to its very end, where the checksum stands
                pass
    except (tarfile.TarError, EOFError, OSError, ValueError, TypeError, KeyError) as fault:
        text = _("“%(path)s” cannot be read: %(fault)s") % {"path": path, "fault": fault}
        raise Refused(text) from fault
    if manifest is None:
        raise Refused(_("“%(path)s” is not whole: it has no manifest.") % {"path": path})
    _compare(manifest, found)
    return manifest


def _read(content: dict[str, Any]) -> Manifest:
    if content["format"] > FORMAT:
        raise Refused(_("This archive was made by a newer version of lawgov."))
    return Manifest(**content)


def _destination(name: str, database_to: Path | None, files_to: Path | None) -> Path | None:
    """Where an entry goes; a name that we would not have written goes nowhere."""
    if name == DATABASE:
        return database_to
    key = name.removeprefix(FILES)
    if not name.startswith(FILES) or len(key) != KEY_LENGTH or not key.isalnum():
        raise Refused(_("“%(name)s” is out of place.") % {"name": name})
    return files_to / key if files_to else None


def _laid_down(content: IO[bytes], to: Path | None) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    handle = os.open(to or os.devnull, os.O_WRONLY | os.O_CREAT | (os.O_EXCL if to else 0), PRIVATE)
    with os.fdopen(handle, "wb") as file:
        while piece := content.read(PIECE):
            file.write(piece)
            digest.update(piece)
            size += len(piece)
        file.flush()
        if to:
            os.fsync(file.fileno())
    if to:
        remember(to.parent)
    return digest.hexdigest(), size


def _compare(manifest: Manifest, found: dict[str, tuple[str, int]]) -> None:
    said = {DATABASE: manifest.database} | {FILES + k: file for k, file in manifest.files.items()}
    wrong = [
        name
        for name in sorted(set(said) | set(found))
        if name not in said
        or name not in found
        or found[name] != (said[name]["sha256"], said[name]["size"])
    ]
    if wrong:
        text = _("The archive is damaged; not as its manifest says: %(names)s")
        raise Refused(text % {"names": ", ".join(wrong[:10])})
