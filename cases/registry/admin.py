"""What every table in the admin shares: who sees which rows, and that nothing is deleted."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from cases.registry.agencies import Agency
from cases.registry.badges import STANDINGS, badge_column, bears
from cases.registry.changelist import SturdyChangeList
from cases.registry.codes import ActKind, Field, RespondentKind
from cases.registry.concerned import keeps_any
from cases.registry.desk.actions import BulkAdmin
from cases.registry.desk.collisions import CollidingAdmin
from cases.registry.desk.entering import EnteringAdmin, EnteringInline
from cases.registry.desk.numbers import MaskedNumbers
from cases.registry.desk.openness import OpenAdmin
from cases.registry.desk.search import SearchedAdmin
from cases.registry.desk.seen import SeenChoices
from cases.registry.desk.trails import TrailedAdmin
from cases.registry.dockets import DocketKind, DocketNumber, DocketSeries
from cases.registry.paginator import CappedPaginator
from cases.registry.records import KeptQuerySet, Record

# The stubs keep the name of a fieldset's type to themselves.
MARKINGS: Any = (
    _("Remarks and voiding"),
    {
        "classes": ["collapse"],
        "fields": ["note", ("voided_on", "void_reason"), "is_synthetic"],
    },
)


def visible(rows: QuerySet[Any], request: HttpRequest) -> QuerySet[Any]:
    """The rows a person may see; tables that concern nobody in particular are open to all."""
    if isinstance(rows, KeptQuerySet):
        return rows.visible_to(request.user)
    return rows


class KeptAdmin(
    CollidingAdmin,
    MaskedNumbers,
    SeenChoices,
    EnteringAdmin,
    TrailedAdmin,
    BulkAdmin,
    OpenAdmin,
    SearchedAdmin,
):
    """A list that shows each person their own rows, in the same few queries however long it is."""

    list_per_page = 50
    show_full_result_count = False
    paginator = CappedPaginator
    badges: tuple[str, ...] = STANDINGS

    def get_list_display(self, request: HttpRequest) -> list[str | Callable[[Any], Any]]:
        """The declared columns; those that say where a record stands become badges."""
        columns: list[Any] = list(super().get_list_display(request))
        drawn = {name for name in self.badges if bears(self.model, name)}
        return [badge_column(self, name) if name in drawn else name for name in columns]

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[SturdyChangeList]:  # noqa: ARG002
        return SturdyChangeList

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return visible(super().get_queryset(request), request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and self._answers_for(request)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return super().has_change_permission(request, obj) and self._answers_for(request)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:  # noqa: ARG002
        """A record entered by mistake is voided."""
        return False

    def _answers_for(self, request: HttpRequest) -> bool:
        return keeps_any(request.user, self.model)


class RecordAdmin(KeptAdmin):
    """A kind of record; who entered it is kept, and a docket number is taken as it is saved."""

    docket_kind: DocketKind | None = None

    def save_model(
        self, request: HttpRequest, obj: Record, form: ModelForm[Any], change: bool
    ) -> None:
        if not change:
            obj.entered_by = request.user  # type: ignore[assignment]  # the admin needs a sign-in
            self._number(obj)
        super().save_model(request, obj, form, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Records entered beside another keep who entered them, too."""
        for row in formset.forms:
            if isinstance(row.instance, Record) and row.instance._state.adding:
                row.instance.entered_by = request.user  # type: ignore[assignment]  # signed in
        super().save_formset(request, form, formset, change)

    def _number(self, obj: Any) -> None:
        if self.docket_kind is not None:
            obj.docket = DocketNumber.objects.take(self.docket_kind, obj.received_on.year)


class RowInline(MaskedNumbers, SeenChoices, EnteringInline, admin.TabularInline[Any, Any]):
    """Rows that belong to a record, entered beside it."""

    extra = 0
    show_change_link = False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """A row typed by mistake goes with the right to change its record; a record never does."""
        return not issubclass(self.model, Record) and self.has_change_permission(request, obj)


class RecordInline(EnteringInline, admin.StackedInline[Any, Any]):
    """Records that belong to another, each on a form of its own and never deleted."""

    extra = 0
    show_change_link = True

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:  # noqa: ARG002
        return False


@admin.register(Agency)
class AgencyAdmin(KeptAdmin):
    list_display = ["code", "name", "kind", "parent", "since_on", "until_on"]
    list_display_links = ["code", "name"]
    list_filter = ["kind"]
    list_select_related = ["parent"]
    search_fields = ["code", "name", "short_name"]
    autocomplete_fields = ["parent", "respondent_kind"]


class CodeAdmin(KeptAdmin):
    list_display = ["code", "name", "name_en", "row", "valid_from", "valid_to", "certainty"]
    list_display_links = ["code", "name"]
    list_filter = ["certainty"]
    search_fields = ["code", "name", "name_en"]


admin.site.register(ActKind, CodeAdmin)
admin.site.register(RespondentKind, CodeAdmin)


@admin.register(Field)
class FieldAdmin(CodeAdmin):
    autocomplete_fields = ["successor"]


@admin.register(DocketSeries)
class DocketSeriesAdmin(KeptAdmin):
    """Shown so that one can see how far the numbers went; the count is moved by the cases alone."""

    list_display = ["prefix", "year", "kind", "last"]
    list_filter = ["kind", "year"]

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:  # noqa: ARG002
        return False
