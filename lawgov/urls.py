"""The addresses."""

from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from cases.registry.attachments.download import download
from lawgov.calculator import calculator
from lawgov.finder import finder
from lawgov.staying import stay

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="admin:index"), name="home"),
    path("admin/", admin.site.urls),
    path("reports/", include("lawgov.reports.urls")),
    path("due/", include("lawgov.board.urls")),
    path("find/", admin.site.admin_view(finder), name="find"),
    path("clock/", admin.site.admin_view(calculator), name="calculator"),
    path("account/", include("lawgov.gates.urls")),
    path("findings/", include("lawgov.keeping.urls")),
    path("files/<str:label>/<int:pk>/", admin.site.admin_view(download), name="attachment"),
    path("stay/", admin.site.admin_view(stay), name="stay"),
    path("i18n/", include("django.conf.urls.i18n")),
]
