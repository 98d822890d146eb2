"""Puts an archive back: tried, compared and only then put in place of what is there."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.registry.accesses.log import Access, noted
from cases.registry.attachments.storage import ARRIVING, digest_of, folder, made, path_of, settle
from lawgov.keeping import elsewhere
from lawgov.keeping.archive import DATABASE, Manifest, unpacked
from lawgov.keeping.inventory import differences
from lawgov.keeping.places.place import Place, here, is_empty
from lawgov.keeping.refusals import Refused


class Restored(NamedTuple):
    """What an archive held, whether it had to be brought up to this version, where the old is."""

    manifest: Manifest
    was_older: bool
    aside: str = ""


def verify(path: Path) -> Restored:
    """Restore into a throw-away place, compare everything, and leave what is here as it is."""
    place = here()
    with TemporaryDirectory(prefix="lawgov-verify-") as within:
        dump = Path(within) / DATABASE
        manifest = unpacked(path, dump)
        with place.trial(dump) as url:
            return Restored(manifest, _tried(place, manifest, url))


def restore(path: Path, *, replace: bool = False) -> Restored:
    """The archive in place of what is here.

    Nothing here is touched before the archive was restored elsewhere and found to be what it
    says. The files come first, as always; the database is then exchanged in one step.

    Raises:
        Refused: something is here and is not to be replaced, or the archive is not sound.
    """
    place = here()
    empty = is_empty(place)
    if not empty and not replace:
        raise Refused(_("Something is here already. Say --replace to put it aside."))
    with TemporaryDirectory(dir=made(folder() / ARRIVING), prefix="restoring-") as within:
        dump, files = Path(within) / DATABASE, Path(within) / "files"
        files.mkdir(mode=0o700)
        manifest = unpacked(path, dump, files)
        with place.trial(dump) as url:
            was_older = _tried(place, manifest, url)
            _settle(manifest, files)
            moment = timezone.localtime()
            connection.close()
            aside = place.switched_to(dump, url, moment, keep=not empty)
    _look_again(manifest, was_older=was_older)
    noted(None, Access.BACKUP, str(path), "restore")
    return Restored(manifest, was_older, aside)


def _tried(place: Place, manifest: Manifest, url: str) -> bool:
    """Compare a throw-away copy with its manifest; whether it was of an older version.

    Raises:
        Refused: of another vendor, of a newer lawgov, or not what the manifest says.
    """
    if manifest.vendor != place.vendor:
        text = _("This is an archive of %(theirs)s, and here is %(ours)s.")
        raise Refused(text % {"theirs": manifest.vendor, "ours": place.vendor})
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    if unknown := sorted(set(manifest.inventory["migrations"]) - known):
        text = _("This archive was made by a newer version of lawgov; unknown here: %(names)s")
        raise Refused(text % {"names": ", ".join(unknown)})
    was_older = set(manifest.inventory["migrations"]) != known
    if was_older:
        _same(manifest, elsewhere.inventory(url, "--bare"))
        elsewhere.migrate(url)
        _same_figures(manifest, elsewhere.inventory(url))
    else:
        _same(manifest, elsewhere.inventory(url))
    return was_older


def _same(manifest: Manifest, found: dict[str, object]) -> None:
    if wrong := differences(manifest.inventory, found):
        text = _("What was restored is not what was backed up: %(names)s")
        raise Refused(text % {"names": ", ".join(wrong[:10])})


def _same_figures(manifest: Manifest, found: dict[str, object]) -> None:
    _same(manifest, {part: found[part] for part in ("figures", "files")})


def _settle(manifest: Manifest, arrived: Path) -> None:
    """Files have random names and never change: one that is here already is the same one."""
    for key, file in manifest.files.items():
        place = path_of(key)
        if not place.exists() or digest_of(place) != file["sha256"]:
            settle(arrived / key, place)


def _look_again(manifest: Manifest, *, was_older: bool) -> None:
    """At what is in place now, with the eyes of whoever reads the reports tomorrow."""
    url = here().address
    if was_older and connection.vendor == "postgresql":
        elsewhere.migrate(url)
    found = elsewhere.inventory(url)
    _same_figures(manifest, found)
    if not was_older:
        _same(manifest, {"tables": found["tables"]})
