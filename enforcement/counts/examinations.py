"""What is counted of the examination of files, and of what was put right after it."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from cases.registry.figures import Counted, Edge, Figure, Stock
from enforcement.conditions import (
    graded,
    of_file,
    passed_examination,
    rectified_in_time,
    vetoed,
)
from enforcement.terms import FileKind, Grade

SELF_EXAMINED, SAMPLED, GRADED = "self_examined_on", "sampled_on", "graded_on"
FOUND, RECTIFIED = "found_on", "rectified_on"
OTHER_KINDS = (FileKind.COERCION, FileKind.INSPECTION, FileKind.OTHER)

EXAMINED: tuple[Counted, ...] = (
    Figure(
        "enforcement.files_examined",
        _("Files examined"),
        SELF_EXAMINED,
        meaning=_(
            "By the day the agency examined its own file. The report says of them that files "
            "self-examined were spot-checked, in one number (assumption: the self-examined; the "
            "sampled and the graded are counted apart)."
        ),
    ),
    Figure(
        "enforcement.files_sampled",
        _("Files sampled"),
        SAMPLED,
        meaning=_("By the day the file was drawn, self-examined before or not."),
    ),
    Figure(
        "enforcement.files_graded",
        _("Files graded"),
        GRADED,
        meaning=_("By the day of the grade; the file may have been drawn in an earlier period."),
    ),
)

GRADES: tuple[Counted, ...] = (
    *(
        Figure(
            f"enforcement.files_{grade}",
            format_lazy(_("Files graded: {grade}"), grade=grade.label),
            GRADED,
            graded([grade]),
            meaning=_("Of the files graded, by the bands of their campaign."),
        )
        for grade in Grade
    ),
    Figure(
        "enforcement.files_excellent_licence",
        _("Excellent licence files"),
        GRADED,
        graded([Grade.EXCELLENT]) & of_file(FileKind.LICENCE),
        meaning=_("Of the excellent files, those of administrative licences."),
    ),
    Figure(
        "enforcement.files_excellent_penalty",
        _("Excellent penalty files"),
        GRADED,
        graded([Grade.EXCELLENT]) & of_file(FileKind.PENALTY),
        meaning=_("Of the excellent files, those of administrative penalties."),
    ),
    Figure(
        "enforcement.files_excellent_other",
        _("Excellent files of other kinds"),
        GRADED,
        graded([Grade.EXCELLENT]) & of_file(*OTHER_KINDS),
        meaning=_("Of the excellent files, those of coercion, inspection and other enforcement."),
    ),
    Figure(
        "enforcement.files_passed",
        _("Files qualified or better"),
        GRADED,
        passed_examination(),
        meaning=_("Excellent, good and qualified together; not added to the grades."),
    ),
    Figure(
        "enforcement.files_vetoed",
        _("Files with a veto"),
        GRADED,
        vetoed(),
        meaning=_("Files with a fault that no score makes up for; not added to the grades."),
    ),
)

RECTIFICATIONS: tuple[Counted, ...] = (
    Stock(
        "enforcement.rectifications_carried_over",
        _("Rectification items carried over"),
        FOUND,
        RECTIFIED,
        Edge.START,
        meaning=_("Found before the period and not put right when it began."),
    ),
    Figure(
        "enforcement.rectifications_found",
        _("Rectification items found"),
        FOUND,
        meaning=_("By the day the problem was found; a file may have several."),
    ),
    Figure(
        "enforcement.rectifications_done",
        _("Rectification items put right"),
        RECTIFIED,
        meaning=_("By the day the agency put it right, verified or not."),
    ),
    Stock(
        "enforcement.rectifications_pending",
        _("Rectification items outstanding"),
        FOUND,
        RECTIFIED,
        meaning=_("Found and not put right when the period ended, due or not."),
    ),
    Figure(
        "enforcement.rectifications_verified",
        _("Rectification items verified"),
        "verified_on",
        meaning=_("By the day on which it was verified that the problem is put right."),
    ),
    Figure(
        "enforcement.rectifications_due",
        _("Rectification items due"),
        "due_on",
        meaning=_("By the day on which they were due."),
    ),
    Figure(
        "enforcement.rectifications_in_time",
        _("Rectification items put right in time"),
        "due_on",
        rectified_in_time(),
        meaning=_("Of the items due in the period; the due day itself is in time."),
    ),
)
