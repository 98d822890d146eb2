"""Notes every reading of what is sensitive, every file taken out, every way in."""

import logging

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.registry.users import User

logger = logging.getLogger("lawgov.accesses")


class Access(models.TextChoices):
    """What somebody did that has to be known later."""

    SIGN_IN = "sign_in", _("signed in")
    SIGN_OUT = "sign_out", _("signed out")
    REFUSED = "refused", _("was refused")
    UNLOCK = "unlock", _("unlocked")
    PERMISSION = "permission", _("changed permissions")
    REVEAL = "reveal", _("read a number in full")
    EXPORT = "export", _("exported")
    PRINT = "print", _("printed")
    DOWNLOAD = "download", _("took a file")
    BACKUP = "backup", _("backed up or restored")


def noted(person: User | None, access: Access, subject: str, detail: str = "") -> None:
    """Write down who did what to which subject, before it is done."""
    logger.info("%s %s %s %s", person, access, subject, detail)
