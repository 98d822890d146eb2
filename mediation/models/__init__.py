"""Gathers the models of the mediation wing, where Django looks for them."""

from mediation.models.attachments import MediationAttachment
from mediation.models.matter import Mediation
from mediation.models.mediators import MediationOrganisation, Mediator
from mediation.models.outreach import OutreachSession
from mediation.models.parties import MediationParty

__all__ = [
    "Mediation",
    "MediationAttachment",
    "MediationOrganisation",
    "MediationParty",
    "Mediator",
    "OutreachSession",
]
