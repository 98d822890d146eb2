"""Which steps of supervision are not lawful just now, and why: what a form says beside them."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.registry.desk.lawful import Opening
from enforcement.models.certificates import Certificate
from enforcement.models.rectifications import Rectification

# Whoever has left hands certificates in.
ISSUING = Opening(
    Certificate,
    Q(until_on__isnull=True),
    _("An officer no longer: certificates are collected, not issued."),
)
# A problem is found by examining.
FINDING = Opening(
    Rectification,
    Q(self_examined_on__isnull=False) | Q(sampled_on__isnull=False),
    _("Nobody has examined the file yet; enter first when it was self-examined or sampled."),
)
