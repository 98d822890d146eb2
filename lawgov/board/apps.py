"""The due board as Django sees it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BoardConfig(AppConfig):
    name = "lawgov.board"
    label = "board"
    verbose_name = _("Due board")
