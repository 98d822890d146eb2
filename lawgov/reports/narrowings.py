"""What each kind of record may be narrowed by, and which of its columns that means."""

from collections.abc import Collection, Hashable, Mapping
from functools import cache
from typing import Any

import django_filters
from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

from cases.litigation import terms as litigation
from cases.litigation.models.dispute import Dispute
from cases.litigation.models.hearing import Hearing
from cases.litigation.models.instance import Instance
from cases.litigation.models.suggestion import Suggestion
from cases.reconsideration import terms as reconsideration
from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import OpinionLetter
from cases.registry.agencies import Agency
from enforcement import terms as enforcement
from enforcement.models.certificates import Certificate
from enforcement.models.examinations import Examination
from enforcement.models.files import CaseFile
from enforcement.models.officers import Exam, Officer, Verification
from enforcement.models.rectifications import Rectification
from enforcement.models.reviews import LegalReview
from lawgov.reports.filters import (
    Under,
    Which,
    Word,
    by_act,
    by_enterprise,
    by_field,
    by_handler,
    by_respondent_kind,
    by_unit,
)
from lawgov.reports.forms import QuestionForm
from mediation import terms as mediation
from mediation.models.matter import Mediation
from mediation.models.mediators import MediationOrganisation, Mediator
from mediation.models.outreach import OutreachSession


class Narrowing(django_filters.FilterSet):  # type: ignore[misc]  # a library without types
    """What all lines of work may be narrowed by together.

    Each kind of record has a subclass that says which of its columns a filter means; a filter
    it does not name is one it cannot answer.
    """

    agency = Under("agency")
    unit = by_unit("agency")
    field = by_field("field")
    act = by_act("act_kind")
    respondent_kind = by_respondent_kind("agency")
    handler = by_handler("handler")
    enterprise = by_enterprise("is_enterprise_related")

    class Meta:
        form = QuestionForm


class OfModel(django_filters.FilterSet):  # type: ignore[misc]  # a library without types
    """What one kind of record may be narrowed by."""

    class Meta:
        form = QuestionForm


class OfReconsideration(OfModel):
    agency = Under("respondent")
    unit = by_unit("respondent")
    field = by_field("field")
    act = by_act("act_kind")
    respondent_kind = by_respondent_kind("respondent")
    handler = by_handler("handler")
    enterprise = by_enterprise("is_enterprise_related")
    outcome = Word("outcome", reconsideration.Outcome, _("Outcome"))
    procedure = Word("procedure", reconsideration.Procedure, _("Procedure"))


class OfOpinionLetter(OfModel):
    agency = Under("case__respondent")
    unit = by_unit("case__respondent")
    field = by_field("case__field")
    act = by_act("case__act_kind")
    respondent_kind = by_respondent_kind("case__respondent")
    handler = by_handler("case__handler")
    enterprise = by_enterprise("case__is_enterprise_related")
    outcome = Word("case__outcome", reconsideration.Outcome, _("Outcome"))


class OfDispute(OfModel):
    agency = Under("defendant", "organ")
    unit = by_unit("defendant")
    field = by_field("field")
    act = by_act("act_kind")
    respondent_kind = by_respondent_kind("defendant")
    handler = by_handler("handler")
    enterprise = by_enterprise("is_enterprise_related")
    outcome = Word("result", litigation.Result, _("Outcome"))
    origin = Word("origin", litigation.Origin, _("Came to court"))
    defence = Word("defence", litigation.Defence, _("Defendant's part"))


class OfInstance(OfModel):
    agency = Under("dispute__defendant", "dispute__organ")
    unit = by_unit("dispute__defendant")
    field = by_field("dispute__field")
    act = by_act("dispute__act_kind")
    respondent_kind = by_respondent_kind("dispute__defendant")
    handler = by_handler("dispute__handler")
    enterprise = by_enterprise("dispute__is_enterprise_related")
    outcome = Word("result", litigation.Result, _("Outcome"))
    level = Word("level", litigation.Level, _("Instance"))


class OfHearing(OfModel):
    agency = Under("agency")
    unit = by_unit("agency")
    field = by_field("instance__dispute__field")
    act = by_act("instance__dispute__act_kind")
    respondent_kind = by_respondent_kind("agency")
    handler = by_handler("instance__dispute__handler")
    enterprise = by_enterprise("instance__dispute__is_enterprise_related")
    level = Word("instance__level", litigation.Level, _("Instance"))


