"""The file of terms is complete, consistent, and chooses versions by date."""

from datetime import date, timedelta

import pytest

from cases.registry.clock.catalogue import Catalogue, statutory
from cases.registry.clock.refusals import AmbiguousTerm, BadTable, NoTermInForce
from cases.registry.clock.rows import ground_from, term_from
from cases.registry.clock.terms import Certainty, Direction, Ground, Term, Unit, Variation

REQUIRED = [
    "reconsideration.application",
    "reconsideration.intake_review",
    "reconsideration.correction",
    "reconsideration.copy_to_respondent",
    "reconsideration.copy_to_respondent_simplified",
    "reconsideration.reply",
    "reconsideration.reply_simplified",
    "reconsideration.hearing_notice",
    "reconsideration.decision",
    "reconsideration.decision_simplified",
    "reconsideration.opinion_reply",
    "reconsideration.sue_after_decision",
    "litigation.answer",
    "litigation.appeal_judgment",
    "litigation.appeal_ruling",
    "litigation.first_instance",
    "litigation.first_instance_simplified",
    "litigation.second_instance",
    "litigation.head_notice",
    "litigation.judicial_suggestion_reply",
    "litigation.procuratorial_suggestion_reply",
    "mediation.delegated",
    "mediation.judicial_confirmation",
]

# Length and unit as the law has them on 2024-03-01; art. 88(2) makes 3, 5, 7 and 10 working days.
LENGTHS = [
    ("reconsideration.application", 60, Unit.CALENDAR_DAY),
    ("reconsideration.application_untold", 60, Unit.CALENDAR_DAY),
    ("reconsideration.application_untold_cap", 1, Unit.YEAR),
    ("reconsideration.application_cap", 5, Unit.YEAR),
    ("reconsideration.application_cap_real_property", 20, Unit.YEAR),
    ("reconsideration.performance", 60, Unit.CALENDAR_DAY),
    ("reconsideration.intake_review", 5, Unit.WORKING_DAY),
    ("reconsideration.correction_notice", 5, Unit.WORKING_DAY),
    ("reconsideration.correction", 10, Unit.WORKING_DAY),
    ("reconsideration.review_after_correction", 5, Unit.WORKING_DAY),
    ("reconsideration.forwarding", 5, Unit.WORKING_DAY),
    ("reconsideration.sue_after_refusal", 15, Unit.CALENDAR_DAY),
    ("reconsideration.copy_to_respondent", 7, Unit.WORKING_DAY),
    ("reconsideration.reply", 10, Unit.WORKING_DAY),
    ("reconsideration.copy_to_respondent_simplified", 3, Unit.WORKING_DAY),
    ("reconsideration.reply_simplified", 5, Unit.WORKING_DAY),
    ("reconsideration.hearing_notice", 5, Unit.WORKING_DAY),
    ("reconsideration.normative_review", 30, Unit.CALENDAR_DAY),
    ("reconsideration.normative_transfer", 7, Unit.WORKING_DAY),
    ("reconsideration.issuer_notice", 3, Unit.WORKING_DAY),
    ("reconsideration.issuer_reply", 10, Unit.WORKING_DAY),
    ("reconsideration.transferee_opinion", 60, Unit.CALENDAR_DAY),
    ("reconsideration.decision", 60, Unit.CALENDAR_DAY),
    ("reconsideration.extension", 30, Unit.CALENDAR_DAY),
    ("reconsideration.decision_simplified", 30, Unit.CALENDAR_DAY),
    ("reconsideration.termination", 60, Unit.CALENDAR_DAY),
    ("reconsideration.opinion_reply", 60, Unit.CALENDAR_DAY),
    ("reconsideration.performance_of_decision", None, Unit.CALENDAR_DAY),
    ("reconsideration.redo", 60, Unit.CALENDAR_DAY),
    ("reconsideration.sue_after_decision", 15, Unit.CALENDAR_DAY),
    ("reconsideration.sue_after_silence", 15, Unit.CALENDAR_DAY),
    ("reconsideration.superior_copy", None, Unit.CALENDAR_DAY),
    ("litigation.filing_review", 7, Unit.CALENDAR_DAY),
    ("litigation.copy_to_defendant", 5, Unit.CALENDAR_DAY),
    ("litigation.answer", 15, Unit.CALENDAR_DAY),
    ("litigation.first_instance", 6, Unit.MONTH),
    ("litigation.first_instance_simplified", 45, Unit.CALENDAR_DAY),
    ("litigation.appeal_judgment", 15, Unit.CALENDAR_DAY),
    ("litigation.appeal_ruling", 10, Unit.CALENDAR_DAY),
    ("litigation.second_instance", 3, Unit.MONTH),
    ("litigation.head_notice", 3, Unit.CALENDAR_DAY),
    ("mediation.delegated", 30, Unit.CALENDAR_DAY),
    ("mediation.entrusted_ordinary", 15, Unit.CALENDAR_DAY),
    ("mediation.entrusted_simplified", 7, Unit.CALENDAR_DAY),
    ("mediation.judicial_confirmation", 30, Unit.CALENDAR_DAY),
]

