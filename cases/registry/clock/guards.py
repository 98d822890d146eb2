"""What may not be done to a term; each guard refuses with the reason and the article."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from cases.registry.clock.adjustments import Adjustments, Conversion, Extension, Suspension
from cases.registry.clock.refusals import (
    AlreadyExtended,
    BadDates,
    BadLength,
    ExtensionTooLong,
    NotConvertible,
    NotExtendable,
    NotSuspendable,
    TooLate,
)
from cases.registry.clock.terms import Term, Variation


def length(term: Term, asked: int | None) -> int:
    """The number of units: the law's, or the one asked for where the law leaves room."""
    if asked is None:
        if term.length is None:
            raise BadLength(
                _("The law fixes no number of days here; the document does."), term.article
            )
        return term.length
    if asked < 1 or not _leaves_room(term, asked):
        raise BadLength(_("This length is not open to choice."), term.article)
    return asked


def conclusion(term: Term, trigger_on: date, concluded_on: date | None) -> None:
    """Nothing is decided before the event that starts its term."""
    if concluded_on is not None and concluded_on < trigger_on:
        raise BadDates(_("The decision cannot come before the term began."), term.article)


def suspension(terms: tuple[Term, ...], trigger_on: date, each: Suspension) -> None:
    """Time is left out only on a ground the law knows for the term, and only once it runs."""
    if not any(_stands_still(term, each) for term in terms):
        raise NotSuspendable(
            _("Time is not left out of this term on this ground."), terms[0].article
        )
    if each.start < trigger_on:
        raise BadDates(_("A suspension cannot start before the term began."), each.ground.article)


def conversion(term: Term, trigger_on: date, each: Conversion, concluded_on: date | None) -> None:
    """Only a simplified procedure becomes ordinary, after it began and before it is decided."""
    if not term.converts_to or each.into.code != term.converts_to:
        raise NotConvertible(
            _("This term does not belong to a simplified procedure."), term.article
        )
    if each.on < trigger_on:
        raise BadDates(_("The procedure cannot change before the term began."), term.article)
    if concluded_on is not None and each.on > concluded_on:
        raise TooLate(_("The matter is decided; its procedure no longer changes."), term.article)


def conversion_in_time(term: Term, each: Conversion, due_on: date | None) -> None:
    """A limit that has run out is not revived by a change of procedure."""
    if term.converts_while_running and due_on is not None and each.on > due_on:
        raise TooLate(_("The simplified procedure ran out before it was changed."), term.article)


def extensions(term: Term, trigger_on: date, adjustments: Adjustments) -> None:
    """As often, as long and by whom the law allows; art. 62(1): once, thirty days at most."""
    rule = term.extension
    if rule is None or term.is_backward:
        raise NotExtendable(_("This term cannot be extended."), term.article)
    if rule.times is not None and len(adjustments.extensions) > rule.times:
        raise AlreadyExtended(_("The term has been extended already."), rule.article)
    if rule.max is not None and sum(each.days for each in adjustments.extensions) > rule.max:
        raise ExtensionTooLong(_("The extension is longer than the law allows."), rule.article)
    for each in adjustments.extensions:
        _granted(term, trigger_on, each, adjustments)


def extension_in_time(term: Term, each: Extension, due_on: date | None) -> None:
    """An extension is granted while there is still a term to extend."""
    if each.granted_on is not None and due_on is not None and each.granted_on > due_on:
        raise TooLate(_("The term ran out before it was extended."), term.article)


def _granted(term: Term, trigger_on: date, each: Extension, adjustments: Adjustments) -> None:
    on, concluded_on = each.granted_on, adjustments.concluded_on
    if on is None:
        return
    if on < trigger_on:
        raise BadDates(_("An extension cannot be granted before the term began."), term.article)
    if concluded_on is not None and on > concluded_on:
        raise TooLate(_("The matter is decided; its term is no longer extended."), term.article)
    if adjustments.conversion is not None and on < adjustments.conversion.on:
        raise NotExtendable(_("The simplified procedure knows no extension."), term.article)


def _stands_still(term: Term, each: Suspension) -> bool:
    return term.suspends and not term.is_backward and term.code in each.ground.terms


def _leaves_room(term: Term, asked: int) -> bool:
    if term.length is None or term.varies is Variation.SET:
        return term.varies is Variation.SET
    if term.varies is Variation.LONGER:
        return asked >= term.length
    if term.varies is Variation.SHORTER:
        return asked <= term.length
    return asked == term.length
