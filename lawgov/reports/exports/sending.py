"""Sends a table or list as a file, and keeps the record of it."""

from collections.abc import Generator, Iterator
from dataclasses import replace
from tempfile import TemporaryFile

from django.http import (
    FileResponse,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.utils import timezone
from django.utils.http import content_disposition_header

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


class Counter:
    """Lines on their way into a file, counted as they pass."""

    def __init__(self, entry: ExportLog) -> None:
        self.entry = entry

    def pass_on(self, grid: Grid) -> Grid:
        return replace(grid, lines=self._count(grid))

    def _count(self, grid: Grid) -> Iterator[Line]:
        for line in grid.lines:
            self.entry.lines += line.kind != "section"
            yield line

    def end(self, *, is_whole: bool) -> None:
        """Whether whole or broken off, the record says how many lines there were."""
        self.entry.ended_at = timezone.now() if is_whole else None
        self.entry.save(update_fields=["lines", "ended_at"])


def begin(request: HttpRequest, what: str, question: str, form: ExportFormat) -> ExportLog:
    """Enter the export before anything of it is sent, in its own record and among all accesses."""
    noted(request.user, Access.EXPORT, f"{what}.{form}", question)
    return ExportLog.objects.create(
        person=request.user,  # type: ignore[misc]  # readers have signed in
        what=what[:120],
        question=question[:1000],
        format=form,
    )


def send(request: HttpRequest, grid: Grid, question: str, form: ExportFormat) -> HttpResponseBase:
    """The table as a file of the format."""
    counter = Counter(begin(request, grid.title, question, form))
    if form is ExportFormat.CSV:
        sent = StreamingHttpResponse(streamed(grid, counter), content_type=TYPES[form])
        sent["Content-Disposition"] = attachment(grid.name, form)
        return sent
    file = TemporaryFile()  # noqa: SIM115  # closed with the response
    write_workbook(counter.pass_on(grid), file)
    counter.end(is_whole=True)
    file.seek(0)
    return FileResponse(
        file, as_attachment=True, filename=f"{grid.name}.{form}", content_type=TYPES[form]
    )


def streamed(grid: Grid, counter: Counter) -> Generator[str, None, None]:
    """The pieces of a CSV file; who closes the page before the end has what was sent by then."""
    is_whole = False
    try:
        yield from pieces(counter.pass_on(grid))
        is_whole = True
    finally:
        counter.end(is_whole=is_whole)


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
