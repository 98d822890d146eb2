"""Whether a question is answered as closed or as it stands."""

from collections.abc import Sequence

from cases.registry.periods import Period
from cases.registry.sheets import Chapter
from lawgov.reports.as_closed import roll_up_as_closed
from lawgov.reports.chapters import CHAPTERS
from lawgov.reports.question import Question
from lawgov.reports.rollup import Rollup, roll_up


def tell(
    question: Question, periods: Sequence[Period], chapters: Sequence[Chapter] = CHAPTERS
) -> Rollup:
    """As closed where the question wants that, as it stands where it does not."""
    if question.wants_what_was_closed:
        return roll_up_as_closed(periods, chapters)
    return roll_up(periods, question.narrowed(chapters), chapters)
