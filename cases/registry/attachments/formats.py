"""Which types of file are taken, and which of them a file is by its content."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

import puremagic
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

HEAD = 4096  # bytes in which every type shows itself
CHUNK = 1 << 16
OFFICE = "application/vnd.openxmlformats-officedocument."


@dataclass(frozen=True)
class Format:
    """A type of file, and the endings a name of that type may have; the first is the usual one."""

    code: str
    name: Promise
    extensions: tuple[str, ...]
    mime: str


FORMATS = {
    each.code: each
    for each in (
        Format("pdf", gettext_lazy("PDF"), ("pdf",), "application/pdf"),
        Format("ofd", gettext_lazy("OFD"), ("ofd",), "application/ofd"),
        Format(
            "docx",
            gettext_lazy("Word document"),
            ("docx",),
            f"{OFFICE}wordprocessingml.document",
        ),
        Format(
            "doc", gettext_lazy("Word 97 or WPS document"), ("doc", "wps"), "application/msword"
        ),
        Format("xlsx", gettext_lazy("workbook"), ("xlsx",), f"{OFFICE}spreadsheetml.sheet"),
        Format(
            "xls",
            gettext_lazy("Excel 97 or WPS workbook"),
            ("xls", "et"),
            "application/vnd.ms-excel",
        ),
        Format("jpg", gettext_lazy("JPEG picture"), ("jpg", "jpeg"), "image/jpeg"),
        Format("png", gettext_lazy("PNG picture"), ("png",), "image/png"),
        Format("tiff", gettext_lazy("TIFF picture"), ("tif", "tiff"), "image/tiff"),
        Format("txt", gettext_lazy("plain text"), ("txt",), "text/plain"),
    )
}
# What to call the commonest of what is sent by mistake or malice.
OTHERS = (
    ({".exe", ".dll", ".msi", ".scr"}, gettext_lazy("a program")),
    ({".html", ".htm", ".xhtml", ".hta"}, gettext_lazy("a web page")),
    ({".zip", ".rar", ".7z", ".gz"}, gettext_lazy("an archive of files")),
    ({".gif", ".bmp", ".webp", ".heic", ".svg"}, gettext_lazy("a picture of another type")),
    ({".mp3", ".wav", ".m4a", ".amr"}, gettext_lazy("a sound recording")),
    ({".mp4", ".mov", ".avi", ".wmv"}, gettext_lazy("a video")),
)
# Types that look like text and are something that runs or is drawn.
NOT_PLAIN = frozenset({".html", ".htm", ".xhtml", ".svg", ".xml", ".rtf", ".js", ".sh", ".hta"})


class NotTaken(ValueError):
    """A file that is not taken, in words that say what it is and what was expected."""


def accepted() -> list[Format]:
    """The types this office takes.

    Raises:
        ImproperlyConfigured: the setting names a type there is none of.
    """
    try:
        return [FORMATS[code] for code in settings.LAWGOV_FILE_TYPES]
    except KeyError as unknown:
        known = ", ".join(FORMATS)
        raise ImproperlyConfigured(
            f"LAWGOV_FILE_TYPES: {unknown} is not among {known}."
        ) from unknown


def recognised(file: BinaryIO, name: str) -> Format:
    """The type of a file by its content, which its name has to agree with.

    Raises:
        NotTaken: the type is unknown, not taken here, or another than the name says.
    """
    code, called = _sniffed(file)
    taken = accepted()
    found = next((each for each in taken if each.code == code), None)
    if found is None:
        message = _("“%(name)s” is not taken: by its content it is %(type)s. Taken are: %(all)s.")
        kinds = ", ".join(extension for each in taken for extension in each.extensions)
        raise NotTaken(message % {"name": name, "type": called, "all": kinds})
    if PurePath(name).suffix.lower().lstrip(".") not in found.extensions:
        message = _(
            "“%(name)s” is not taken: by its content it is %(type)s, so its name should end in "
            "“.%(extension)s”. Rename it, or attach the right file."
        )
        what = {"name": name, "type": called, "extension": found.extensions[0]}
        raise NotTaken(message % what)
    return found


def _sniffed(file: BinaryIO) -> tuple[str, str]:
    """The code of a type, empty if it is none of ours, and what to call it."""
    file.seek(0)
    head = file.read(HEAD)
    guesses = _guesses(head)
    found = next((code for code in ("pdf", "jpg", "png", "tiff") if f".{code}" in guesses), "")
    if head.startswith(b"PK\x03\x04"):
        found, guesses = _in_zip(file), {".zip": ""}
        if found == "macros":
            return "", _("an Office document with macros")
    elif head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        found, guesses = _in_compound(file), {".ole": _("an Office file of another kind")}
    elif not found and not NOT_PLAIN & set(guesses) and _is_plain(file):
        found = "txt"
    if found:
        return found, str(FORMATS[found].name)
    return "", _called(guesses)


def _called(guesses: dict[str, str]) -> str:
    for endings, name in OTHERS:
        if endings & set(guesses):
            return str(name)
    return next(iter(guesses.values()), _("of an unknown type"))


def _guesses(head: bytes) -> dict[str, str]:
    try:
        return {guess.extension: guess.name for guess in puremagic.magic_string(head)}
    except (puremagic.PureError, ValueError):
        return {}


def _in_zip(file: BinaryIO) -> str:
    """DOCX, XLSX and OFD are archives; which of them shows in the names inside."""
    file.seek(0)
    try:
        with ZipFile(file) as archive:
            names = set(archive.namelist())
    except (BadZipFile, ValueError, NotImplementedError, OSError):
        return ""
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        return "macros"
    marks = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "OFD.xml": "ofd"}
    return next((code for mark, code in marks.items() if mark in names), "")


def _in_compound(file: BinaryIO) -> str:
    """The old Office formats and those of WPS are compound files; their streams have names."""
    marks = {"WordDocument": "doc", "Workbook": "xls", "Book": "xls"}
    for chunk in _overlapping(file):
        for mark, code in marks.items():
            if f"{mark}\0".encode("utf-16-le") in chunk:
                return code
    return ""


def _overlapping(file: BinaryIO) -> Iterator[bytes]:
    """The content in pieces, each with the end of the one before, so that no name is cut."""
    file.seek(0)
    tail = b""
    while chunk := file.read(CHUNK):
        yield tail + chunk
        tail = chunk[-64:]


def _is_plain(file: BinaryIO) -> bool:
    """Text as offices write it: UTF-8 or GB 18030, and no control characters but line ends."""
    file.seek(0)
    content = file.read()
    if not content or any(byte < ord(" ") and byte not in b"\t\n\r\f\x1a" for byte in set(content)):
        return False
    return any(_decodes(content, encoding) for encoding in ("utf-8", "gb18030"))


def _decodes(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
