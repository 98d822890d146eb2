"""Every word is there in Chinese, and what is compiled is what was translated."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from django.conf import settings

APPS = ["lawgov", "cases", "mediation", "enforcement"]
CATALOGUE = "locale/zh_Hans/LC_MESSAGES/django.po"
EXTRACT = [
    *("makemessages", "--locale", "zh_Hans"),
    *("--no-location", "--no-obsolete", "--verbosity", "0"),
]

# The copy is looked through as `make messages` does it, outside the project.
WITHOUT_SETTINGS = {k: v for k, v in os.environ.items() if k != "DJANGO_SETTINGS_MODULE"}


def catalogues() -> list[Path]:
    own = [settings.ROOT / app / CATALOGUE for app in APPS]
    borrowed = settings.ROOT / "lawgov/locale_of_libraries/zh_Hans/LC_MESSAGES/django.po"
    return [*own, borrowed]


def words(catalogue: Path) -> set[tuple[str, str]]:
    return {(entry.msgctxt or "", entry.msgid) for entry in polib.pofile(str(catalogue))}


@pytest.mark.gettext
@pytest.mark.parametrize("app", APPS)
def test_the_catalogue_has_exactly_the_words_of_the_code(app: str, tmp_path: Path) -> None:
    copy = tmp_path / app
    shutil.copytree(settings.ROOT / app, copy, ignore=shutil.ignore_patterns("__pycache__"))

    command = [sys.executable, "-m", "django", *EXTRACT]
    subprocess.run(command, cwd=copy, check=True, env=WITHOUT_SETTINGS)

    assert words(copy / CATALOGUE) == words(settings.ROOT / app / CATALOGUE)


@pytest.mark.parametrize("catalogue", catalogues(), ids=lambda path: path.parts[-5])
def test_no_word_lacks_its_chinese(catalogue: Path) -> None:
    entries = [entry for entry in polib.pofile(str(catalogue)) if not entry.obsolete]

    missing = [entry.msgid for entry in entries if not entry.translated() or entry.fuzzy]

    assert missing == []


@pytest.mark.parametrize("catalogue", catalogues(), ids=lambda path: path.parts[-5])
def test_what_is_compiled_is_what_was_translated(catalogue: Path) -> None:
    compiled = polib.mofile(str(catalogue.with_suffix(".mo")))

    source = {entry.msgid: entry.msgstr for entry in polib.pofile(str(catalogue))}

    assert {entry.msgid: entry.msgstr for entry in compiled} == source
