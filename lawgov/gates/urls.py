"""The addresses of the gates."""

from django.urls import path

from lawgov.gates.printing import printed
from lawgov.gates.revealing import reveal
from lawgov.gates.second_step import second_step
from lawgov.gates.signing_in import code

app_name = "gates"
urlpatterns = [
    path("code/", code, name="code"),
    path("second-step/", second_step, name="second_step"),
    path("printed/", printed, name="printed"),
    path("reveal/<slug:app_label>/<slug:model>/<int:pk>/<slug:field>/", reveal, name="reveal"),
]
