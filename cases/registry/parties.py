"""People and organisations who apply, sue, take part or speak for others."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.registry.numbers import IdentityNumberField, TelephoneField


class PartyRole(models.TextChoices):
    """Why somebody is in the file."""

    APPLICANT = "applicant", _("Applicant")
    PLAINTIFF = "plaintiff", _("Plaintiff")
    PARTY = "party", _("Party to the dispute")
    THIRD_PARTY = "third_party", _("Third party")
    AGENT = "agent", _("Agent")


class PartyKind(models.TextChoices):
    """A person, or a body with a name of its own."""

    CITIZEN = "citizen", _("Citizen")
    ORGANISATION = "organisation", _("Legal person or other organisation")


class Party(models.Model):
    """One name in a file, standing for at least one person; who joins as a group is counted.

    Each domain ties it to its own record with a foreign key of its own, so that the database
    keeps the tie.
    """

    role = models.CharField(_("role"), max_length=16, choices=PartyRole)
    kind = models.CharField(_("kind"), max_length=16, choices=PartyKind, default=PartyKind.CITIZEN)
    name = models.CharField(_("name"), max_length=80)
    persons = models.PositiveIntegerField(
        _("number of persons"),
        default=1,
        help_text=_("More than one where several apply together under this name."),
    )
    identity_number = IdentityNumberField(_("identity or credit number"), max_length=18, blank=True)
    telephone = TelephoneField(_("telephone"), max_length=20, blank=True)
    address = models.CharField(_("address"), max_length=120, blank=True)

    class Meta:
        abstract = True
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="%(class)s_has_a_name",
                condition=~Q(name=""),
                violation_error_message=_("A party needs a name."),
            ),
            models.CheckConstraint(
                name="%(class)s_is_somebody",
                condition=Q(persons__gte=1),
                violation_error_message=_("A party stands for at least one person."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
