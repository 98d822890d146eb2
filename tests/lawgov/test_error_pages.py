"""Pages that say what went wrong, and templates that a strict policy lets through."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.test import Client

from seeds.factories.registry import AgencyFactory, UserFactory

# Static files are collected when the site is put up, not for a test.
pytestmark = pytest.mark.filterwarnings("ignore:No directory at:UserWarning")

TEMPLATES = sorted((settings.ROOT / "lawgov" / "templates").rglob("*.html"))
# What a Content-Security-Policy without 'unsafe-inline' refuses.
INLINE = re.compile(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:", re.I)


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "500"])
def test_an_error_page_stands_alone_and_speaks_both_languages(name: str) -> None:
    page = render_to_string(f"{name}.html")

    assert 'lang="zh-hans"' in page
    assert 'lang="en"' in page
    assert 'href="/admin/"' in page


@pytest.mark.django_db
def test_an_unknown_address_leads_home(client: Client) -> None:
    response = client.get("/nowhere/")

    assert response.status_code == 404
    assert "There is no such page" in response.content.decode()


@pytest.mark.django_db
def test_a_closed_door_says_whom_to_ask(client: Client) -> None:
    bureau = AgencyFactory.create(bureau=True, parent=AgencyFactory.create(county=True))
    client.force_login(UserFactory.create(administrator=True, agency=bureau))

    response = client.get("/admin/cases/reconsideration/")

    assert response.status_code == 403
    assert "Your role does not allow this" in response.content.decode()


@pytest.mark.django_db
def test_a_form_left_open_too_long_says_that_nothing_was_saved() -> None:
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "x"})

    assert response.status_code == 403
    assert "The page was open too long" in response.content.decode()


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_carries_a_style_or_a_script_of_its_own(template: Path) -> None:
    assert INLINE.findall(template.read_text(encoding="utf-8")) == []
