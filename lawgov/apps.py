"""The roof as Django sees it."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class LawgovConfig(AppConfig):
    name = "lawgov"
    verbose_name = _("lawgov")

    def ready(self) -> None:
        """What follows from the models comes in as the admin does: once every model is there."""
        autodiscover_modules("histories", "triggers", "checks")


class LawgovAdminConfig(AdminConfig):
    default_site = "lawgov.site.LawgovSite"
