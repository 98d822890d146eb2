"""The rows behind a finding of the nightly look."""

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from lawgov.keeping.declared import checks
from lawgov.keeping.telling import SHOWN, is_told, last_checkup, opens, rows


@require_safe
def findings(request: HttpRequest, code: str) -> HttpResponse:
    """Those a person may see, each with the page on which it is mended."""
    check = next((check for check in checks() if check.code == code), None)
    user = request.user
    if check is None or not is_told(user) or not opens(check, user):  # type: ignore[arg-type]  # told ones signed in
        raise Http404(code)
    context = {
        **admin.site.each_context(request),
        "title": check.label,
        "check": check,
        "rows": list(rows(check, user)),  # type: ignore[arg-type]  # told ones signed in
        "most": SHOWN,
        "checkup": last_checkup(),
    }
    return TemplateResponse(request, "keeping/findings.html", context)
