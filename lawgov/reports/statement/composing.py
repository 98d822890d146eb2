"""Composes the statement: which sentences may be said of a period, and the tables under them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cases.registry.figures import Number
from cases.registry.periods import Period
from cases.registry.rates import Ratio
from lawgov.reports.changes import change
from lawgov.reports.plain import shown
from lawgov.reports.rollup import Rollup, Section
from lawgov.reports.spans import spoken
from lawgov.reports.statement.sentences import Passage, passages, title

Known = Mapping[str, Number | Ratio]


@dataclass(frozen=True)
class Refused:
    """A sentence that is not said, and why."""

    text: str
    reasons: Sequence[str]


@dataclass(frozen=True)
class Row:
    """A figure beside that of the year before, as the table prints it."""

    label: str
    now: str
    then: str
    difference: str
    change: str


@dataclass(frozen=True)
class Part:
    """One chapter of the statement."""

    title: str
    sentences: Sequence[str]
    rows: Sequence[Row]


@dataclass(frozen=True)
class Statement:
    """What is said of a period, and what is not."""

    title: str
    period: str
    before: str
    parts: Sequence[Part]
    refused: Sequence[Refused]


def spans(period: Period) -> list[Period]:
    """The periods a statement is made from: its own, and the year before for comparison."""
    return [period, period.year_earlier()]


def compose(rollup: Rollup) -> Statement:
    """The statement in the language in force, from the figures of its `spans`."""
    period, before = rollup.periods
    sections = {section.chapter.code: section for section in rollup.sections}
    parts, refused = [], []
    for passage in passages():
        section = sections[passage.code]
        values = _values(section)
        sentences = []
        for sentence in passage.sentences:
            said = sentence.said(values)
            if reasons := list(sentence.faults(values)):
                refused.append(Refused(said, reasons))
            else:
                sentences.append(said)
        parts.append(Part(str(passage.words), sentences, _rows(passage, section)))
    return Statement(str(title()), spoken(period), spoken(before), parts, refused)


def _values(section: Section) -> Known:
    prefix = f"{section.chapter.code}."
    return {line.code.removeprefix(prefix): line.values[0] for line in section.lines}


def _rows(passage: Passage, section: Section) -> list[Row]:
    named = {name for sentence in passage.sentences for name in sentence.names}
    prefix = f"{section.chapter.code}."
    return [
        Row(
            str(line.label),
            _printed(line.values[0]),
            _printed(line.values[1]),
            *change(line.values[0], line.values[1]),
        )
        for line in section.lines
        if line.code.removeprefix(prefix) in named
    ]


def _printed(value: Number | Ratio) -> str:
    """A rate says that it is one; without a base it is a dash."""
    return f"{value}%" if isinstance(value, Ratio) and value.text else shown(value)
