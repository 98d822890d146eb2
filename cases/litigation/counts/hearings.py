"""What is counted of hearings: whether the head of the agency came to court."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.litigation.conditions import (
    chief_appeared,
    excused,
    head_appeared,
    head_due,
    head_notified,
    unjustified,
)
from cases.registry.figures import Figure

HELD = "held_on"

APPEARANCES = (
    Figure(
        "litigation.hearings_in_all",
        _("Hearings in all"),
        HELD,
        meaning=_("Every hearing held; those put off are not, whatever day they were set for."),
    ),
    Figure(
        "litigation.hearings_held",
        _("Hearings held with a head due"),
        HELD,
        head_due(),
        meaning=_(
            "Hearings held, without further ones in an instance to which the head had come "
            "already and was not called again (2020 rules on heads in court, article 7). Cases "
            "that ended without a hearing have none (assumption: the report gives no base)."
        ),
    ),
    Figure(
        "litigation.hearings_head_discharged",
        _("Further hearings, the head had come before"),
        HELD,
        Q(is_discharged=True),
    ),
    Figure(
        "litigation.hearings_head_appeared",
        _("Hearings a head came to"),
        HELD,
        head_appeared(),
        meaning=_("Chief, deputy, or another head in charge of the act (same rules, article 2)."),
    ),
    Figure(
        "litigation.hearings_chief_appeared",
        _("Hearings the chief came to"),
        HELD,
        chief_appeared(),
    ),
    Figure(
        "litigation.hearings_head_excused",
        _("Hearings a head was excused from"),
        HELD,
        excused(),
        meaning=_("A cause under article 8, proved under article 9. Stays in the base."),
    ),
    Figure(
        "litigation.hearings_head_unjustified",
        _("Hearings a head stayed away from without cause"),
        HELD,
        unjustified(),
    ),
    Figure(
        "litigation.hearings_head_notified",
        _("Hearings the court called a head to"),
        HELD,
        head_notified(),
        meaning=_("By a notice under article 4, because it must or because it may."),
    ),
    Figure(
        "litigation.hearings_head_notified_appeared",
        _("Called hearings a head came to"),
        HELD,
        head_notified() & head_appeared(),
    ),
    Figure(
        "litigation.hearings_head_spoke",
        _("Hearings at which the head spoke"),
        HELD,
        Q(has_spoken=True),
    ),
    Figure(
        "litigation.hearings_head_spoke_to_substance",
        _("Hearings at which the head spoke on how to resolve the dispute"),
        HELD,
        Q(has_spoken_to_substance=True),
        meaning=_("Article 11(3)."),
    ),
)
