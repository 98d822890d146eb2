"""Every chapter of figures, in the order of the annual report."""

from cases.reconsideration import figures as reconsideration

CHAPTERS = [
    reconsideration.CHAPTER,
]
