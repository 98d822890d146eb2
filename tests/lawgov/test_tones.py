"""The stylesheet colours words of the field, and no others."""

import re
from collections.abc import Iterator

from django.conf import settings
from django.db.models import TextChoices

STYLES = settings.ROOT / "lawgov" / "static" / "lawgov"


def words(kind: type[TextChoices]) -> Iterator[str]:
    for terms in kind.__subclasses__():
        yield from terms.values
        yield from words(terms)


def test_every_coloured_badge_is_a_word_somebody_uses() -> None:
    styles = (STYLES / "badges.css").read_text(encoding="utf-8")

    coloured = set(re.findall(r"\.badge-(\w+)", styles))

    assert coloured - set(words(TextChoices)) == set()


def test_no_style_reaches_for_another_host() -> None:
    styles = "".join(path.read_text(encoding="utf-8") for path in STYLES.glob("*.css"))

    assert re.findall(r"https?:|@import|//[a-z]", styles) == []
