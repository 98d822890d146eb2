"""Whether a question is answered as closed or as it stands."""

from collections.abc import Sequence

from cases.registry.periods import Period
from cases.registry.records import reads_everything
from cases.registry.users import User
from lawgov.reports.as_closed import roll_up_as_closed
from lawgov.reports.chapters import CHAPTERS
from lawgov.reports.question import Question
from lawgov.reports.rollup import Rollup, roll_up

# How an address asks for it: ?as=stands
AS, STANDS = "as", "stands"


def tell(question: Question, periods: Sequence[Period], *, as_it_stands: bool = False) -> Rollup:
    """As closed, unless the reader asks otherwise.

    What is closed are the county's figures; whoever narrows them down, or may read only a part of
    them, is told that part as it stands.
    """
    if as_it_stands or not is_about_everything(question):
        return roll_up(periods, question.narrowed(CHAPTERS))
    return roll_up_as_closed(periods)


def is_about_everything(question: Question) -> bool:
    """Nothing is narrowed down, and nothing is kept back from the reader."""
    reader = question.reader
    return not question.typed and isinstance(reader, User) and reads_everything(reader)
