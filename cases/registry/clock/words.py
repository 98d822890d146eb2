"""Words that come with the law itself: written in two languages, chosen when shown."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from django.utils.translation import get_language

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Text: TypeAlias = "str | Words | _StrPromise"


@dataclass(frozen=True, slots=True)
class Words:
    """One expression in English and Chinese; as a string it is the reader's language."""

    en: str
    zh: str

    def __str__(self) -> str:
        return self.zh if (get_language() or "").startswith("zh") else self.en

    def __bool__(self) -> bool:
        return bool(self.en or self.zh)


NONE = Words("", "")
