"""Gathers the models of the enforcement wing, where Django looks for them."""

from enforcement.models.attachments import CaseFileAttachment, LegalReviewAttachment
from enforcement.models.campaigns import Campaign
from enforcement.models.certificates import Certificate
from enforcement.models.examinations import Examination
from enforcement.models.files import CaseFile
from enforcement.models.guiding import GuidingCase
from enforcement.models.officers import Exam, Officer, Verification
from enforcement.models.rectifications import Rectification
from enforcement.models.reviews import LegalReview

__all__ = [
    "Campaign",
    "CaseFile",
    "CaseFileAttachment",
    "Certificate",
    "Exam",
    "Examination",
    "GuidingCase",
    "LegalReview",
    "LegalReviewAttachment",
    "Officer",
    "Rectification",
    "Verification",
]
