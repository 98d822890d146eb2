"""A browser on a desk in the county, and the eye that notices what should not happen in it."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import ConsoleMessage, Page, Request
from pytest_django.live_server_helper import LiveServer

from cases.registry.agencies import Agency
from seeds.factories.registry import AgencyFactory
from tests.browser.chromium import launch_options, window

# Playwright runs a loop of its own in this thread, which Django takes for ours.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever lies in this folder needs a browser."""
    for item in items:
        if "tests/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)
            # Static files are collected when the site is put up, not for a test.
            item.add_marker(pytest.mark.filterwarnings("ignore:No directory at:UserWarning"))


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return launch_options()


@pytest.fixture(scope="session")
def browser_context_args() -> dict[str, Any]:
    return window()


@pytest.fixture
def county(live_server: LiveServer) -> Agency:
    """The county whose bureau everybody signs in at."""
    made: Agency = AgencyFactory.create(county=True)
    AgencyFactory.create(bureau=True, parent=made)
    return made


def _is_a_refusal(message: ConsoleMessage) -> bool:
    """The page one asked for is itself the answer of a server that has reasons, such as 409."""
    is_own = message.page is not None and message.location["url"] == message.page.url
    return is_own and "responded with a status of 4" in message.text


@pytest.fixture(autouse=True)
def _nothing_strange(page: Page, live_server: LiveServer) -> Iterator[None]:
    """No request leaves this host, and nothing complains in the console."""
    strange: list[str] = []

    def requested(request: Request) -> None:
        if not request.url.startswith((live_server.url, "data:")):
            strange.append(f"request to {request.url}")

    def said(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not _is_a_refusal(message):
            strange.append(f"{message.type} at {page.url}: {message.text}")

    page.on("request", requested)
    page.on("console", said)
    page.on("pageerror", lambda error: strange.append(f"error at {page.url}: {error}"))
    yield
    assert strange == []
