"""Clerks who work over HTTP, each with cookies of their own, on a server of the office's own."""

import http.client
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit

from tests.offices import PATIENCE, Office

PASSWORD = "correct horse"
SERVED = {"DJANGO_SETTINGS_MODULE": "tests.office_settings", "LAWGOV_ENV": "development"}


class Form(HTMLParser):
    """What a browser would send back if nobody typed anything."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self._select = ""
        self._text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = dict(attrs)
        name, value = own.get("name") or "", own.get("value")
        if tag == "input" and name and own.get("type") not in {"submit", "file", "button"}:
            if own.get("type") not in {"checkbox", "radio"} or "checked" in own:
                self.values[name] = value or ""
        elif tag == "select":
            self._select = name
        elif tag == "option" and "selected" in own and self._select:
            self.values[self._select] = value or ""
        elif tag == "textarea":
            self._text = name
            self.values[name] = ""

    def handle_endtag(self, tag: str) -> None:
        self._select = "" if tag == "select" else self._select
        self._text = "" if tag == "textarea" else self._text

    def handle_data(self, data: str) -> None:
        if self._text:
            self.values[self._text] += data.lstrip("\n")


@dataclass
class Answer:
    """What the server said."""

    status: int
    page: str
    location: str = ""


@dataclass
class Clerk:
    """Somebody at a browser."""

    port: int
    name: str
    cookies: dict[str, str] = field(default_factory=dict)

    def sign_in(self) -> Answer:
        form = Form(self.get("/admin/login/").page).values
        return self.post("/admin/login/", form | {"username": self.name, "password": PASSWORD})

    def get(self, path: str) -> Answer:
        return self._asked("GET", path)

    def post(self, path: str, values: Mapping[str, str | list[str]]) -> Answer:
        return self._asked("POST", path, urlencode(values, doseq=True))

    def _asked(self, method: str, path: str, body: str | None = None) -> Answer:
        header = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"Cookie": header, "Content-Type": "application/x-www-form-urlencoded"}
        server = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        with closing(server):
            server.request(method, path, body, headers)
            answer = server.getresponse()
            for name, value in answer.getheaders():
                if name.lower() == "set-cookie":
                    self.cookies |= {k: m.value for k, m in SimpleCookie(value).items()}
            location = urlsplit(answer.getheader("Location") or "").path
            return Answer(answer.status, answer.read().decode(), location)


@contextmanager
def served(
    office: Office, workers: int, threads: int
) -> Iterator[tuple[int, "subprocess.Popen[str]"]]:
    """The port of a web server with processes of its own, and its first process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    office.more.update(SERVED)
    size = ("--workers", str(workers), "--threads", str(threads), "--backlog", "512")
    address = f"127.0.0.1:{port}"
    server = office.start(
        "-m", "gunicorn", "lawgov.wsgi", "--bind", address, "--log-level", "error", *size,
        start_new_session=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _wait(port)
        yield port, server
    finally:
        server.terminate()
        server.communicate(timeout=PATIENCE)


def _wait(port: int) -> None:
    """Until somebody answers there."""
    before = time.monotonic() + PATIENCE
    while time.monotonic() < before:
        try:
            Clerk(port, "").get("/admin/login/")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(port)
