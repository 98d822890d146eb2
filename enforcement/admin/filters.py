"""What the lists of enforcement are narrowed to with one click."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.registry.desk.filters import toggle
from enforcement.conditions import handled_without_certificate, overdue

HANDLED = toggle(
    "without_certificate",
    _("handled without a certificate in force"),
    lambda _request: handled_without_certificate(),
)
OVERDUE = toggle("overdue", _("overdue today"), lambda _request: overdue(timezone.localdate()))
