"""The lines of work, in the order in which everybody in the bureau names them."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Line:
    """A line of work and the package its tables live in."""

    slug: str
    package: str
    name: Promise
    about: Promise

    def holds(self, model: type) -> bool:
        return f"{model.__module__}.".startswith(f"{self.package}.")


LINES = (
    Line(
        "reconsideration",
        "cases.reconsideration",
        _("Reconsideration"),
        _("Applications against administrative acts, from receipt to decision and performance."),
    ),
    Line(
        "litigation",
        "cases.litigation",
        _("Litigation"),
        _("Lawsuits against agencies: instances, heads in court, suggestions and their replies."),
    ),
    Line(
        "mediation",
        "mediation",
        _("Mediation"),
        _("Disputes taken in through every door, who mediates them and how they end."),
    ),
    Line(
        "enforcement",
        "enforcement",
        _("Enforcement supervision"),
        _("Case files and their examination, legal reviews, officers and certificates."),
    ),
    Line(
        "registry",
        "cases.registry",
        _("Registry"),
        _("Agencies, people and the codes that every record refers to."),
    ),
)


def line_of(model: type) -> Line | None:
    """The line of work a table belongs to; a library's tables belong to none."""
    return next((line for line in LINES if line.holds(model)), None)
