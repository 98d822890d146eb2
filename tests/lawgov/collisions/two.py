"""Two people before the same form."""

from html.parser import HTMLParser
from typing import Any

from django.test import Client
from django.urls import reverse

from cases.registry.records import Record
from seeds.factories.registry import UserFactory

Sent = dict[str, list[str]]


class Form(HTMLParser):
    """What a browser would send from a page if nobody touched it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.sent: Sent = {}
        self._select, self._area = "", ""
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        has = dict(attributes)
        name = has.get("name") or ""
        if tag == "textarea":
            self._area = name
            self.sent[name] = [""]
        elif tag == "select":
            self._select = name
        elif tag == "option" and "selected" in has and self._select:
            self.sent.setdefault(self._select, []).append(has.get("value") or "")
        elif tag == "input" and name and _is_sent(has):
            self.sent.setdefault(name, []).append(has.get("value") or _unsaid(has))

    def handle_data(self, data: str) -> None:
        if self._area:
            self.sent[self._area] = [(self.sent[self._area][0] + data).removeprefix("\n")]

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._area = ""


def _unsaid(has: dict[str, str | None]) -> str:
    return "on" if has.get("type") == "checkbox" else ""


def _is_sent(has: dict[str, str | None]) -> bool:
    if has.get("type") in {"checkbox", "radio"}:
        return "checked" in has
    return has.get("type") != "submit"


def person(bureau: Any, name: str) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(UserFactory.create(agency=bureau, full_name=name))
    return client


def address(record: Record) -> str:
    meta = record._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk])


def opened(client: Client, record: Record) -> Sent:
    """The form as it comes, without the rows that are only there to be copied by a script."""
    sent = Form(client.get(address(record)).content.decode()).sent
    return {key: values for key, values in sent.items() if "__prefix__" not in key}


def save(client: Client, record: Record, sent: Sent, **typed: str) -> Any:
    return client.post(address(record), sent | {key: [value] for key, value in typed.items()})


def asked(page: Any) -> Sent:
    return Form(page.content.decode()).sent


def client_saves(client: Client, record: Record, page: Any, **chosen: str) -> Any:
    sent = asked(page) | {f"_take-{name}": [side] for name, side in chosen.items()}
    return client.post(address(record), sent)
