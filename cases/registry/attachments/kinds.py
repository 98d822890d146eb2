"""What a paper in a file is, as the archive's folders and the model documents name it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DocumentKind(models.TextChoices):
    """The papers of all four lines of work, in the order in which a file is bound."""

    APPLICATION = "application", _("Application")
    COMPLAINT = "complaint", _("Statement of claim or appeal")
    IDENTITY = "identity", _("Proof of identity")
    AUTHORITY = "authority", _("Power of attorney")
    EVIDENCE = "evidence", _("Evidence")
    RECEIPT = "receipt", _("Receipt for materials")
    CORRECTION = "correction", _("Notice to correct, or what was corrected")
    ACCEPTANCE = "acceptance", _("Notice of acceptance")
    NOT_ACCEPTED = "not_accepted", _("Decision not to accept")
    REPLY_NOTICE = "reply_notice", _("Notice to reply")
    REPLY = "reply", _("Reply or answer")
    THIRD_PARTY = "third_party", _("Papers of a third party")
    STATEMENTS = "statements", _("Record of statements heard")
    HEARING_NOTICE = "hearing_notice", _("Notice of a hearing or summons")
    HEARING_RECORD = "hearing_record", _("Record of a hearing")
    INQUIRY = "inquiry", _("Record of an inquiry or inspection")
    EXTENSION = "extension", _("Notice of extension")
    SUSPENSION = "suspension", _("Notice of suspension or resumption")
    HEAD = "head", _("Papers on the appearance of the head")
    COMMITTEE = "committee", _("Opinion of the committee")
    REVIEW = "review", _("Opinion of the legal review")
    APPROVAL = "approval", _("Approval form")
    DECISION = "decision", _("Decision")
    JUDGMENT = "judgment", _("Judgment or ruling")
    AGREEMENT = "agreement", _("Mediation document or agreement")
    CONFIRMATION = "confirmation", _("Judicial confirmation")
    TERMINATION = "termination", _("Decision to terminate")
    OPINION_LETTER = "opinion_letter", _("Opinion letter or suggestion")
    PERFORMANCE = "performance", _("Performance")
    SERVICE = "service", _("Proof of service")
    CLOSING = "closing", _("Closing papers")
    PHOTOGRAPH = "photograph", _("Photograph or recording")
    LETTER = "letter", _("Letter")
    OTHER = "other", _("Other paper")
