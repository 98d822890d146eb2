"""Chainable adjectives for files and their examination, reviews, cases, officers, certificates."""

from datetime import date
from typing import Any, Self

from django.db.models import Q, QuerySet

from cases.registry.agencies import Agency
from cases.registry.conditions import open_at
from cases.registry.records import KeptQuerySet, RecordQuerySet
from enforcement.conditions import (
    awaiting_its_grade,
    handled_without_certificate,
    in_force,
    overdue,
    serving,
)


class CaseFileQuerySet(RecordQuerySet[Any]):
    """Files by where they stand."""

    def pending(self, on: date) -> Self:
        """Decided and not closed when the day begins."""
        return self.filter(open_at(on, "decided_on", "closed_on"))

    def left_out_of(self, campaign: Any) -> Self:
        """Closed in the window of a campaign and not self-examined in it."""
        done = campaign.examinations.recorded().filter(self_examined_on__isnull=False)
        return self.filter(
            closed_on__gte=campaign.files_since_on, closed_on__lt=campaign.files_until_on
        ).exclude(pk__in=done.values("file"))

    def handled_without_certificate(self) -> Self:
        """Files naming an officer who held no certificate on the day of the decision."""
        return self.filter(handled_without_certificate())


class CampaignQuerySet(RecordQuerySet[Any]):
    """Campaigns, which are announced to every agency; what is found in them is not."""

    def _owned_under(self, scope: Agency) -> Q:  # noqa: ARG002
        return Q()


def _voided(rows: QuerySet[Any], parent: str) -> Q:
    """Belongs to a record that was voided."""
    records = rows.model._meta.get_field(parent).related_model._default_manager
    return Q(**{f"{parent}__in": records.filter(voided_on__isnull=False).values("pk")})


class ExaminationQuerySet(RecordQuerySet[Any]):
    """Examinations by how far they have come."""

    def recorded(self) -> Self:
        """Entered and not voided, and neither were the file and the campaign.

        The few that were voided are looked up, so that counting joins nothing for their sake.
        """
        return super().recorded().exclude(_voided(self, "file") | _voided(self, "campaign"))

    def awaiting_grade(self) -> Self:
        return self.filter(awaiting_its_grade())


class RectificationQuerySet(KeptQuerySet[Any]):
    """What is to be put right after an examination."""

    def overdue(self, on: date) -> Self:
        """Due on an earlier day and still not put right."""
        return self.filter(overdue(on))


class LegalReviewQuerySet(RecordQuerySet[Any]):
    """Legal reviews by where they stand on a day."""

    def pending(self, on: date) -> Self:
        """Submitted and not returned when the day begins."""
        return self.filter(open_at(on, "submitted_on", "returned_on"))


class GuidingCaseQuerySet(RecordQuerySet[Any]):
    """Guiding cases by where they stand on a day."""

    def awaiting_answer(self, on: date) -> Self:
        """Submitted to a higher level and not answered when the day begins."""
        return self.filter(open_at(on, "submitted_on", "answered_on"))


class OfficerQuerySet(RecordQuerySet[Any]):
    """Officers by the days on which they serve."""

    def serving(self, on: date) -> Self:
        """On the roster at the end of the day."""
        return self.filter(serving(on))


class CertificateQuerySet(RecordQuerySet[Any]):
    """Certificates by what they are worth on a day."""

    def in_force(self, on: date) -> Self:
        """Issued by then, and neither expired, collected, cancelled nor suspended on the day."""
        return self.filter(in_force(on))
