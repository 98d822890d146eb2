"""The addresses of the due board."""

from django.urls import path

from lawgov.board import views

app_name = "board"
urlpatterns = [
    path("", views.month, name="month"),
    path("delivery/", views.deliver, name="deliver"),
    path("<str:secret>.ics", views.feed, name="feed"),
]
