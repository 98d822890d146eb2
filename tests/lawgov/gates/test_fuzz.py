"""Whatever somebody types, posts, uploads or takes in: an answer, never an error of ours."""

import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.registry.agencies import Agency
from cases.registry.ledgers.faults import LedgerRefused
from cases.registry.ledgers.intake import Intake
from cases.registry.roles import Role
from lawgov.ledgers import LEDGERS
from seeds.factories.registry import UserFactory
from tests.lawgov.gates.addresses import NAMED, VERBS, every_address
from tests.lawgov.tables import TABLES, keeper_of

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]
bounded = settings(
    derandomize=True,
    max_examples=60,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

HOSTILE = st.sampled_from(
    [
        "", "\0", "0", "-1", "1", "9" * 30, "1e400", "NaN", "2024", "2024-02-30", "9999-12-31",
        "0001-01-01", "2024-13", "true", "None", "' OR 1=1 --", "%", "%s", "{{7*7}}", "../../etc",
        "<script>", "〔2024〕", "💣", "\u202e", "a" * 3000, "1,2,3", "[]", '{"a":1}', "\r\nX: y",
        "２０２４", "=1+1", "all", "cases.user", "\ud800",
    ]
)  # fmt: skip
QUERY_NAMES = st.sampled_from(
    [
        "q", "p", "o", "all", "e", "period", "month", "page", "first", "last", "agency", "field",
        "by", "outcome", "handler", "unit", "term", "app_label", "model_name", "field_name", "on",
        "length", "extend", "suspensions", "converted", "next", "received_on__year", "id__in",
        "received_on__gte", "note__regex", "voided_on__isnull", "pk", "_to_field", "_popup",
        "_changelist_filters", "language", "as", "column", "row", "section", "key", "whose", "act",
    ]
)  # fmt: skip
QUERIES = st.dictionaries(QUERY_NAMES, HOSTILE, max_size=4)
POST_NAMES = st.sampled_from(
    [
        "action", "_selected_action", "select_across", "index", "post", "_save", "_continue",
        "_addanother", "_saveasnew", "name", "period", "reason", "code", "set_up", "path", "next",
        "language", "received_on", "respondent", "handler", "outcome", "parties-TOTAL_FORMS",
        "parties-INITIAL_FORMS", "parties-0-identity_number", "parties-0-id", "version", "day",
        "username", "password", "old_password", "new_password1", "new_password2", "draw", "revoke",
        "again_password", "again_for", "telephone", "since_on", "agency", "_confirmed", "year",
    ]
)  # fmt: skip
POSTED = st.dictionaries(POST_NAMES, HOSTILE, max_size=8)
FILES = st.tuples(st.sampled_from(["a.csv", "a.xlsx", "..\\a.pdf", "空.docx"]), st.binary())


def fill(name: str) -> str:
    """The address of a page, with rows that may or may not be there."""
    sample = NAMED[name].sample
    return reverse(name, kwargs={k: 1 if str(v).startswith("$") else v for k, v in sample.items()})


def pages() -> list[str]:
    named = {found.name for found in every_address()} & set(NAMED)
    found = [fill(name) for name in sorted(named) if name != "admin:logout"]
    for model in TABLES:
        for verb in VERBS:
            name = f"admin:{model._meta.app_label}_{model._meta.model_name}_{verb}"
            found.append(reverse(name, args=[] if verb in {"changelist", "add"} else [1]))
    return found


PAGES = st.sampled_from(pages())
FORMS = st.sampled_from([model for model in TABLES if keeper_of(model) != Role.AUDITOR])


@pytest.fixture(params=[Role.CLERK, Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR])
def somebody(client: Client, bureau: Agency, request: pytest.FixtureRequest) -> Client:
    client.force_login(UserFactory.create(role=request.param, agency=bureau))
    return client


@given(page=PAGES, query=QUERIES)
@bounded
def test_any_question_is_answered(somebody: Client, page: str, query: dict[str, str]) -> None:
    typed = {name: text.encode(errors="surrogatepass") for name, text in query.items()}

    assert somebody.get(page, typed).status_code < 500


@given(page=PAGES, posted=POSTED, file=FILES)
@bounded
def test_anything_posted_is_answered(
    somebody: Client, page: str, posted: dict[str, str], file: tuple[str, bytes]
) -> None:
    typed: dict[str, Any] = {
        name: text.encode(errors="surrogatepass").decode(errors="replace")
        for name, text in posted.items()
    }
    typed["file"] = SimpleUploadedFile(*file)

    assert somebody.post(page, typed).status_code < 500


@given(model=FORMS, data=st.data())
@bounded
def test_any_form_is_answered_whatever_stands_in_its_fields(
    client: Client, bureau: Agency, model: Any, data: st.DataObject
) -> None:
    client.force_login(UserFactory.create(role=keeper_of(model), agency=bureau, password=None))
    names = [field.name for field in model._meta.fields if field.editable]
    texts = data.draw(st.lists(HOSTILE, min_size=len(names), max_size=len(names)))
    typed = {name: text.replace("\ud800", "?") for name, text in zip(names, texts, strict=True)}
    for inline in admin.site._registry[model].inlines:
        prefix = inline.model._meta.get_field(_key(inline.model, model)).remote_field
        name = prefix.get_accessor_name()
        typed |= {f"{name}-TOTAL_FORMS": "1", f"{name}-INITIAL_FORMS": "0"}
    page = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add")

    assert client.post(page, typed).status_code < 500


def _key(child: Any, parent: Any) -> str:
    names = [field.name for field in child._meta.fields if field.related_model is parent]
    return str(names[0])


@given(
    name=st.sampled_from([f"{ledger.name}.csv" for ledger in LEDGERS] + ["agencies.xlsx", "x.csv"]),
    content=st.one_of(
        st.binary(max_size=400),
        st.lists(st.lists(HOSTILE, max_size=5), max_size=5).map(
            lambda rows: "\n".join(",".join(row) for row in rows).encode(errors="replace")
        ),
    ),
)
@bounded
def test_any_file_is_taken_in_whole_or_refused(name: str, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)

        with suppress(LedgerRefused):
            taken = Intake(LEDGERS).load(path)
            assert not any(tally.written for tally in taken)
