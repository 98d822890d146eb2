"""The statement of a period to take away, as a Word document in the language asked for."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.registry.accesses.again import recently_signed_in
from lawgov.reports.access import readers_only
from lawgov.reports.explaining import explained
from lawgov.reports.exports.sending import send_document
from lawgov.reports.exports.titles import of_statement
from lawgov.reports.question import BadQuestion, read
from lawgov.reports.returns.views import PeriodOnly
from lawgov.reports.statement.composing import compose, spans
from lawgov.reports.statement.document import document
from lawgov.reports.telling import tell


@readers_only
@recently_signed_in
@require_safe
@explained
def statement(request: HttpRequest) -> HttpResponse:
    """The document; a sentence that does not hold is left out and named at its end."""
    question, asked = read(PeriodOnly, request.GET, request.user, {"language"})
    language = request.GET.get("language", translation.get_language() or settings.LANGUAGE_CODE)
    if language not in dict(settings.LANGUAGES):
        asked.add_error(None, _("There is no statement in “%(name)s”.") % {"name": language})
        raise BadQuestion(asked)
    with translation.override(language):
        made = compose(tell(question, spans(question.period)))
        content, name = document(made), of_statement(question.period)
    lines = sum(len(part.rows) + len(part.sentences) for part in made.parts)
    page = f"{request.path}?{question.address(more={'language': language})}"
    return send_document(request, name, content, page, lines)
