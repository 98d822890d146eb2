"""The roof as Django sees it."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _


class LawgovConfig(AppConfig):
    name = "lawgov"
    verbose_name = _("lawgov")


class LawgovAdminConfig(AdminConfig):
    default_site = "lawgov.site.LawgovSite"
