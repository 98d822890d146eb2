"""Every chapter of figures, in the order of the annual report."""

from cases.litigation import figures as litigation
from cases.reconsideration import figures as reconsideration
from enforcement import figures as enforcement
from mediation import figures as mediation

CHAPTERS = [
    reconsideration.CHAPTER,
    litigation.CHAPTER,
    mediation.CHAPTER,
    enforcement.CHAPTER,
]
