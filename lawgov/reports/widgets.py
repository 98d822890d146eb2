"""How the questions of the reading room are put."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.safestring import SafeData, SafeString, mark_safe


class Choose(forms.Select):
    """Writes what Django's own writes, without a template for each of some hundred options."""

    def render(
        self,
        name: str,
        value: Any,
        attrs: dict[str, Any] | None = None,
        renderer: Any = None,  # noqa: ARG002  # that of the form, which reads those templates
    ) -> SafeString:
        widget = self.get_context(name, value, attrs)["widget"]
        groups = "".join(_group(label, options) for label, options, _place in widget["optgroups"])
        return mark_safe(  # noqa: S308  # escaped where it is text
            f'<select name="{escape(name)}"{_attributes(widget)}>{groups}\n</select>'
        )


def _group(label: str | None, options: Sequence[Mapping[str, Any]]) -> str:
    written = "".join(map(_option, options))
    if not label:
        return written
    return f'\n  <optgroup label="{_text(label)}">{written}\n  </optgroup>'


def _option(option: Mapping[str, Any]) -> str:
    value, label = _text(option["value"]), _text(option["label"])
    return f'\n  <option value="{value}"{_attributes(option)}>{label}</option>'


def _attributes(widget: Mapping[str, Any]) -> str:
    return flatatt(widget["attrs"]) if widget["attrs"] else ""


def _text(value: Any) -> str:
    text = str(value)
    return text if isinstance(text, SafeData) else escape(text)
