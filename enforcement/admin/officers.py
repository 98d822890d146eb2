"""How officers, their certificates and their exams are listed and entered."""

from django.contrib import admin
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.registry.admin import MARKINGS, KeptAdmin, RecordAdmin, RecordInline, RowInline
from cases.registry.badges import badge
from cases.registry.conditions import recorded
from cases.registry.desk.bulk import BulkAction
from cases.registry.desk.filters import of_agency
from cases.registry.desk.openness import Openness
from enforcement.conditions import in_force, serving
from enforcement.models.certificates import Certificate
from enforcement.models.officers import Exam, Officer, Verification
from enforcement.steps import ISSUING

LEAVE = BulkAction(
    "leave",
    _("Enter the day of leaving"),
    asks=("until_on",),
    applies=lambda _today: recorded() & Q(until_on__isnull=True),
    otherwise=_("The day of leaving is entered already."),
)
COLLECT = BulkAction(
    "collect",
    _("Collect the certificates"),
    asks=("collected_on",),
    applies=lambda _today: recorded() & Q(collected_on__isnull=True, cancelled_on__isnull=True),
    otherwise=_("It was collected or cancelled already, or is voided."),
)
CANCEL = BulkAction(
    "cancel",
    _("Cancel the certificates"),
    asks=("cancelled_on", "cancelled_because"),
    applies=lambda _today: recorded() & Q(cancelled_on__isnull=True),
    otherwise=_("It was cancelled already, or is voided."),
)


class VerificationInline(RowInline):
    model = Verification
    beside = _("Verification and exams")
    fields = ["verified_on", "fitness"]


class ExamInline(RowInline):
    model = Exam
    beside = _("Verification and exams")
    fields = ["kind", "held_on", "score", "has_passed"]


class CertificateInline(RecordInline):
    model = Certificate
    beside = _("Certificates")
    fields = [
        ("number", "region"),
        ("issued_on", "valid_to"),
        ("suspended_on", "restored_on"),
        ("collected_on", "cancelled_on", "cancelled_because"),
    ]


@admin.register(Officer)
class OfficerAdmin(RecordAdmin):
    own_agency = ("agency",)
    repeated = ("agency", "field", "since_on")
    list_display = ["number", "name", "agency", "field", "post", "since_on", "until_on"]
    list_display_links = ["number", "name"]
    list_select_related = ["agency", "field"]
    bulk = (LEAVE,)
    openness = Openness(
        serving,
        opened=pgettext_lazy("officers", "serving"),
        closed=pgettext_lazy("officers", "former"),
    )
    list_filter = [
        of_agency("agency", title=_("enforcing agency"), phrased=_("of %(name)s")),
        "field",
    ]
    date_hierarchy = "since_on"
    search_fields = ["number", "name", "agency__name", "certificates__number"]
    autocomplete_fields = ["agency", "field"]
    inlines = [CertificateInline, VerificationInline, ExamInline]
    openings = (ISSUING,)
    fieldsets = [
        (
            _("Officer"),
            {
                "fields": [
                    ("number", "name"),
                    ("agency", "field", "post"),
                    ("since_on", "until_on"),
                ]
            },
        ),
        (_("Certificates"), {"fields": []}),
        (_("Verification and exams"), {"fields": []}),
        MARKINGS,
    ]


@admin.register(Certificate)
class CertificateAdmin(RecordAdmin):
    repeated = ("region", "issued_on", "valid_to")
    list_display = [
        "number",
        "status",
        "officer",
        "agency",
        "issued_on",
        "valid_to",
        "suspended_on",
        "collected_on",
        "cancelled_on",
    ]
    list_select_related = ["officer__agency"]
    bulk = (COLLECT, CANCEL)
    openness = Openness(
        in_force,
        opened=pgettext_lazy("certificates", "in force today"),
        closed=pgettext_lazy("certificates", "not in force"),
        settled_by=("cancelled_because",),
    )
    list_filter = [
        of_agency("officer__agency", title=_("enforcing agency"), phrased=_("of %(name)s")),
        "cancelled_because",
    ]
    date_hierarchy = "issued_on"
    search_fields = ["number", "officer__name", "officer__number", "officer__agency__name"]
    autocomplete_fields = ["officer"]
    fieldsets = [
        (None, {"fields": [("number", "officer", "region"), ("issued_on", "valid_to")]}),
        (
            _("Suspension and end"),
            {
                "fields": [
                    ("suspended_on", "restored_on"),
                    "collected_on",
                    ("cancelled_on", "cancelled_because"),
                ]
            },
        ),
        MARKINGS,
    ]

    @admin.display(description=_("status today"))
    def status(self, certificate: Certificate) -> str:
        status = certificate.status_on(timezone.localdate())
        return badge(status.value, status.label)

    @admin.display(description=_("enforcing agency"), ordering="officer__agency__name")
    def agency(self, certificate: Certificate) -> str:
        return str(certificate.officer.agency)


@admin.register(Verification)
class VerificationAdmin(KeptAdmin):
    repeated = ("verified_on", "fitness")
    list_display = ["officer", "verified_on", "fitness"]
    list_select_related = ["officer"]
    list_filter = ["fitness"]
    date_hierarchy = "verified_on"
    search_fields = ["officer__name", "officer__number"]
    autocomplete_fields = ["officer"]


@admin.register(Exam)
class ExamAdmin(KeptAdmin):
    repeated = ("kind", "held_on")
    list_display = ["officer", "kind", "held_on", "score", "has_passed"]
    list_select_related = ["officer"]
    list_filter = ["kind", "has_passed"]
    date_hierarchy = "held_on"
    search_fields = ["officer__name", "officer__number"]
    autocomplete_fields = ["officer"]
