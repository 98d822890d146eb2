"""Every word is there in Chinese, and what is compiled is what was translated."""

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
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

# What a word is wrapped in, and whether a context stands before it.
WRAPS = {
    **dict.fromkeys(["_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"], False),
    **dict.fromkeys(["pgettext", "pgettext_lazy", "npgettext", "npgettext_lazy"], True),
}

# The copy is looked through as `make messages` does it, outside the project.
WITHOUT_SETTINGS = {k: v for k, v in os.environ.items() if k != "DJANGO_SETTINGS_MODULE"}


def catalogues() -> list[Path]:
    own = [settings.ROOT / app / CATALOGUE for app in APPS]
    borrowed = settings.ROOT / "lawgov/locale_of_libraries/zh_Hans/LC_MESSAGES/django.po"
    return [*own, borrowed]


def words(catalogue: Path) -> set[tuple[str, str]]:
    return {(entry.msgctxt or "", entry.msgid) for entry in polib.pofile(str(catalogue))}


def wrapped(source: Path) -> Iterator[tuple[str, str]]:
    """Every word of a module as Python reads it, wherever it stands."""
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id in WRAPS:
            given = [str(each.value) for each in node.args if isinstance(each, ast.Constant)]
            yield (given[0], given[1]) if WRAPS[node.func.id] else ("", given[0])


@pytest.mark.parametrize("app", APPS)
def test_no_word_is_where_the_catalogue_does_not_see_it(app: str) -> None:
    """Inside an f-string, for one: there it is wrapped and never translated."""
    sources = (settings.ROOT / app).rglob("*.py")

    used = {word for source in sources for word in wrapped(source)}

    assert used - words(settings.ROOT / app / CATALOGUE) == set()


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
