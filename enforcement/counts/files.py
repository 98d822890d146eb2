"""What is counted of enforcement files: decided, closed, and what penalties imposed."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from cases.registry.figures import Counted, Edge, Figure, Stock
from enforcement.conditions import of_kind, punished
from enforcement.terms import FileKind, PenaltyKind

DECIDED, CLOSED = "decided_on", "closed_on"

MOVEMENT: tuple[Counted, ...] = (
    Stock(
        "enforcement.files_carried_over",
        _("Files carried over"),
        DECIDED,
        CLOSED,
        Edge.START,
        meaning=_("Decided before the period and not closed when it began."),
    ),
    Figure(
        "enforcement.files_decided",
        _("Files decided"),
        DECIDED,
        meaning=_("By the day of the decision, whatever the kind of file."),
    ),
    *(
        Figure(
            f"enforcement.files_decided_{kind}",
            format_lazy(_("Files decided: {kind}"), kind=kind.label),
            DECIDED,
            of_kind(kind),
            meaning=_("Of the files decided, those of this kind."),
        )
        for kind in FileKind
    ),
    Figure(
        "enforcement.files_closed",
        _("Files closed"),
        CLOSED,
        meaning=_("By the day the file was closed; it may have been decided earlier."),
    ),
    *(
        Figure(
            f"enforcement.files_closed_{kind}",
            format_lazy(_("Files closed: {kind}"), kind=kind.label),
            CLOSED,
            of_kind(kind),
            meaning=_("Of the files closed, those of this kind."),
        )
        for kind in FileKind
    ),
    Stock(
        "enforcement.files_pending",
        _("Files not yet closed"),
        DECIDED,
        CLOSED,
        meaning=_("Decided and not closed when the period ended."),
    ),
)

PENALTIES: tuple[Counted, ...] = (
    *(
        Figure(
            f"enforcement.penalties_{kind}",
            format_lazy(_("Penalties: {kind}"), kind=kind.label),
            DECIDED,
            punished(kind),
            meaning=_(
                "By the day of the decision; several penalties in one decision count once, as "
                "the heaviest of them."
            ),
        )
        for kind in PenaltyKind
    ),
    Figure(
        "enforcement.penalties_amount",
        _("Fined and confiscated (yuan)"),
        DECIDED,
        of_kind(FileKind.PENALTY),
        total="amount",
        meaning=_("As the decisions say; what could not be determined is not among it."),
    ),
)
