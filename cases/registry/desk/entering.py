"""How things are entered: every piece of the desk on one bench, for forms and for their rows."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.forms import BaseInlineFormSet
from django.http import HttpRequest

from cases.registry.desk.choices import ChoosingAdmin, ChoosingForm, Possible
from cases.registry.desk.concerning import ConcernedAdmin
from cases.registry.desk.dates import TYPED_DATES, DatedAdmin
from cases.registry.desk.duplicates import SimilarAdmin
from cases.registry.desk.lawful import LawfulAdmin, LawfulRows
from cases.registry.desk.next import NextAdmin
from cases.registry.desk.once import OnceAdmin
from cases.registry.desk.refusals import RefusingAdmin
from cases.registry.desk.related import RelatedAdmin
from cases.registry.desk.sent_files import SentFilesAdmin
from cases.registry.desk.tabs import BesideInline, PartedAdmin


class EnteringAdmin(
    OnceAdmin,
    SimilarAdmin,
    RefusingAdmin,
    LawfulAdmin,
    ConcernedAdmin,
    ChoosingAdmin,
    PartedAdmin,
    RelatedAdmin,
    NextAdmin,
    SentFilesAdmin,
    DatedAdmin,
):
    """What every form has; what differs is declared by the names of the fields."""

    form = ChoosingForm
    formfield_overrides = TYPED_DATES


class EnteringInline(BesideInline, LawfulRows):
    """What every form of a row beside a record has; `usual` is what a new row says at first."""

    form = ChoosingForm
    formfield_overrides = TYPED_DATES
    possible: ClassVar[Mapping[str, Possible]] = {}
    decided_by: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    usual: ClassVar[Mapping[str, str]] = {}

    def get_formset(
        self, request: HttpRequest, obj: Any = None, **kwargs: Any
    ) -> type[BaseInlineFormSet[Any, Any, Any]]:
        formset: type[Any] = super().get_formset(request, obj, **kwargs)
        formset.form.possible = self.possible  # a class made just now
        formset.form.decided_by = self.decided_by
        for name, value in self.usual.items():
            if name in formset.form.base_fields:
                formset.form.base_fields[name].initial = value
        return formset
