"""What is counted of judicial and procuratorial suggestions."""

from django.utils.translation import gettext_lazy as _

from cases.litigation.conditions import of_kind, replied_in_time, taken_up
from cases.litigation.terms import SuggestionKind
from cases.registry.figures import Edge, Figure, Stock

RECEIVED, REPLIED, DUE = "received_on", "replied_on", "due_on"

SUGGESTIONS = (
    Stock(
        "litigation.suggestions_carried_over",
        _("Suggestions carried over"),
        RECEIVED,
        REPLIED,
        Edge.START,
        meaning=_("Received before the period and not replied to when it began."),
    ),
    Figure(
        "litigation.judicial_suggestions_received",
        _("Judicial suggestions received"),
        RECEIVED,
        of_kind(SuggestionKind.JUDICIAL),
    ),
    Figure(
        "litigation.procuratorial_suggestions_received",
        _("Procuratorial suggestions received"),
        RECEIVED,
        of_kind(SuggestionKind.PROCURATORIAL),
    ),
    Figure(
        "litigation.judicial_suggestions",
        _("Judicial suggestions carried out"),
        REPLIED,
        of_kind(SuggestionKind.JUDICIAL) & taken_up(),
        meaning=_("By the day of the reply that adopted it, wholly or in part."),
    ),
    Figure(
        "litigation.procuratorial_suggestions",
        _("Procuratorial suggestions carried out"),
        REPLIED,
        of_kind(SuggestionKind.PROCURATORIAL) & taken_up(),
        meaning=_("By the day of the reply that adopted it, wholly or in part."),
    ),
    Figure(
        "litigation.suggestions_not_adopted",
        _("Suggestions not adopted"),
        REPLIED,
        ~taken_up(),
    ),
    Stock(
        "litigation.suggestions_pending",
        _("Suggestions without a reply"),
        RECEIVED,
        REPLIED,
        meaning=_("Received and not replied to when the period ended, due or not."),
    ),
    Figure(
        "litigation.suggestions_due",
        _("Suggestions due for a reply"),
        DUE,
        meaning=_("By the day on which the reply was due."),
    ),
    Figure(
        "litigation.suggestions_replied_in_time",
        _("Suggestions replied to in time"),
        DUE,
        replied_in_time(),
        meaning=_("Of those due in the period; the due day itself is in time."),
    ),
)
