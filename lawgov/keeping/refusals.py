"""Why a backup or a restoring is not done, in words for who asked for it."""


class Refused(Exception):
    """Nothing was changed, for a reason that is told."""
