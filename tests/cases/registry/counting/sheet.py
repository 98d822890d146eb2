"""A sheet with every kind of figure, a line of work with it alone, and periods to ask it for."""

from django.db.models import Q

from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.terms import Outcome
from cases.registry.figures import Edge, Figure, Stock
from cases.registry.periods import Period
from cases.registry.sheets import Chapter, Sheet

SHEET = Sheet(
    Reconsideration.objects.recorded(),
    Figure("received", "Received", "received_on"),
    Figure("accepted", "Accepted", "accepted_on"),
    Figure("concluded", "Concluded", "concluded_on"),
    Figure("upheld", "Upheld", "concluded_on", Q(outcome=Outcome.UPHELD)),
    Figure("awarded", "Awarded", "concluded_on", total="compensation_awarded"),
    Figure("respondents", "Respondents", "received_on", distinct="respondent"),
    Stock("carried_over", "Carried over", "accepted_on", "concluded_on", Edge.START),
    Stock("pending", "Pending", "accepted_on", "concluded_on"),
)
LINE = Chapter("test", "Test", [SHEET])
ADDITIVE = ["received", "accepted", "concluded", "upheld", "awarded"]

YEAR = Period.parse("2024")
MONTHS = YEAR.months()
Q1, H1, H2 = (Period.parse(f"2024{part}") for part in ("Q1", "H1", "H2"))
