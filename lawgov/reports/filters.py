"""What a report may be narrowed by, and which column of each kind of record that means."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import django_filters
from django.db.models import Choices, Model, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.litigation import terms as litigation
from cases.litigation.models.dispute import Dispute
from cases.litigation.models.hearing import Hearing
from cases.litigation.models.instance import Instance
from cases.litigation.models.suggestion import Suggestion
from cases.reconsideration import terms as reconsideration
from cases.reconsideration.models.case import Reconsideration
from cases.reconsideration.models.children import OpinionLetter
from cases.registry.agencies import Agency
from cases.registry.codes import ActKind, Field, RespondentKind
from cases.registry.users import User
from lawgov.reports.forms import QuestionForm
from mediation import terms as mediation
from mediation.models.matter import Mediation
from mediation.models.mediators import MediationOrganisation, Mediator
from mediation.models.outreach import OutreachSession

NONE = "none"  # in an address: where nothing is filled in
ANY, NOTHING = "––", _("(not filled in)")
UNNAMED = _("“%(value)s” names nothing to narrow by.")


class Under(django_filters.ModelChoiceFilter):  # type: ignore[misc]  # a library without types
    """An agency with all that stand under it, wherever the record names one of them."""

    def __init__(self, *paths: str) -> None:
        self.paths = paths
        super().__init__(
            field_name=paths[0],
            queryset=Agency.objects.all(),
            to_field_name="code",
            label=_("Agency with those under it"),
            empty_label=ANY,
            error_messages={"invalid_choice": _("“%(value)s” is the code of no agency.")},
        )

    def filter(self, rows: QuerySet[Any], agency: Agency | None) -> QuerySet[Any]:
        if agency is None:
            return rows
        under, found = Agency.objects.under(agency.pk).values("pk"), Q()
        for path in self.paths:
            found |= Q(**{f"{path}__in": under})
        return rows.filter(found)


class Which(django_filters.ModelChoiceFilter):  # type: ignore[misc]  # a library without types
    """One row of another table, named in the address by its code."""

    def __init__(self, path: str, queryset: QuerySet[Any], label: Promise, key: str = "code"):
        self.path = f"{path}__{key}"
        super().__init__(
            field_name=path,
            queryset=queryset,
            to_field_name=key,
            label=label,
            empty_label=ANY,
            null_value=NONE,
            null_label=NOTHING,
            error_messages={"invalid_choice": UNNAMED},
        )


class Word(django_filters.ChoiceFilter):  # type: ignore[misc]  # a library without types
    """One word of those a field knows; not filled in is the empty word."""

    def __init__(self, path: str, words: type[Choices], label: Promise) -> None:
        self.path = path
        super().__init__(
            field_name=path,
            choices=words.choices,
            label=label,
            empty_label=ANY,
            null_value=NONE,
            null_label=NOTHING,
            error_messages={"invalid_choice": UNNAMED},
        )

    def filter(self, rows: QuerySet[Any], value: str) -> QuerySet[Any]:
        if value == self.null_value:
            return rows.filter(**{self.path: ""})
        narrowed: QuerySet[Any] = super().filter(rows, value)
        return narrowed


class YesOrNo(django_filters.ChoiceFilter):  # type: ignore[misc]  # a library without types
    """A question every record answers, as 1 or 0."""

    def __init__(self, path: str, label: Promise) -> None:
        self.path = path
        super().__init__(
            field_name=path,
            choices=[("1", _("Yes")), ("0", _("No"))],
            label=label,
            empty_label=ANY,
            error_messages={"invalid_choice": UNNAMED},
        )


def by_unit(path: str) -> Which:
    return Which(path, Agency.objects.all(), _("Township or department"))


def by_field(path: str) -> Which:
    return Which(path, Field.objects.all(), pgettext_lazy("of administration", "Field"))


def by_act(path: str) -> Which:
    return Which(path, ActKind.objects.all(), _("Kind of act"))


def by_respondent_kind(path: str) -> Which:
    kinds = RespondentKind.objects.all()
    return Which(f"{path}__respondent_kind", kinds, _("Kind of respondent"))


def by_handler(path: str) -> Which:
    people = User.objects.order_by("full_name", "username")
    return Which(path, people, _("Handler"), key="username")


def by_enterprise(path: str) -> YesOrNo:
    return YesOrNo(path, _("Concerns an enterprise"))


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
}


def filters_of(model: type[Model]) -> type[OfModel]:
    """What a kind of record may be narrowed by; at the least, by the agencies that own it."""
    return DECLARED.get(model) or _by_owners(model)


@cache
def _by_owners(model: type[Model]) -> type[OfModel]:
    owners: tuple[str, ...] = getattr(model, "owners", ())
    declared = {"agency": Under(*owners), "unit": by_unit(owners[0])} if owners else {}
    return type(f"Of{model.__name__}", (OfModel,), {"__module__": __name__, **declared})


def narrow(rows: QuerySet[Any], chosen: Mapping[str, Any]) -> QuerySet[Any] | None:
    """The rows that answer to everything chosen; None where they cannot answer to all of it."""
    filters = filters_of(rows.model).base_filters
    if not chosen.keys() <= filters.keys():
        return None
    for name, value in chosen.items():
        rows = filters[name].filter(rows, value)
    return rows
