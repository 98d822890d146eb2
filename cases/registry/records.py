"""What every kind of record shares: it is kept for good, and shown only to whom it concerns."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Self, TypeVar

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.registry.agencies import Agency, AgencyKind, named_at
from cases.registry.conditions import recorded, voided
from cases.registry.roles import CASE_ROLES
from cases.registry.users import User

R = TypeVar("R", bound=models.Model)
Reader = User | AnonymousUser


class KeptQuerySet(models.QuerySet[R]):
    """Rows by who may see them; the one place where that is decided."""

    def visible_to(self, user: Reader) -> Self:
        """The rows of the user's agency and of those under it; the bureau reads its county's."""
        if not isinstance(user, User) or not user.is_active or user.role not in CASE_ROLES:
            return self.none()
        if (scope := _scope(user.agency)) is None:
            return self.none()
        if reads_everything(user):
            return self
        return self.filter(self._owned_under(scope))

    def within_reach(self, agencies: Sequence[int] | None) -> Self:
        """The same of a person whose `reach` is known, for whoever asks for them very often."""
        if agencies is None:
            return self
        return self.filter(self._owned(lambda owner: named_at(owner, agencies, self.db)))

    def _owned_under(self, scope: Agency) -> Q:
        within = Agency.objects.under(scope.pk).values("pk")
        return self._owned(lambda _owner: within)

    def _owned(self, by: Callable[[str], Any]) -> Q:
        owners: tuple[str, ...] = getattr(self.model, "owners", ())
        found = Q(pk__in=[])
        for owner in owners:
            found |= Q(**{f"{owner}__in": by(owner)})
        return found


def reach(user: Reader) -> list[int] | None:
    """The agencies whose rows a person sees, by key; None where that is every row there is."""
    if not isinstance(user, User) or not user.is_active or user.role not in CASE_ROLES:
        return []
    scope = _scope(user.agency)
    if scope is None:
        return []
    if reads_everything(user):
        return None
    return list(Agency.objects.under(scope.pk).values_list("pk", flat=True))


def reads_everything(user: User) -> bool:
    """Whether a person of a case role reads the whole county, so that no figure is kept back."""
    scope = _scope(user.agency)
    return (
        user.role in CASE_ROLES
        and scope is not None
        and scope.kind == AgencyKind.COUNTY_GOVERNMENT
        and scope.parent_id is None
    )


def _scope(agency: Agency | None) -> Agency | None:
    """The agency whose subtree a person reads: the bureau's people read their county's."""
    if agency is not None and agency.kind == AgencyKind.BUREAU and agency.parent is not None:
        return agency.parent
    return agency


class RecordQuerySet(KeptQuerySet[R]):
    """Records that were entered, without those that were voided again."""

    def recorded(self) -> Self:
        return self.filter(recorded())


class Kept(models.Model):
    """A row that concerns the agencies its `owners` lookups lead to.

    Its history is read on the page of the record that `belongs_to` leads to, if there is one.
    """

    owners: ClassVar[tuple[str, ...]] = ()
    belongs_to: ClassVar[str] = ""

    class Meta:
        abstract = True


class Record(Kept):
    """An entry of its own; a mistaken one is voided with a reason, and its number stays taken."""

    note = models.TextField(_("note"), blank=True)
    is_synthetic = models.BooleanField(
        _("synthetic"), default=False, help_text=_("Made up for demonstration; concerns nobody.")
    )
    voided_on = models.DateField(_("voided on"), null=True, blank=True)
    void_reason = models.CharField(_("reason for voiding"), max_length=200, blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        db_index=False,
        related_name="+",
        verbose_name=_("entered by"),
    )
    version = models.PositiveIntegerField(
        _("version"),
        default=1,
        editable=False,
        help_text=_("Raised by each change, so that nobody overwrites what they have not seen."),
    )
    entered_at = models.DateTimeField(_("entered at"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed at"), auto_now=True)

    class Meta:
        abstract = True
        indexes: ClassVar[list[models.Index]] = [
            models.Index(  # the few voided ones, for whoever asks for them
                fields=["voided_on"], name="%(class)s_voided", condition=voided()
            ),
            # What came in with a ledger was entered by nobody, which would spoil a whole index.
            models.Index(
                fields=["entered_by"],
                name="%(class)s_entered",
                condition=Q(entered_by__isnull=False),
            ),
        ]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="%(class)s_voided_with_a_reason",
                condition=Q(voided_on__isnull=True, void_reason="")
                | (Q(voided_on__isnull=False) & ~Q(void_reason="")),
                violation_error_message=_("A record is voided with a date and a reason."),
            ),
        ]


def worked_on(name: str, *persons: str) -> list[models.Index]:
    """Whose work a record is, for whoever asks for theirs; `name` begins each index's own.

    Empty ones stay outside, or SQLite takes a column that is mostly empty for a bad one and
    walks the records of the whole county. The foreign keys have no index of their own then.
    """
    return [
        models.Index(
            fields=[person],
            name=f"{name}_by_{person}",
            condition=Q(**{f"{person}__isnull": False}),
        )
        for person in persons
    ]
