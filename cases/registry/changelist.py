"""A list that takes any address a person may type, or an attacker may try."""

from typing import Any

from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.http import HttpRequest


class SturdyChangeList(ChangeList):
    """Asked for a day that no calendar has, it shows everything instead of failing.

    Django does so for most such addresses, but for the year 9999, whose end it cannot reckon.
    """

    def get_filters(self, request: HttpRequest) -> Any:
        try:
            return super().get_filters(request)
        except (ValueError, OverflowError) as unreckoned:
            raise IncorrectLookupParameters(unreckoned) from unreckoned
