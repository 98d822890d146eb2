"""Pictures of a running site for the README: python -m tests.browser.screens FOLDER [options]."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import launch_options, window
from tests.browser.desk import Desk

CASES = "/admin/cases/reconsideration/"
OF_2024 = f"{CASES}?received_on__year=2024&state=all"
# name in the file, locale of the browser
LANGUAGES = (("zh", "zh-CN"), ("en", "en-GB"))


class Shot(NamedTuple):
    """One picture: where it is taken, and what is clicked there first."""

    name: str
    path: str
    click: str = ""
    scheme: str = "light"


SHOTS = (
    Shot("home", "/admin/"),
    Shot("home-dark", "/admin/", scheme="dark"),
    Shot("list", OF_2024),
    Shot("list-dark", OF_2024, scheme="dark"),
    Shot("form", OF_2024, click="#result_list tbody th a >> nth=3"),
    Shot("add", f"{CASES}add/"),
    Shot("litigation", "/admin/", click="#line-litigation .record >> nth=0"),
    Shot("mediation", "/admin/", click="#line-mediation .record >> nth=0"),
    Shot("enforcement", "/admin/", click="#line-enforcement .record >> nth=0"),
)


def take(page: Page, address: str, shot: Shot, to: Path) -> bool:
    """Whether there was anything to take a picture of."""
    page.goto(address + shot.path)
    if shot.click and not page.locator(shot.click).count():
        return False
    if shot.click:
        page.click(shot.click)
        page.wait_for_load_state("load")
    page.evaluate("document.activeElement && document.activeElement.blur()")
    page.screenshot(path=to)
    return True


def signed_in(browser: Browser, locale: str, scheme: str, options: argparse.Namespace) -> Page:
    page = browser.new_page(**window(locale, color_scheme=scheme))
    Desk(page, options.address).sign_in(options.user, options.password)
    return page


def pictures(browser: Browser, options: argparse.Namespace) -> Iterator[Path]:
    for language, locale in LANGUAGES:
        for scheme in ("light", "dark"):
            page = signed_in(browser, locale, scheme, options)
            for shot in (shot for shot in SHOTS if shot.scheme == scheme):
                to = Path(options.folder) / f"{shot.name}-{language}.png"
                if take(page, options.address, shot, to):
                    yield to
            page.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", help="where the pictures go")
    parser.add_argument("--address", default="http://127.0.0.1:8000", help="of the running site")
    parser.add_argument("--user", default="clerk")
    parser.add_argument("--password", default="clerk-demo-2024", help="of the demonstration")
    options = parser.parse_args()
    Path(options.folder).mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        for picture in pictures(browser, options):
            sys.stdout.write(f"{picture}\n")
        browser.close()


if __name__ == "__main__":
    main()
