"""What is sent from a form, what its page tells the script, and which words of menus it bars."""

import json
import re
from html import unescape
from typing import Any

from django.db.models import Model
from django.test import Client
from django.urls import reverse

from cases.reconsideration.models.case import Reconsideration

BESIDE = ("parties", "suspensions", "extension", "opinion_letters", "tags", "attachments")


def sent_of(case: Reconsideration, **fields: Any) -> dict[str, Any]:
    """The form of a case just received with these fields filled in, and no row beside it."""
    form: dict[str, Any] = {
        "received_on": case.received_on,
        "received_by": "counter",
        "respondent": case.respondent.pk,
        "field": case.field.pk,
        "act_kind": case.act_kind.pk,
        "claim": "revoke",
        "procedure": "ordinary",
    }
    for name in BESIDE:
        form |= {f"{name}-TOTAL_FORMS": 0, f"{name}-INITIAL_FORMS": 0}
    return form | fields


def page_of(desk: Client, record: Model) -> str:
    names = (record._meta.app_label, record._meta.model_name)
    address = reverse("admin:{}_{}_change".format(*names), args=[record.pk])
    return desk.get(address).content.decode()


def told(page: str) -> dict[str, Any]:
    """By form of the page: its rules, and what rests on other rows."""
    found = re.search(r'data-lawful="([^"]*)"', page)
    return {} if found is None else dict(json.loads(unescape(found[1])))


def barred(page: str, name: str) -> set[str]:
    """The words of a menu that are there to be read only."""
    menu = re.search(rf'<select name="{name}".*?</select>', page, re.DOTALL)
    assert menu is not None, name
    return set(re.findall(r'<option value="([^"]+)" disabled', menu[0]))