ROW = {
    "code": "test.term",
    "label": {"en": "Term", "zh": "期限"},
    "length": 5,
    "unit": "working_day",
    "trigger": {"en": "event", "zh": "事件"},
    "article": {"en": "art. 1", "zh": "第1条"},
    "valid_from": date(2024, 1, 1),
}

rows = pytest.mark.parametrize(
    "row",
    [*statutory().terms, *statutory().grounds],
    ids=lambda row: f"{row.code}@{row.valid_from}",
)
terms = pytest.mark.parametrize(
    "term", statutory().terms, ids=lambda term: f"{term.code}@{term.valid_from}"
)


@pytest.mark.parametrize("code", REQUIRED)
def test_every_code_the_register_asks_for_is_there(code: str) -> None:
    assert statutory().applicable(code, date(2024, 3, 1)).code == code


@pytest.mark.parametrize(("code", "length", "unit"), LENGTHS)
def test_a_term_is_as_long_as_the_law_says(code: str, length: int | None, unit: Unit) -> None:
    term = statutory().applicable(code, date(2024, 3, 1))

    assert (term.length, term.unit) == (length, unit)


def test_no_two_versions_of_one_code_are_in_force_together() -> None:
    keys = [(row.code, row.valid_from) for row in statutory().terms]

    assert statutory().clashes() == []
    assert len(keys) == len(set(keys))


@rows
def test_every_row_speaks_both_languages(row: Term | Ground) -> None:
    words = [row.label, row.article, *([row.trigger, row.lapse] if isinstance(row, Term) else [])]

    assert all(word.en and word.zh for word in words)
    assert bool(row.note.en) == bool(row.note.zh)


@rows
def test_every_row_says_where_it_was_read(row: Term | Ground) -> None:
    assert row.source
    assert row.certainty is Certainty.VERIFIED or row.note or row.valid_to


@rows
def test_no_row_ends_before_it_begins(row: Term | Ground) -> None:
    assert row.valid_to is None or row.valid_from <= row.valid_to


@rows
def test_what_rests_on_the_old_regulations_ends_with_them(row: Term | Ground) -> None:
    assert "2007" not in row.article.en or row.valid_to in {date(2026, 6, 30), date(2023, 12, 31)}


@terms
def test_a_working_day_term_is_never_rolled(term: Term) -> None:
    assert not (term.counts_working_days and term.rolls)


@terms
def test_a_term_that_is_interrupted_has_its_grounds(term: Term) -> None:
    on = max(term.valid_from, date(2018, 3, 1)) if term.valid_to is None else term.valid_from
    on = min(max(on, date(2022, 1, 1)), term.valid_to or date.max)

    assert bool(statutory().grounds_for(term.code, on)) == term.suspends


