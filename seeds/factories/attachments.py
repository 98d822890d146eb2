"""Made-up papers of records of every line; a row speaks of a file that a test may put away."""

from hashlib import sha256
from typing import Any
from uuid import uuid4

import factory
from factory.django import DjangoModelFactory

from cases.litigation.models.attachments import DisputeAttachment
from cases.reconsideration.models.attachments import ReconsiderationAttachment
from cases.registry.attachments.kinds import DocumentKind
from enforcement.models import CaseFileAttachment, LegalReviewAttachment
from mediation.models import MediationAttachment
from seeds.factories.enforcement import CaseFileFactory, LegalReviewFactory
from seeds.factories.litigation import DisputeFactory
from seeds.factories.mediation import MediationFactory
from seeds.factories.reconsideration import ReconsiderationFactory


class _AttachmentFactory(DjangoModelFactory[Any]):
    class Meta:
        abstract = True

    kind = DocumentKind.DECISION
    original_name = factory.Sequence(lambda n: f"决定书{n}.pdf")
    format = "pdf"
    size = 1024
    blob = factory.LazyFunction(lambda: uuid4().hex)
    sha256 = factory.LazyAttribute(lambda o: sha256(o.blob.encode()).hexdigest())


class ReconsiderationAttachmentFactory(_AttachmentFactory):
    class Meta:
        model = ReconsiderationAttachment

    record = factory.SubFactory(ReconsiderationFactory)


class DisputeAttachmentFactory(_AttachmentFactory):
    class Meta:
        model = DisputeAttachment

    record = factory.SubFactory(DisputeFactory)


class MediationAttachmentFactory(_AttachmentFactory):
    class Meta:
        model = MediationAttachment

    record = factory.SubFactory(MediationFactory)


class CaseFileAttachmentFactory(_AttachmentFactory):
    class Meta:
        model = CaseFileAttachment

    record = factory.SubFactory(CaseFileFactory)


class LegalReviewAttachmentFactory(_AttachmentFactory):
    class Meta:
        model = LegalReviewAttachment

    record = factory.SubFactory(LegalReviewFactory)
