"""The words of mediation leave nothing out and say nothing twice."""

from itertools import chain

from mediation.terms import (
    AFTER_FILING,
    FAILURES,
    REFERRING_DOORS,
    SENT_BACK,
    SUCCESSES,
    Commission,
    Door,
    Result,
)


def test_every_result_is_a_success_a_failure_or_sent_back() -> None:
    grouped = list(chain(SUCCESSES, FAILURES, SENT_BACK))

    assert sorted(grouped) == sorted(Result)


def test_nobody_refers_what_the_parties_or_the_mediators_bring() -> None:
    direct = set(Door) - set(REFERRING_DOORS)

    assert direct == {Door.APPLICATION, Door.PROACTIVE}


def test_a_court_entrusts_before_filing_or_after() -> None:
    assert set(Commission) - set(AFTER_FILING) == {Commission.BEFORE_FILING}
