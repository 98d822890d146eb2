"""Choice cells: the code, or the label in any language, whichever a clerk typed."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from cases.registry.figures import Label
from cases.registry.ledgers.cells import text_of
from cases.registry.ledgers.faults import Unreadable
from cases.registry.ledgers.words import folded, in_every_language


class Choices:
    """The meanings of a choice column. A code always means itself; a label that two choices
    share means neither of them.
    """

    def __init__(self, choices: Iterable[tuple[Any, Label]]) -> None:
        self._labels = {code: label for code, label in choices if code not in (None, "")}
        self._meanings: dict[str, Any] = {}
        said = {
            code: {folded(text) for text in in_every_language(label)}
            for code, label in self._labels.items()
        }
        times = Counter(word for words in said.values() for word in words)
        for code, words in said.items():
            self._meanings |= {word: code for word in words if times[word] == 1}
        self._meanings |= {folded(str(code)): code for code in self._labels}

    def read(self, cell: Any) -> Any:
        """The code that a cell means, None for an empty one."""
        text = folded(text_of(cell))
        if not text:
            return None
        if text in self._meanings:
            return self._meanings[text]
        shown = " / ".join(map(self.write, self._labels))
        raise Unreadable(_("expected one of: %(choices)s") % {"choices": shown})

    def write(self, code: Any) -> str:
        """The label in the language in force, or the code where the label would be misread."""
        label = str(self._labels.get(code, ""))
        if label and self._meanings.get(folded(label)) == code:
            return label
        return "" if code is None else str(code)
