"""Whether a question is answered as closed or as it stands."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from cases.registry.periods import Period
from cases.registry.sheets import Chapter
from lawgov.reports.answering import cut
from lawgov.reports.as_closed import rolled_up
from lawgov.reports.chapters import CHAPTERS
from lawgov.reports.laying import Parts, laid_out
from lawgov.reports.question import Question
from lawgov.reports.rollup import Rollup, roll_up
from lawgov.reports.spans import spoken


def tell(
    question: Question, periods: Sequence[Period], chapters: Sequence[Chapter] = CHAPTERS
) -> Rollup:
    """As closed where the question wants that, as it stands where it does not."""
    return tell_laid_out(question, layouts_for(question, periods), chapters)


def layouts_for(question: Question, periods: Sequence[Period]) -> list[Parts]:
    """The periods in closed parts and open stretches; open throughout where that is wanted."""
    if question.wants_what_was_closed:
        return laid_out(periods)
    return [Parts(period, [], [period]) for period in periods]


def tell_laid_out(
    question: Question, layouts: Sequence[Parts], chapters: Sequence[Chapter] = CHAPTERS
) -> Rollup:
    """A narrowed question is answered by the closed records that answered to it when closed."""
    narrowed = question.narrowed(chapters)
    if not any(parts.closed for parts in layouts):
        periods = [parts.period for parts in layouts]
        return replace(roll_up(periods, narrowed, chapters), closed_at=[None] * len(periods))
    if not question.chosen:
        return rolled_up(layouts, chapters)
    some = cut(layouts, chapters, question.chosen)
    told = rolled_up(some.layouts, chapters, narrowed)
    return replace(told, not_known=len(some.not_known))


def told_as_closed(layouts: Iterable[Parts]) -> list[str]:
    """What stands on the page as it was closed; of a period closed in part, the parts."""
    told = (
        [parts.period] if parts.is_closed else [each.period for each in parts.closed]
        for parts in layouts
    )
    return [spoken(period) for period in dict.fromkeys(chain.from_iterable(told))]
