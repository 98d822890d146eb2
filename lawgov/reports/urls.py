"""The addresses of the reading room."""

from django.urls import path

from lawgov.reports import saving, views

app_name = "reports"
urlpatterns = [
    path("", views.rollup, name="rollup"),
    path("rows/<str:code>/", views.rows, name="rows"),
    path("breakdown/<str:code>/", views.breakdown, name="breakdown"),
    path("saved/", saving.save, name="save"),
    path("saved/<int:pk>/remove/", saving.remove, name="remove"),
]
