"""What a paper in a file is, as the archive's folders and the model documents name it."""

from django.db import models
from django.utils.translation import pgettext_lazy


class DocumentKind(models.TextChoices):
    """The papers of all four lines of work, in the order in which a file is bound."""

    APPLICATION = "application", pgettext_lazy("paper", "Application")
    COMPLAINT = "complaint", pgettext_lazy("paper", "Statement of claim or appeal")
    IDENTITY = "identity", pgettext_lazy("paper", "Proof of identity")
    AUTHORITY = "authority", pgettext_lazy("paper", "Power of attorney")
    EVIDENCE = "evidence", pgettext_lazy("paper", "Evidence")
    RECEIPT = "receipt", pgettext_lazy("paper", "Receipt for materials")
    CORRECTION = "correction", pgettext_lazy("paper", "Notice to correct, or what was corrected")
    ACCEPTANCE = "acceptance", pgettext_lazy("paper", "Notice of acceptance")
    NOT_ACCEPTED = "not_accepted", pgettext_lazy("paper", "Decision not to accept")
    REPLY_NOTICE = "reply_notice", pgettext_lazy("paper", "Notice to reply")
    REPLY = "reply", pgettext_lazy("paper", "Reply or answer")
    THIRD_PARTY = "third_party", pgettext_lazy("paper", "Papers of a third party")
    STATEMENTS = "statements", pgettext_lazy("paper", "Record of statements heard")
    HEARING_NOTICE = "hearing_notice", pgettext_lazy("paper", "Notice of a hearing or summons")
    HEARING_RECORD = "hearing_record", pgettext_lazy("paper", "Record of a hearing")
    INQUIRY = "inquiry", pgettext_lazy("paper", "Record of an inquiry or inspection")
    EXTENSION = "extension", pgettext_lazy("paper", "Notice of extension")
    SUSPENSION = "suspension", pgettext_lazy("paper", "Notice of suspension or resumption")
    HEAD = "head", pgettext_lazy("paper", "Papers on the appearance of the head")
    COMMITTEE = "committee", pgettext_lazy("paper", "Opinion of the committee")
    REVIEW = "review", pgettext_lazy("paper", "Opinion of the legal review")
    APPROVAL = "approval", pgettext_lazy("paper", "Approval form")
    DECISION = "decision", pgettext_lazy("paper", "Decision")
    JUDGMENT = "judgment", pgettext_lazy("paper", "Judgment or ruling")
    AGREEMENT = "agreement", pgettext_lazy("paper", "Mediation document or agreement")
    CONFIRMATION = "confirmation", pgettext_lazy("paper", "Judicial confirmation")
    TERMINATION = "termination", pgettext_lazy("paper", "Decision to terminate")
    OPINION_LETTER = "opinion_letter", pgettext_lazy("paper", "Opinion letter or suggestion")
    PERFORMANCE = "performance", pgettext_lazy("paper", "Performance")
    SERVICE = "service", pgettext_lazy("paper", "Proof of service")
    CLOSING = "closing", pgettext_lazy("paper", "Closing papers")
    PHOTOGRAPH = "photograph", pgettext_lazy("paper", "Photograph or recording")
    LETTER = "letter", pgettext_lazy("paper", "Letter")
    OTHER = "other", pgettext_lazy("paper", "Other paper")
