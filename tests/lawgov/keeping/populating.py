"""A process that fills an office: a small county with papers; python -m …populating."""

import django

django.setup()

from cases.litigation.models.attachments import DisputeAttachment  # noqa: E402  # the apps first
from cases.litigation.models.dispute import Dispute  # noqa: E402
from cases.reconsideration.models.attachments import ReconsiderationAttachment  # noqa: E402
from cases.reconsideration.models.case import Reconsideration  # noqa: E402
from cases.registry.attachments.storage import put_away  # noqa: E402
from enforcement.models import CaseFile, CaseFileAttachment  # noqa: E402
from mediation.models import Mediation, MediationAttachment  # noqa: E402
from tests.lawgov.reports.county import fill, found  # noqa: E402

PAIRS = (
    (Reconsideration, ReconsiderationAttachment),
    (Dispute, DisputeAttachment),
    (Mediation, MediationAttachment),
    (CaseFile, CaseFileAttachment),
)


def attach() -> None:
    """Two papers for each of the first three records of every line."""
    for records, papers in PAIRS:
        for record in records._default_manager.order_by("pk")[:3]:
            for number in range(2):
                content = f"%PDF-1.7 {records.__name__} {record.pk} {number}\n".encode() * 500
                blob = put_away([content])
                papers._default_manager.create(
                    record=record,
                    blob=blob.key,
                    sha256=blob.sha256,
                    size=blob.size,
                    original_name=f"决定书{number}.pdf",
                    format="pdf",
                )


if __name__ == "__main__":
    fill(found())
    attach()
