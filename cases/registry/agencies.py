"""The bodies that act, answer, judge and mediate, and how they stand under one another."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import connections, models
from django.db.models import F, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from cases.registry.called import Called
from cases.registry.codes import RespondentKind

# County, department, station: three levels in a county, six from the province down.
DEEPEST = 6


class AgencyKind(models.TextChoices):
    """What a body is; the statistics ask which kind, never its name."""

    COUNTY_GOVERNMENT = "county_government", _("County government")
    BUREAU = "bureau", _("Justice bureau")
    DEPARTMENT = "department", _("Department")
    TOWNSHIP = "township", _("Township government")
    JUSTICE_STATION = "justice_station", _("Justice station")
    COURT = "court", _("Court")
    PROCURATORATE = "procuratorate", _("Procuratorate")
    POLICE_STATION = "police_station", _("Police station")
    PETITION_OFFICE = "petition_office", _("Petition office")
    MEDIATION_CENTRE = "mediation_centre", _("Mediation centre")
    OTHER = "other", _("Other body")


class AgencyQuerySet(models.QuerySet["Agency"]):
    """Bodies by kind, by place in the tree and by day."""

    def under(self, agency_id: int) -> "AgencyQuerySet":
        """The agency and everything below it, by the database alone."""
        found = Q(pk=agency_id)
        for level in range(1, DEEPEST):
            found |= Q(**{"__".join(["parent"] * level) + "_id": agency_id})
        return self.filter(found)

    def existing(self, on: date) -> "AgencyQuerySet":
        """Set up on or before the day and not yet dissolved."""
        return self.filter(
            Q(since_on__isnull=True) | Q(since_on__lte=on),
            Q(until_on__isnull=True) | Q(until_on__gt=on),
        )

    def of_kind(self, *kinds: AgencyKind) -> "AgencyQuerySet":
        return self.filter(kind__in=kinds)


class Agency(Called):
    """A body with a code of its own; it is never deleted, only dissolved on a day."""

    code = models.CharField(_("code"), max_length=32)
    name = models.CharField(_("name"), max_length=80)
    short_name = models.CharField(_("short name"), max_length=20, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=AgencyKind)
    respondent_kind = models.ForeignKey(
        RespondentKind,
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("counts in the statistics as"),
        help_text=_("The column of respondents it falls into when an act of its is reviewed."),
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("under"),
    )
    since_on = models.DateField(_("exists since"), null=True, blank=True)
    until_on = models.DateField(_("dissolved on"), null=True, blank=True)
    is_synthetic = models.BooleanField(_("synthetic"), default=False)

    objects = AgencyQuerySet.as_manager()

    class Meta:
        verbose_name = _("agency")
        verbose_name_plural = _("agencies")
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                fields=["code"],
                name="agency_code_unique",
                violation_error_message=_("Another agency bears this code."),
            ),
            models.CheckConstraint(
                name="agency_code_not_empty",
                condition=~Q(code=""),
                violation_error_message=_("An agency needs a code."),
            ),
            models.CheckConstraint(
                name="agency_not_its_own_parent",
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                violation_error_message=_("An agency cannot stand under itself."),
            ),
            models.CheckConstraint(
                name="agency_dissolved_after_founding",
                condition=Q(until_on__isnull=True)
                | Q(since_on__isnull=True)
                | Q(until_on__gte=F("since_on")),
                violation_error_message=_("An agency cannot be dissolved before it exists."),
            ),
        ]
        indexes = [models.Index(fields=["kind", "code"], name="agency_by_kind")]

    @cached_property
    def under(self) -> AgencyQuerySet:
        """It and all that stand under it; asked once for this object."""
        return Agency.objects.under(self.pk).order_by("pk")

    @property
    def keys_under(self) -> tuple[int, ...]:
        return tuple(each.pk for each in self.under)


def named_at(path: str, keys: Sequence[int], db: str) -> Any:
    """Some agencies, as what a path to an agency is looked for among.

    Their keys themselves, since a query within a query is planned anew for every month and event.
    Where another table names the agency, SQLite would then begin with all that this table has of
    them, and is given the query.
    """
    if "__" in path and connections[db].vendor == "sqlite":
        return Agency.objects.filter(pk__in=keys).values("pk")
    return keys
