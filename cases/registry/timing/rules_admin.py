"""How the statutory terms and their grounds are kept by the system administrator."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from cases.registry.admin import KeptAdmin
from cases.registry.timing.statutes import ExclusionGround, StatutoryTerm

_HEAD: Any = (
    None,
    {
        "fields": [
            "code",
            ("label_zh", "label_en"),
            ("article_zh", "article_en"),
            ("valid_from", "valid_to"),
            ("certainty", "source", "position"),
        ]
    },
)
_NOTE: Any = (_("Note"), {"fields": ["note_zh", "note_en"]})


class VersionAdmin(KeptAdmin):
    """Versions side by side; one that was in force is closed, not deleted."""

    list_display_links = ["code", "label_zh"]
    search_fields = ["code", "label_zh", "label_en", "article_zh", "article_en"]
    list_filter = ["certainty"]


@admin.register(StatutoryTerm)
class StatutoryTermAdmin(VersionAdmin):
    list_display = [
        "code",
        "label_zh",
        "length",
        "unit",
        "article_zh",
        "valid_from",
        "valid_to",
        "certainty",
    ]
    list_filter = ["certainty", "unit", "varies"]
    fieldsets = [
        _HEAD,
        (
            _("How it is counted"),
            {
                "fields": [
                    ("length", "unit", "direction"),
                    ("rolls", "suspends", "varies"),
                    ("trigger_zh", "trigger_en"),
                    ("lapse_zh", "lapse_en", "lapse_event"),
                    ("converts_to", "converts_while_running"),
                ]
            },
        ),
        (
            _("Extension"),
            {
                "fields": [
                    ("extension_article_zh", "extension_article_en"),
                    ("extension_approver_zh", "extension_approver_en"),
                    ("extension_max", "extension_times"),
                ]
            },
        ),
        _NOTE,
    ]

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """A term in calendar time rolls unless somebody says otherwise."""
        return {"rolls": True, **super().get_changeform_initial_data(request)}


@admin.register(ExclusionGround)
class ExclusionGroundAdmin(VersionAdmin):
    list_display = ["code", "label_zh", "article_zh", "valid_from", "valid_to", "certainty"]
    fieldsets = [_HEAD, (_("Terms it holds for"), {"fields": ["terms"]}), _NOTE]
