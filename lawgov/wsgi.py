"""The door for a web server; whatever is served through it is production unless told otherwise."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lawgov.settings")
os.environ.setdefault("LAWGOV_ENV", "production")

application = get_wsgi_application()
