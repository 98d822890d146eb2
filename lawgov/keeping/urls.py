"""The addresses of the keeping."""

from django.contrib import admin
from django.urls import path

from lawgov.keeping.views import findings

app_name = "keeping"
urlpatterns = [path("<str:code>/", admin.site.admin_view(findings), name="findings")]
