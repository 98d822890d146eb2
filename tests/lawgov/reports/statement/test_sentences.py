"""A sentence is said only if its numbers hang together the way it says."""

import re
from collections.abc import Mapping

import pytest
from django.utils import translation

from cases.registry.figures import Number
from cases.registry.rates import Ratio
from lawgov.demonstration import PUBLISHED
from lawgov.reports.chapters import CHAPTERS
from lawgov.reports.published import read_published
from lawgov.reports.returns.columns import Wording
from lawgov.reports.statement.sentences import Passage, Sentence, passages, unknown_names

NAMED = re.compile(r"%\((\w+)\)s")
CONCLUDED = Wording(
    "审结%(concluded)s件，调解%(mediated)s件，纠错%(corrected)s件。",
    "%(concluded)s concluded, %(mediated)s mediated, %(corrected)s corrected.",
)
OF_WHICH = Wording(
    "审结%(concluded)s件，其中调解%(mediated)s件。",
    "%(concluded)s concluded, of which %(mediated)s mediated.",
)
VALUES: Mapping[str, Number | Ratio] = {"concluded": 21, "mediated": 9, "corrected": 9}


@pytest.fixture(autouse=True, params=["zh-hans", "en"])
def language(request: pytest.FixtureRequest) -> object:
    with translation.override(request.param):
        yield


def faults(sentence: Sentence, **values: int) -> list[str]:
    return list(sentence.faults({**VALUES, **values}))


def test_parts_that_do_not_add_up_are_refused_with_what_is_left_over() -> None:
    sentence = Sentence(CONCLUDED, ("concluded",), ("mediated", "corrected"))

    [reason] = faults(sentence)

    assert "21" in reason
    assert "+3" in reason


def test_parts_that_add_up_are_said() -> None:
    sentence = Sentence(CONCLUDED, ("concluded",), ("mediated", "corrected"))

    assert faults(sentence, concluded=18) == []


def test_numbers_that_the_sentence_does_not_explain_are_refused() -> None:
    [reason] = faults(Sentence(CONCLUDED, ("concluded",)))

    assert "mediated, corrected" in reason


def test_a_part_is_said_where_the_sentence_says_of_which() -> None:
    assert faults(Sentence(OF_WHICH, ("concluded",), of_which=("mediated",))) == []


def test_a_part_that_is_not_called_one_is_refused() -> None:
    sentence = Sentence(CONCLUDED, ("concluded",), of_which=("mediated", "corrected"))

    assert len(faults(sentence)) == 1


def test_a_part_larger_than_its_whole_is_refused() -> None:
    sentence = Sentence(OF_WHICH, ("concluded",), of_which=("mediated",))

    assert len(faults(sentence, mediated=22)) == 1


@pytest.mark.parametrize("passage", passages(), ids=lambda passage: passage.code)
def test_the_statement_names_nothing_that_is_not_counted(passage: Passage) -> None:
    [chapter] = [chapter for chapter in CHAPTERS if chapter.code == passage.code]

    assert unknown_names(passage, chapter) == set()
    faulty = [s for s in passage.sentences if list(s.faults(dict.fromkeys(s.names, 0)))]
    assert faulty == []


def test_every_figure_the_county_published_is_in_the_statement() -> None:
    published = {figure.code for figure in read_published(PUBLISHED)}

    said = {f"{p.code}.{name}" for p in passages() for s in p.sentences for name in s.names}

    assert published - said == set()


def test_both_languages_name_the_same_figures_in_a_sentence() -> None:
    sentences = [sentence for passage in passages() for sentence in passage.sentences]

    named = [{frozenset(NAMED.findall(t)) for t in (s.text.zh, s.text.en)} for s in sentences]

    assert [names for names in named if len(names) > 1] == []
