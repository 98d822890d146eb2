"""Who enters a row: somebody who sees it afterwards, because it concerns their own agency."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from cases.registry.records import Kept, Reader, Record, reach, reads_everything
from cases.registry.roles import may
from cases.registry.users import User

Values = Mapping[str, Sequence[Any]]  # by field, a value for each row; of a foreign key, the key


def keeps_any(user: Reader, model: type[Model]) -> bool:
    """Whether rows of a table can concern somebody's agency at all.

    A record that is no agency's own, such as a campaign, is the county's and read by everybody.
    """
    if not issubclass(model, Record) or model.owners:
        return True
    return isinstance(user, User) and reads_everything(user)


def enters(user: User, model: type[Model]) -> bool:
    """Whether somebody enters rows of a table, wherever they come from."""
    meta = model._meta
    is_allowed = may(user.role, "add", meta.app_label, str(meta.model_name))
    return user.is_active and is_allowed and keeps_any(user, model)


def strays(model: type[Model], values: Values, user: Reader) -> set[int]:
    """The places of those rows to be entered that concern no agency the person answers for.

    The same answer as `visible_to` gives once they are entered; one query more for each owner
    that a row reaches over another.
    """
    owners = model.owners if issubclass(model, Kept) else ()
    if not owners or (agencies := reach(user)) is None:
        return set()
    found = set(range(max(map(len, values.values()), default=0)))
    for owner in owners:
        name, _dots, beyond = owner.partition("__")
        keys = values.get(name, ())
        own = _reaching(model, name, beyond, keys, agencies) if beyond else set(agencies)
        found -= {place for place, key in enumerate(keys) if key in own}
    return found


def _reaching(
    model: type[Model], name: str, beyond: str, keys: Sequence[Any], agencies: Sequence[int]
) -> set[Any]:
    """The rows of another table, by key, that lead to one of the agencies."""
    other: Any = model._meta.get_field(name).related_model
    rows = other._base_manager.filter(pk__in={*keys} - {None}, **{f"{beyond}__in": agencies})
    return set(rows.values_list("pk", flat=True))


def why_a_stray(user: Reader) -> str:
    said = _(
        "This concerns other bodies alone. You enter what concerns %(agency)s or a body under it;"
        " anything else is entered by the bureau."
    )
    return said % {"agency": getattr(user, "agency", "")}
