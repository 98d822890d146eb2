"""A case that is warned of, and its form."""

from typing import Any

from django.test import Client

from cases.reconsideration.models.case import Reconsideration
from cases.registry.cautions.recorded import Caution
from tests.forms import sent_of

# A hearing on Wednesday 2024-05-08 is to be announced by Sunday 2024-04-28, a make-up day.
HEARING = {"hearing_on": "2024-05-08", "hearing_notified_on": "2024-04-29"}
ACCEPTED = {"received_on": "2024-04-08", "accepted_on": "2024-04-12"}
LATE = {"received_on": "2024-04-08", "accepted_on": "2024-04-16"}  # by 2024-04-15


def form_of(case: Reconsideration, **fields: Any) -> dict[str, Any]:
    return sent_of(case, **{"received_on": "2024-04-08", **fields})


def address(case: Any) -> str:
    return f"/admin/{case._meta.app_label}/{case._meta.model_name}/{case.pk}/change/"


def save(clerk: Client, case: Reconsideration, reason: str = "", **fields: Any) -> Any:
    """Save once; where the form asks, save again with what it asked for and the reason."""
    form = form_of(case, **fields)
    page = clerk.post(address(case), form)
    if reason:
        assert page.status_code == 200, "nothing was asked"
        form |= {
            "caution-seen": page.context["caution_form"]["seen"].value(),
            "caution-reason": reason,
        }
        return clerk.post(address(case), form)
    return page


def recorded(case: Any, **narrowed: Any) -> list[Caution]:
    rows = Caution.objects.filter(table=case._meta.label_lower, record=case.pk, **narrowed)
    return list(rows.order_by("pk"))