class OfSuggestion(OfModel):
    agency = Under("addressee")
    unit = by_unit("addressee")
    respondent_kind = by_respondent_kind("addressee")
    outcome = Word("adoption", litigation.Adoption, _("Outcome"))
    kind = Word("kind", litigation.SuggestionKind, _("Kind"))


class OfMediation(OfModel):
    agency = Under("centre", "origin")
    unit = by_unit("centre")
    enterprise = by_enterprise("is_enterprise_related")
    outcome = Word("result", mediation.Result, _("Outcome"))
    door = Word("door", mediation.Door, _("Came by way of"))
    referrer = Which("origin", Agency.objects.all(), _("Referred by"))
    kind = Word("kind", mediation.DisputeKind, _("Kind"))


class OfOrganisation(OfModel):
    agency = Under("agency")
    unit = by_unit("agency")
    kind = Word("kind", mediation.OrganisationKind, _("Kind"))


class OfMediator(OfModel):
    agency = Under("organisation__agency")
    unit = by_unit("organisation__agency")
    kind = Word("kind", mediation.MediatorKind, _("Kind"))


class OfOutreach(OfModel):
    agency = Under("agency")
    unit = by_unit("agency")


class OfCaseFile(OfModel):
    """Who handled a file is an officer by certificate, not somebody who works with this system."""

    agency = Under("agency")
    unit = by_unit("agency")
    kind = Word("kind", enforcement.FileKind, _("Kind"))


class OfExamination(OfModel):
    agency = Under("file__agency")
    unit = by_unit("file__agency")
    outcome = Word("grade", enforcement.Grade, _("Outcome"))
    kind = Word("file__kind", enforcement.FileKind, _("Kind"))


class OfRectification(OfModel):
    agency = Under("examination__file__agency")
    unit = by_unit("examination__file__agency")


class OfLegalReview(OfModel):
    agency = Under("agency")
    unit = by_unit("agency")
    outcome = Word("opinion", enforcement.Opinion, _("Outcome"))
    kind = Word("kind", enforcement.ReviewKind, _("Kind"))


class OfOfficer(OfModel):
    agency = Under("agency")
    unit = by_unit("agency")
    field = by_field("field")


class OfOfficersRow(OfModel):
    agency = Under("officer__agency")
    unit = by_unit("officer__agency")
    field = by_field("officer__field")


DECLARED: Mapping[type[Model], type[OfModel]] = {
    Reconsideration: OfReconsideration,
    OpinionLetter: OfOpinionLetter,
    Dispute: OfDispute,
    Instance: OfInstance,
    Hearing: OfHearing,
    Suggestion: OfSuggestion,
    Mediation: OfMediation,
    MediationOrganisation: OfOrganisation,
    Mediator: OfMediator,
    OutreachSession: OfOutreach,
    CaseFile: OfCaseFile,
    Examination: OfExamination,
    Rectification: OfRectification,
    LegalReview: OfLegalReview,
    Officer: OfOfficer,
    Verification: OfOfficersRow,
    Exam: OfOfficersRow,
    Certificate: OfOfficersRow,
}


def filters_of(model: type[Model]) -> type[OfModel]:
    """What a kind of record may be narrowed by; at the least, by the agencies that own it."""
    return DECLARED.get(model) or _by_owners(model)


@cache
def _by_owners(model: type[Model]) -> type[OfModel]:
    owners: tuple[str, ...] = getattr(model, "owners", ())
    declared = {"agency": Under(*owners), "unit": by_unit(owners[0])} if owners else {}
    return type(f"Of{model.__name__}", (OfModel,), {"__module__": __name__, **declared})


def answers(model: type[Model], chosen: Collection[str]) -> bool:
    """Whether records of a kind can be narrowed by all that is chosen."""
    return set(chosen) <= set(filters_of(model).base_filters)


def apart(chosen: Mapping[str, Any]) -> tuple[tuple[str, Hashable], ...]:
    """What tells one narrowing from another; of an agency, all that stands under it now as well."""
    filters = Narrowing.base_filters
    return tuple(
        (name, value.keys_under if isinstance(filters.get(name), Under) else _key(value))
        for name, value in chosen.items()
    )


def _key(value: Any) -> Hashable:
    return (value._meta.label, value.pk) if isinstance(value, Model) else value


def narrow(rows: QuerySet[Any], chosen: Mapping[str, Any]) -> QuerySet[Any] | None:
    """The rows that answer to everything chosen; None where they cannot answer to all of it."""
    if not answers(rows.model, chosen):
        return None
    filters = filters_of(rows.model).base_filters
    for name, value in chosen.items():
        rows = filters[name].filter(rows, value)
    return rows
