"""Settings come from the environment, and production refuses whatever would leave it open."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

SECRET = "9fQ-w2kz_4rTn7LmXb3Gd8yHc5Va1JpEs6Ru0oIiKlDqMxWvZt"  # made up for this test, used nowhere
PRODUCTION = {
    "LAWGOV_ENV": "production",
    "LAWGOV_SECRET_KEY": SECRET,
    "LAWGOV_HOSTS": "lawgov.example.org",
}


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Another process with nothing in its environment but the path and what is given."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=settings.ROOT,
        env={"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "lawgov.settings"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def value_of(name: str, **environment: str) -> str:
    """A setting as another process has it."""
    code = f"from django.conf import settings; print(settings.{name})"
    found = run("-c", code, **environment)
    assert found.returncode == 0, found.stderr
    return found.stdout.strip()


@pytest.mark.parametrize(
    ("environment", "complaint"),
    [
        ({"LAWGOV_SECRET_KEY": ""}, "LAWGOV_SECRET_KEY must be a secret"),
        ({"LAWGOV_SECRET_KEY": "short"}, "LAWGOV_SECRET_KEY must be a secret"),
        (
            {"LAWGOV_SECRET_KEY": "insecure-for-development-only-" + "0" * 40},
            "LAWGOV_SECRET_KEY must be a secret",
        ),
        ({"LAWGOV_DEBUG": "1"}, "LAWGOV_DEBUG must not be set"),
        ({"LAWGOV_HOSTS": ""}, "LAWGOV_HOSTS must list the names"),
        ({"LAWGOV_HOSTS": "*"}, "LAWGOV_HOSTS must list the names"),
        ({"LAWGOV_HOSTS": "lawgov.example.org,*"}, "LAWGOV_HOSTS must list the names"),
        ({"LAWGOV_ENV": "prod"}, "LAWGOV_ENV is either"),
    ],
)
def test_production_refuses_to_start(environment: dict[str, str], complaint: str) -> None:
    found = run("-m", "django", "check", **PRODUCTION | environment)

    assert found.returncode != 0
    assert f"ImproperlyConfigured: {complaint}" in found.stderr


def test_what_django_asks_of_a_deployment_is_done() -> None:
    found = run("manage.py", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)

    assert found.returncode == 0, found.stderr
    assert "no issues" in found.stdout


def test_a_web_server_gets_production_without_asking() -> None:
    found = run("-c", "import lawgov.wsgi")

    assert "LAWGOV_SECRET_KEY must be a secret" in found.stderr


def test_a_web_server_starts_where_everything_is_set() -> None:
    environment = {name: value for name, value in PRODUCTION.items() if name != "LAWGOV_ENV"}

    found = run("-c", "import lawgov.wsgi", **environment)

    assert found.returncode == 0, found.stderr


def test_development_needs_nothing_set() -> None:
    assert value_of("DEBUG") == "True"
    assert value_of("ALLOWED_HOSTS") == "['127.0.0.1', 'localhost', '[::1]']"


def test_the_database_is_chosen_by_its_address() -> None:
    postgres = "postgres://clerk:secret@db.example.org:5433/lawgov"

    assert value_of("DATABASES['default']['ENGINE']") == "cases.registry.history.sqlite3"
    assert value_of("DATABASES['default']['PORT']", DATABASE_URL=postgres) == "5433"


def test_the_county_names_itself() -> None:
    assert value_of("LAWGOV_DOCKET_PREFIX", LAWGOV_DOCKET_PREFIX="示") == "示"


def test_sqlite_is_set_up_for_a_busy_office() -> None:
    options = value_of("DATABASES['default']['OPTIONS']")

    assert "'transaction_mode': 'IMMEDIATE'" in options
    assert "'timeout': 20" in options
    assert "journal_mode=WAL" in options


def test_a_statement_on_postgresql_does_not_run_for_ever() -> None:
    options = value_of("DATABASES['default']['OPTIONS']", DATABASE_URL="postgres://h/d")

    assert "statement_timeout" in options
    assert "lock_timeout" in options


def test_days_are_those_of_the_county() -> None:
    assert (settings.TIME_ZONE, settings.LANGUAGE_CODE) == ("Asia/Shanghai", "zh-hans")
    assert [code for code, _ in settings.LANGUAGES] == ["zh-hans", "en"]
