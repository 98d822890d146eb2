"""The keeping of records as Django sees it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KeepingConfig(AppConfig):
    name = "lawgov.keeping"
    label = "keeping"
    verbose_name = _("Keeping of the records")