@terms
def test_a_term_that_converts_has_somewhere_to_go(term: Term) -> None:
    if term.converts_to:
        into = statutory().applicable(term.converts_to, term.valid_from + timedelta(1))

        assert not into.converts_to


def test_only_a_ceiling_set_elsewhere_lacks_a_length() -> None:
    unset = {term.code: term.varies for term in statutory().terms if term.length is None}

    assert set(unset.values()) == {Variation.SET}


@pytest.mark.parametrize(
    ("on", "article"),
    [
        (date(2023, 12, 31), "Administrative Reconsideration Law of 1999, art. 31(1)"),
        (date(2024, 1, 1), "Administrative Reconsideration Law, art. 62(1)"),
    ],
)
def test_the_version_is_chosen_by_the_date(on: date, article: str) -> None:
    assert statutory().applicable("reconsideration.decision", on).article.en == article


def test_a_new_version_takes_over_for_new_cases_only() -> None:
    old = term_from({**ROW, "valid_to": date(2025, 6, 30)})
    new = term_from({**ROW, "length": 7, "valid_from": date(2025, 7, 1)})

    catalogue = Catalogue([new, old])

    assert catalogue.applicable("test.term", date(2025, 6, 30)).length == 5
    assert catalogue.applicable("test.term", date(2025, 7, 1)).length == 7


def test_it_refuses_a_code_without_a_version_in_force() -> None:
    with pytest.raises(NoTermInForce) as refused:
        Catalogue([term_from(ROW)]).applicable("test.term", date(2023, 12, 31))

    assert str(refused.value) == "No version of “Term” is in force on 2023-12-31."


def test_it_refuses_to_choose_between_two_versions_in_force() -> None:
    clash = Catalogue([term_from(ROW), term_from({**ROW, "valid_from": date(2025, 1, 1)})])

    assert clash.applicable("test.term", date(2024, 6, 1)).length == 5
    with pytest.raises(AmbiguousTerm):
        clash.applicable("test.term", date(2025, 1, 1))


def test_it_finds_clashes_before_anybody_asks() -> None:
    first, second = term_from(ROW), term_from({**ROW, "valid_from": date(2025, 1, 1)})

    assert Catalogue([second, first]).clashes() == [(first, second)]


def test_the_last_day_of_one_version_may_not_be_the_first_of_the_next() -> None:
    first = term_from({**ROW, "valid_to": date(2025, 1, 1)})
    second = term_from({**ROW, "valid_from": date(2025, 1, 1)})

    assert Catalogue([first, second]).clashes() == [(first, second)]


def test_calendar_units_roll_unless_the_row_says_otherwise() -> None:
    assert term_from({**ROW, "unit": "month"}).rolls
    assert not term_from({**ROW, "unit": "month", "rolls": False}).rolls
    assert not term_from({**ROW, "unit": "month", "direction": "backward"}).rolls


def test_a_row_counts_on_unless_it_says_otherwise() -> None:
    assert term_from(ROW).direction is Direction.FORWARD


@pytest.mark.parametrize(
    "row",
    [
        {**ROW, "lenght": 5},
        {name: value for name, value in ROW.items() if name != "article"},
        {name: value for name, value in ROW.items() if name != "length"},
        {**ROW, "unit": "fortnight"},
    ],
    ids=["a field too many", "no article", "no length, and nobody to set it", "no such unit"],
)
def test_it_refuses_a_row_it_cannot_read(row: dict[str, object]) -> None:
    with pytest.raises(BadTable):
        term_from(row)


def test_a_ground_holds_for_the_terms_it_names() -> None:
    ground = ground_from(
        {
            "code": "test.ground",
            "label": ROW["label"],
            "article": ROW["article"],
            "terms": ["test.term"],
            "valid_from": date(2024, 1, 1),
        }
    )

    catalogue = Catalogue([term_from(ROW)], [ground])

    assert catalogue.grounds_for("test.term", date(2024, 6, 1)) == (ground,)
    assert catalogue.grounds_for("test.term", date(2023, 6, 1)) == ()
