"""What is done to many records at once: declared, and carried out row by row in one transaction."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, models, transaction
from django.db.models import Model, Q, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from cases.registry.conditions import recorded
from cases.registry.history.acts import Door, acting
from cases.registry.history.claims import Collided, claim
from cases.registry.records import Record
from cases.registry.roles import CASE_ROLES
from cases.registry.users import User

MOST: Final = 500  # records at once: as many as a person still looks through
Values = Mapping[str, Any]


class Fate(models.TextChoices):
    """What became of one record."""

    DONE = "done", pgettext_lazy("bulk action", "done")
    ALREADY = "already", pgettext_lazy("bulk action", "was so already")
    SKIPPED = "skipped", pgettext_lazy("bulk action", "left out")
    CHANGED = "changed", pgettext_lazy("bulk action", "changed meanwhile, left alone")
    REFUSED = "refused", pgettext_lazy("bulk action", "refused")


@dataclass(frozen=True)
class Outcome:
    """One record, what became of it, and why."""

    row: Any
    fate: Fate
    why: str = ""


def as_asked(_row: Any, asked: Values, _why: str, _today: date) -> Values:
    """Every column that was asked for takes what was answered."""
    return asked


@dataclass(frozen=True)
class BulkAction:
    """One thing that is done to each of some records.

    `asks` names columns of the record; `applies` is the condition a record has to meet, and
    `otherwise` says why it is left out if it does not. `does` answers with the new values.
    """

    name: str
    label: Promise | str
    asks: tuple[str, ...] = ()
    applies: Callable[[date], Q] = field(default=lambda _today: Q())
    otherwise: Promise | str = ""
    does: Callable[[Any, Values, str, date], Values] = as_asked
    needs_reason: bool = False
    permission: str = "change"
    among: Mapping[str, Callable[[date], Q]] = field(default_factory=dict)


def void(_row: Any, _asked: Values, why: str, today: date) -> Values:
    return {"voided_on": today, "void_reason": why}


VOID = BulkAction(
    "void",
    gettext_lazy("Void"),
    applies=lambda _today: recorded(),
    otherwise=gettext_lazy("It is voided already."),
    does=void,
    needs_reason=True,
)
CONCERNS_AN_ENTERPRISE = BulkAction(
    "enterprise",
    gettext_lazy("Mark as concerning an enterprise"),
    applies=lambda _today: recorded() & Q(is_enterprise_related=False),
    otherwise=gettext_lazy("It is marked so already, or voided."),
    does=lambda _row, _asked, _why, _today: {"is_enterprise_related": True},
)


def assign_handler(open_work: Callable[[], Q]) -> BulkAction:
    """Open cases get a handler, whoever had them before."""
    return BulkAction(
        "assign",
        gettext_lazy("Assign a handler"),
        asks=("handler",),
        applies=lambda _today: recorded() & open_work(),
        otherwise=gettext_lazy("It is not open any more."),
        among={"handler": lambda _today: Q(is_active=True, role__in=CASE_ROLES)},
    )


class Asked(forms.Form):
    """What has to be known before an action is carried out."""

    why = forms.CharField(label=gettext_lazy("reason"), max_length=200, required=False)

    def __init__(
        self,
        action: BulkAction,
        choices: Callable[[type[Model]], QuerySet[Any]],
        model: type[Model],
        *args: Any,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        for name in action.asks:
            column: Any = model._meta.get_field(name)
            made = column.formfield(required=True)
            if isinstance(made, forms.ModelChoiceField):
                found = choices(column.related_model).filter(action.among.get(name, _any)(today))
                found = found.complex_filter(column.get_limit_choices_to())
                made = forms.ModelChoiceField(found, label=made.label)
            elif isinstance(made, forms.DateField):
                widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
                made = forms.DateField(label=made.label, widget=widget, initial=today)
            self.fields[name] = made
        self.fields["why"].required = action.needs_reason
        self.order_fields([*action.asks, "why"])

    @property
    def values(self) -> Values:
        return {name: value for name, value in self.cleaned_data.items() if name != "why"}


def _any(_today: date) -> Q:
    return Q()


def stamp(row: Any) -> str:
    """What tells a row from itself as it was before: its version, else all that it says."""
    if isinstance(row, Record):
        return str(row.version)
    said = repr([getattr(row, column.attname) for column in row._meta.concrete_fields])
    return sha256(said.encode()).hexdigest()[:16]


def applicable(action: BulkAction, rows: Sequence[Any], today: date) -> set[int]:
    """The keys of those the action may be carried out on."""
    if not rows:
        return set()
    keys = [row.pk for row in rows]
    found = type(rows[0])._base_manager.filter(action.applies(today), pk__in=keys)
    return set(found.values_list("pk", flat=True))


def carry_out(
    action: BulkAction,
    rows: QuerySet[Any],
    seen: Mapping[int, str],
    *,
    asked: Values,
    by: User,
    why: str,
) -> list[Outcome]:
    """Do it to each of the rows as they were seen; all that is done is done together.

    A row that has changed since is left alone, one that a rule refuses as well, and asking
    twice does nothing a second time.
    """
    today = timezone.localdate()
    with transaction.atomic(), acting(Door.BULK, by=by.pk, why=why):
        held = list(rows.select_for_update(of=("self",)).order_by("pk"))
        fit = applicable(action, held, today)
        return [
            _attempt(action, row, row.pk in fit, seen[row.pk], action.does(row, asked, why, today))
            for row in held
        ]


def _attempt(action: BulkAction, row: Any, fits: bool, seen: str, values: Values) -> Outcome:
    if all(getattr(row, name) == value for name, value in values.items()):
        return Outcome(row, Fate.ALREADY)
    if stamp(row) != seen:
        return Outcome(row, Fate.CHANGED)
    if not fits:
        return Outcome(row, Fate.SKIPPED, str(action.otherwise))
    for name, value in values.items():
        setattr(row, name, value)
    try:
        row.clean()
        with transaction.atomic():
            _write(row, values)
            return Outcome(row, Fate.DONE)
    except Collided:
        return Outcome(row, Fate.CHANGED)
    except ValidationError as refusal:
        why = " ".join(refusal.messages)
    except (IntegrityError, DataError) as refusal:
        why = words_of(type(row), refusal)
    return Outcome(row, Fate.REFUSED, why)


def _write(row: Any, values: Values) -> None:
    """A record is claimed by the version it was held in; a row without versions is held so."""
    if isinstance(row, Record):
        if claim(type(row), {row.pk: row.version}):
            raise Collided
        values = {**values, "changed_at": timezone.now()}
    type(row)._base_manager.filter(pk=row.pk).update(**values)


def words_of(model: type[Model], refusal: Exception) -> str:
    """The rule that was broken, in its own words."""
    said = str(refusal)
    for constraint in sorted(model._meta.constraints, key=lambda each: -len(each.name)):
        if constraint.name in said:
            return str(constraint.get_violation_error_message())
    return _("The database refuses it: %(said)s") % {"said": said}


def tally(outcomes: Iterable[Outcome]) -> list[tuple[Fate, int]]:
    """How many records each fate befell, in the order of the fates."""
    found = list(outcomes)
    counts = [(fate, sum(each.fate == fate for each in found)) for fate in Fate]
    return [(fate, count) for fate, count in counts if count]
