"""The soft rules of litigation response."""

from django.utils.translation import gettext_lazy as _

from cases.litigation.clock import ROOM, SUGGESTIONS
from cases.registry.cautions.rules import Cautions, SoftRule, late

CAUTIONS = Cautions(
    ROOM,
    (
        SoftRule(
            "litigation.answered_late",
            _("The answer and the evidence were filed late; the act may count as without both."),
            late("litigation.answer", "litigation.appeal_answer"),
        ),
        SoftRule(
            "litigation.head_called_late",
            _("The court called the head less than three days before the hearing."),
            late("litigation.head_notice"),
            asks=False,
        ),
        SoftRule(
            "litigation.performed_late",
            _("The effective judgment was performed late."),
            late("litigation.judgment_performance"),
        ),
    ),
)
OF_SUGGESTIONS = Cautions(
    SUGGESTIONS,
    (
        SoftRule(
            "litigation.suggestion_replied_late",
            _("The suggestion was replied to late."),
            late(
                "litigation.judicial_suggestion_reply",
                "litigation.procuratorial_suggestion_reply",
            ),
        ),
    ),
)
