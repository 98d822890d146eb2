"""What the browser is told, and that nothing comes from another host."""

import os
import re
import subprocess
import sys

import pytest
from django.conf import settings
from django.test import Client

from cases.registry.users import User
from tests.lawgov.gates.conftest import sign_in

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]
TEMPLATES = [
    path
    for path in sorted(settings.ROOT.glob("*/**/*.html"))
    if not {".venv", "tests"} & set(path.relative_to(settings.ROOT).parts)
]
STYLES = sorted((settings.ROOT / "lawgov" / "static").glob("**/*.css"))
PRODUCTION = {
    "PATH": os.environ["PATH"],
    "LAWGOV_ENV": "production",
    "LAWGOV_SECRET_KEY": "k9" + "0aZ!qWx7" * 8,
    "LAWGOV_HOSTS": "register.example.org",
}


@pytest.mark.parametrize("address", ["/admin/login/", "/admin/", "/reports/?period=2024", "/x/"])
def test_no_page_runs_what_is_written_into_it(client: Client, person: User, address: str) -> None:
    if "login" not in address:
        sign_in(client, "clerk")

    policy = client.get(address)["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert not re.search(r"unsafe|\*|https?:", policy)


def test_the_other_headers_are_there(client: Client) -> None:
    headers = client.get("/admin/login/").headers

    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def test_production_is_set_up_for_it(tmp_path: object) -> None:
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    where = {**PRODUCTION, "LAWGOV_DATA_DIR": str(tmp_path)}

    done = subprocess.run(
        command, cwd=settings.ROOT, env=where, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_has_no_script_style_or_host_of_its_own(path: object) -> None:
    text = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]  # a path

    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|javascript:", text)
    assert not re.search(r"(src|href|action)=[\"']?(https?:)?//", text)


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_a_style_sheet_fetches_nothing_from_elsewhere(path: object) -> None:
    text = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]  # a path

    assert not re.search(r"@import|url\([\"']?(https?:)?//", text)
