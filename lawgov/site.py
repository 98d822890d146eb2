"""The admin site: Django's own, under the bureau's name."""

from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _


class LawgovSite(AdminSite):
    """One site for everybody; what each person sees follows from the role."""

    site_title = _("lawgov")
    site_header = _("lawgov – case tracking of the justice bureau")
    index_title = _("Records")
