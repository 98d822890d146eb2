"""Labels in every language, and spellings that a clerk would not tell apart."""

import unicodedata

from django.conf import settings
from django.utils import translation

from cases.registry.figures import Label


def in_every_language(label: Label) -> set[str]:
    """A label as each language writes it."""
    said = set()
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            said.add(str(label))
    return said


def narrow(text: str) -> str:
    """Full-width digits, letters and brackets as their plain ones: ２０２４（１） is 2024(1)."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


def folded(text: str) -> str:
    """The same for two spellings of one word: width, capitals and blanks do not matter."""
    return "".join(narrow(text).split()).casefold()
