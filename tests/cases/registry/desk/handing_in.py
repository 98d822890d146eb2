"""Another process that hands one form in: python -m tests.cases.registry.desk.handing_in KEY."""

import sys
import time
from uuid import UUID

import django

django.setup()

from django.db import connection, transaction  # noqa: E402  # the models need the apps first

from cases.registry.agencies import Agency  # noqa: E402
from cases.registry.codes import RespondentKind  # noqa: E402
from cases.registry.desk.submissions import Submission  # noqa: E402
from cases.registry.users import User  # noqa: E402

WRITING = 0.3  # seconds a record takes to be written, so that the others come meanwhile


def prepare() -> None:
    """Just the tables, in a database that has none, and one person."""
    with connection.schema_editor() as editor:
        for model in (RespondentKind, Agency, User, Submission):
            editor.create_model(model)
    User.objects.create(username="clerk")


def hand_in(key: UUID) -> str:
    """Wait for the word, then hand the form in; what was made, and by whom."""
    user = User.objects.get()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    mine = sys.stdin.readline().strip()
    with transaction.atomic():
        claim, is_first = Submission.objects.claim(user, key)
        if is_first:
            time.sleep(WRITING)
            claim.made = mine
            claim.save(update_fields=["made"])
    return f"{'made' if is_first else 'found'} {claim.made}"


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.stdout.write(hand_in(UUID(sys.argv[1])))
    else:
        prepare()
