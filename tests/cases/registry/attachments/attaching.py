"""How the tests attach a paper to a case."""

from typing import Any

from cases.reconsideration.models.attachments import ReconsiderationAttachment
from cases.reconsideration.models.case import Reconsideration
from cases.registry.attachments.storage import put_away
from tests.cases.registry.attachments.papers import TAKEN

PDF = TAKEN["决定书.pdf"][0]


def attached(case: Reconsideration, content: bytes = PDF, **more: Any) -> ReconsiderationAttachment:
    blob = put_away([content])
    kept = {"blob": blob.key, "sha256": blob.sha256, "size": blob.size, **more}
    made: ReconsiderationAttachment = ReconsiderationAttachment.objects.create(
        record=case, **{"original_name": "决定书.pdf", "format": "pdf", **kept}
    )
    return made
