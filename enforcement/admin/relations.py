"""What hangs together with a file, its examination, its officers and the act it decided on."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.litigation.models.dispute import Dispute
from cases.reconsideration.models.case import Reconsideration
from cases.registry.desk.related import Related, relate
from enforcement.models.certificates import Certificate
from enforcement.models.examinations import Examination
from enforcement.models.files import CaseFile
from enforcement.models.guiding import GuidingCase
from enforcement.models.officers import Officer
from enforcement.models.rectifications import Rectification
from enforcement.models.reviews import LegalReview


def _of_the_file(file: CaseFile) -> Q:
    return Q(file=file.pk)


def _its_file(record: Any) -> Q | None:
    return Q(pk=record.file_id) if record.file_id else None


def _handled(officer: Officer) -> Q:
    return Q(handler__officer=officer.pk) | Q(second_handler__officer=officer.pk)


def _handled_under(certificate: Certificate) -> Q:
    return Q(handler=certificate.pk) | Q(second_handler=certificate.pk)


relate(
    CaseFile,
    Related(_("Legal reviews"), LegalReview, _of_the_file),
    Related(_("Examinations"), Examination, _of_the_file),
    Related(_("Rectifications"), Rectification, lambda file: Q(examination__file=file.pk)),
    Related(_("Guiding cases"), GuidingCase, _of_the_file),
    Related(
        _("Reconsiderations against this decision"),
        Reconsideration,
        lambda file: Q(act_number=file.number, respondent=file.agency_id),
    ),
    Related(
        _("Lawsuits against this decision"),
        Dispute,
        lambda file: Q(act_number=file.number, defendant=file.agency_id),
    ),
)
relate(
    Reconsideration,
    Related(
        _("The file of the act"),
        CaseFile,
        lambda case: (
            Q(number=case.act_number, agency=case.respondent_id) if case.act_number else None
        ),
    ),
)
relate(
    Dispute,
    Related(
        _("The file of the act"),
        CaseFile,
        lambda dispute: (
            Q(number=dispute.act_number, agency=dispute.defendant_id)
            if dispute.act_number
            else None
        ),
    ),
)
relate(Examination, Related(_("The examined file"), CaseFile, _its_file))
relate(LegalReview, Related(_("The file"), CaseFile, _its_file))
relate(GuidingCase, Related(_("The file"), CaseFile, _its_file))
relate(Officer, Related(_("Files handled"), CaseFile, _handled))
relate(
    Certificate,
    Related(_("The officer"), Officer, lambda certificate: Q(pk=certificate.officer_id)),
    Related(_("Files handled"), CaseFile, _handled_under),
)
