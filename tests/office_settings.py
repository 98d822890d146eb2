"""lawgov as tests serve it: passwords are hashed quickly, since fifty people sign in at once."""

from lawgov.settings import *  # noqa: F403  # every setting but one

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
