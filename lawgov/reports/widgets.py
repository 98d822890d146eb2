"""How the questions of the reading room are put."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.safestring import SafeData, SafeString, mark_safe

from lawgov.reports.parting import NOT_KNOWN_AS_CLOSED, UNKNOWN


class Choose(forms.Select):
    """Writes what Django's own writes, without a template for each of some hundred options."""

    def render(
        self,
        name: str,
        value: Any,
        attrs: dict[str, Any] | None = None,
        renderer: Any = None,  # noqa: ARG002  # that of the form, which reads those templates
    ) -> SafeString:
        attributes = flatatt(self.build_attrs(self.attrs, attrs))
        options = "".join(_options(self.choices, set(self.format_value(value))))
        return mark_safe(  # noqa: S308  # escaped where it is text
            f'<select name="{escape(name)}"{attributes}>{options}\n</select>'
        )


class ChooseOrUnknown(Choose):
    """Names what is not known as closed too, but only where an address asks for it."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        if value != UNKNOWN:
            return super().render(name, value, attrs, renderer)
        choices = [*self.choices, (UNKNOWN, NOT_KNOWN_AS_CLOSED)]
        return Choose(self.attrs, choices).render(name, value, attrs, renderer)


def _options(choices: Iterable[tuple[Any, Any]], chosen: set[str]) -> Iterator[str]:
    """One after the other; of several that are chosen the first alone, which `chosen` forgets."""
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield f'\n  <optgroup label="{_text(value)}">'
            yield from _options(label, chosen)
            yield "\n  </optgroup>"
            continue
        typed, mark = "" if value is None else str(value), ""
        if typed in chosen:
            mark = " selected"
            chosen.clear()
        yield f'\n  <option value="{_text(typed)}"{mark}>{_text(label)}</option>'


def _text(value: Any) -> str:
    text = str(value)
    return text if isinstance(text, SafeData) else escape(text)
