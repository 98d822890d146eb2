"""Sends a table or list as a file, and keeps the record of it."""

from collections.abc import Generator, Iterator
from dataclasses import replace
from http import HTTPStatus
from tempfile import TemporaryFile
from time import monotonic

from django.http import (
    FileResponse,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from cases.registry.accesses.log import Access, noted
from lawgov.reports.exports.commas import pieces
from lawgov.reports.exports.grids import Grid, Line
from lawgov.reports.exports.log import ExportFormat, ExportLog
from lawgov.reports.exports.workbooks import write_workbook

TYPES = {
    ExportFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ExportFormat.CSV: "text/csv; charset=utf-8",
    ExportFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


EVERY = 2000  # lines between two looks at the record
SECONDS = 0.5  # at the least


class Cancelled(Exception):
    """Whoever wanted the export does not want it any more."""


class Counter:
    """Lines on their way into a file, counted as they pass.

    Now and then the record learns how far the export came, and the export whether it was
    cancelled, both in one statement.
    """

    def __init__(self, entry: ExportLog) -> None:
        self.entry = entry
        self._looked_at = monotonic()

    def pass_on(self, grid: Grid) -> Grid:
        return replace(grid, lines=self._count(grid))

    def _count(self, grid: Grid) -> Iterator[Line]:
        for line in grid.lines:
            self.entry.lines += line.kind != "section"
            if self.entry.lines % EVERY == 0:
                self._look()
            yield line

    def _look(self) -> None:
        if monotonic() - self._looked_at < SECONDS:
            return
        self._looked_at = monotonic()
        wanted = ExportLog.objects.filter(pk=self.entry.pk, cancelled_at__isnull=True)
        if not wanted.update(lines=self.entry.lines):
            raise Cancelled

    def end(self, *, is_whole: bool) -> None:
        """Whether whole or broken off, the record says how many lines there were."""
        rows = ExportLog.objects.filter(pk=self.entry.pk)
        if not is_whole:
            rows.update(lines=self.entry.lines)
        elif not rows.filter(cancelled_at__isnull=True).update(
            lines=self.entry.lines, ended_at=timezone.now()
        ):
            raise Cancelled


def begin(
    request: HttpRequest, what: str, question: str, form: ExportFormat, ticket: str = ""
) -> ExportLog:
    """Enter the export before anything of it is sent, in its own record and among all accesses."""
    noted(request.user, Access.EXPORT, f"{what}.{form}", question)
    return ExportLog.objects.create(
        person=request.user,  # type: ignore[misc]  # readers have signed in
        what=what[:120],
        question=question[:1000],
        format=form,
        ticket=ticket,
    )


def send(
    request: HttpRequest, grid: Grid, question: str, form: ExportFormat, ticket: str = ""
) -> HttpResponseBase:
    """The table as a file of the format; of a cancelled workbook nothing at all."""
    counter = Counter(begin(request, grid.title, question, form, ticket))
    if form is ExportFormat.CSV:
        sent = StreamingHttpResponse(streamed(grid, counter), content_type=TYPES[form])
        sent["Content-Disposition"] = attachment(grid.name, form)
        return sent
    file = TemporaryFile()  # noqa: SIM115  # closed with the response
    try:
        write_workbook(counter.pass_on(grid), file)
        counter.end(is_whole=True)
    except Cancelled:
        counter.end(is_whole=False)
        file.close()
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    file.seek(0)
    return FileResponse(
        file, as_attachment=True, filename=f"{grid.name}.{form}", content_type=TYPES[form]
    )


def streamed(grid: Grid, counter: Counter) -> Generator[str, None, None]:
    """The pieces of a CSV file; who closes the page before the end has what was sent by then.

    The last line of a cancelled one says so, for the file would look whole without it.
    """
    is_whole = False
    try:
        yield from pieces(counter.pass_on(grid))
        counter.end(is_whole=True)
        is_whole = True
    except Cancelled:
        yield "\r\n" + _("cancelled at %(lines)s lines") % {"lines": counter.entry.lines} + "\r\n"
    finally:
        if not is_whole:
            counter.end(is_whole=False)


def send_document(
    request: HttpRequest, name: str, content: bytes, question: str, lines: int
) -> HttpResponse:
    """A Word document that is small enough to be made in memory."""
    entry = begin(request, name, question, ExportFormat.DOCX)
    counter = Counter(entry)
    entry.lines = lines
    counter.end(is_whole=True)
    response = HttpResponse(content, content_type=TYPES[ExportFormat.DOCX])
    response["Content-Disposition"] = attachment(name, ExportFormat.DOCX)
    return response


def attachment(name: str, form: ExportFormat) -> str:
    return content_disposition_header(as_attachment=True, filename=f"{name}.{form}") or ""
