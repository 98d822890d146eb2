"""The whole page of a collision: the record and every row beside it, theirs and mine."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.forms import BaseInlineFormSet, ModelForm
from django.http import QueryDict
from django.utils.translation import gettext as _

from cases.registry.desk.comparing import NOTHING, Difference, Section, Side, Sides, theirs_prefix
from cases.registry.desk.opened import Versions, version_of
from cases.registry.history.basing import before, removed, since
from cases.registry.history.models import Change
from cases.registry.records import Record
from cases.registry.users import User


@dataclass(frozen=True)
class Comparison:
    """Everything the two sides do not agree on, and which rows are no longer there."""

    sections: list[Section]
    gone: list[str]

    @property
    def asked(self) -> list[str]:
        return [each.name for each in self._all() if each.side == Side.BOTH]

    @property
    def concerns_nothing_typed(self) -> bool:
        """What the others changed is not on this form: there is nothing to decide."""
        is_theirs = any(each.side != Side.MINE for each in self._all())
        return not is_theirs and not any(section.told for section in self.sections)

    def with_names(self) -> "Comparison":
        """Say who made each change; one query."""
        keys = {each.change.person for each in self._all() if each.change}
        people = User.objects.in_bulk([key for key in keys if key])
        for each in self._all():
            if each.change:
                person = people.get(each.change.person or 0)
                each.who = str(person) if person else each.change.get_door_display()
        return self

    def _all(self) -> Iterator[Difference]:
        for section in self.sections:
            yield from section.differences


def compare(
    record: Model,
    keeper: Record,
    *,
    theirs: ModelForm[Any],
    formsets: Iterable[BaseInlineFormSet[Any, Any, Any]],
    posted: QueryDict,
    versions: Versions,
) -> Comparison:
    """The record as it stands and its rows, beside what was posted for an older version of it."""
    version = version_of(keeper, versions)
    changes = since(type(record), {record.pk: version})[record.pk]
    own = Sides(before(record, changes), theirs, posted, "", changes)
    page = Comparison([Section(str(record), list(own.differences()))], [])
    for formset in formsets:
        rows = _Rows(formset, posted, version, versions)
        page.sections.extend(rows.sections())
        page.gone.extend(rows.gone)
    found = [each for each in page.sections if each.differences or each.told]
    return Comparison(found, page.gone).with_names()


class _Rows:
    """The rows of one formset: those that were opened, those that came, those that went."""

    def __init__(
        self,
        formset: BaseInlineFormSet[Any, Any, Any],
        posted: QueryDict,
        version: int,
        versions: Versions,
    ) -> None:
        self._formset, self._posted = formset, posted
        self._model: type[Model] = formset.model  # type: ignore[assignment]  # every formset here has one
        self._now: Mapping[int, Model] = {row.pk: row for row in formset.get_queryset()}
        self._title = str(self._model._meta.verbose_name)
        self._opened = dict(self._posted_rows())
        label = self._model._meta.label_lower
        if issubclass(self._model, Record):
            opened = {key: versions.get((label, key), version) for key in self._opened.values()}
        else:
            opened = dict.fromkeys(self._opened.values(), version)
        self._changes = since(self._model, opened)
        self.gone: list[str] = []

    def sections(self) -> Iterator[Section]:
        for number, key in self._opened.items():
            if (section := self._opened_row(number, key)) is not None:
                yield section
        opened = set(self._opened.values())
        for key, row in self._now.items():
            if key not in opened:
                yield Section(f"{self._title} {row}", told=[_("added by the other; it stays")])
        known, added = self._count("INITIAL_FORMS"), self._count("TOTAL_FORMS")
        for number in range(known, added):
            if text := self._sides(number, self._model(), []).summary_of_mine_if_any():
                yield Section(f"{self._title} {text}", told=[_("added by you; it is entered")])

    def _opened_row(self, number: int, key: int) -> Section | None:
        changes = self._changes[key]
        row = self._now.get(key)
        if row is None:
            return self._removed_row(number, key, changes)
        sides = self._sides(number, row, changes)
        section = Section(f"{self._title} {row}")
        if f"{self._prefix(number)}-DELETE" not in self._posted:
            section.differences.extend(sides.differences())
        elif changes:
            section.differences.append(
                self._whole(number, sides, theirs=_("changed"), mine=_("taken out"), is_mine=True)
            )
        return section

    def _removed_row(self, number: int, key: int, changes: list[Change]) -> Section | None:
        if not changes:
            return None  # a key that never was here
        was = removed(self._model, key, changes)
        if getattr(was, self._formset.fk.attname) != self._formset.instance.pk:
            return None  # a key somebody wrote in by hand: a row of another record
        sides = self._sides(number, was, changes)
        is_mine = sides.is_changed_by_me() and f"{self._prefix(number)}-DELETE" not in self._posted
        self.gone.append(self._prefix(number))
        mine = sides.summary_of_mine()
        whole = self._whole(number, sides, theirs=_("taken out"), mine=mine, is_mine=is_mine)
        return Section(f"{self._title} {was}", [whole])

    def _whole(
        self, number: int, sides: Sides, *, theirs: str, mine: str, is_mine: bool
    ) -> Difference:
        return Difference(
            name=self._prefix(number),
            label=_("the whole row"),
            base=str(sides.base) or NOTHING,
            theirs=theirs,
            mine=mine,
            side=Side.BOTH if is_mine else Side.THEIRS,
            hidden=sides.hidden(),
            change=sides.changes[0],
        )

    def _sides(self, number: int, row: Model, changes: list[Change]) -> Sides:
        prefix = self._prefix(number)
        arguments = self._formset.get_form_kwargs(number)
        form = self._formset.form(instance=row, prefix=theirs_prefix(prefix), **arguments)
        return Sides(before(row, changes), form, self._posted, prefix, changes)

    def _posted_rows(self) -> Iterator[tuple[int, int]]:
        name = self._model._meta.pk.name
        for number in range(self._count("INITIAL_FORMS")):
            key = self._posted.get(f"{self._prefix(number)}-{name}", "")
            if key.isdecimal():
                yield number, int(key)

    def _prefix(self, number: int) -> str:
        return f"{self._formset.prefix}-{number}"

    def _count(self, name: str) -> int:
        """How many rows the form says it has; no more than a form may have."""
        text = self._posted.get(f"{self._formset.prefix}-{name}", "")
        return min(int(text), self._formset.absolute_max) if text.isdecimal() else 0
