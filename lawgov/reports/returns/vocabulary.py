"""What a layout may name beyond the figures of the chapters: more figures, conditions, rows."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.litigation.figures import CHAPTER as LITIGATION
from cases.litigation.models.dispute import LitigationParty
from cases.reconsideration.figures import CHAPTER as RECONSIDERATION
from cases.reconsideration.models.children import ReconsiderationParty
from cases.registry.figures import Counted, Figure, Rate
from cases.registry.parties import PartyKind, PartyRole
from cases.registry.sheets import Sheet
from enforcement.figures import CHAPTER as ENFORCEMENT
from mediation.figures import CHAPTER as MEDIATION

APPLICANTS = Sheet(
    ReconsiderationParty.objects.filter(role=PartyRole.APPLICANT, case__voided_on__isnull=True),
    Figure(
        "reconsideration.applicants",
        _("Applicants in accepted cases"),
        "case__accepted_on",
        total="persons",
        meaning=_(
            "The persons for whom the applicants of accepted cases stand, by the day of "
            "acceptance; those of cases turned away are not among them."
        ),
    ),
)

CHAPTERS = (RECONSIDERATION, LITIGATION, MEDIATION, ENFORCEMENT)
SHEETS: tuple[Sheet[Any], ...] = (
    *(sheet for chapter in CHAPTERS for sheet in chapter.sheets),
    APPLICANTS,
)
COUNTED: Mapping[str, tuple[Sheet[Any], Counted]] = {
    code: (sheet, counted) for sheet in SHEETS for code, counted in sheet.figures.items()
}
RATES: Mapping[str, Rate] = {
    code: rate for chapter in CHAPTERS for code, rate in chapter.rates.items()
}


def sued_by_an_organisation() -> Q:
    """A dispute with an organisation among its plaintiffs, citizens beside it or not.

    Looked up, not joined: a case with several plaintiffs is one case.
    """
    plaintiffs = LitigationParty.objects.filter(
        role=PartyRole.PLAINTIFF, kind=PartyKind.ORGANISATION
    )
    return Q(pk__in=plaintiffs.values("dispute"))


NAMED: Mapping[str, Callable[[], Q]] = {"sued_by_an_organisation": sued_by_an_organisation}


def models_of(codes: Iterable[str]) -> set[type]:
    return {COUNTED[code][0].rows.model for code in codes}
