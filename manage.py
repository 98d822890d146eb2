#!/usr/bin/env python
"""The command line of lawgov."""

import os
import sys

from django.core.management import execute_from_command_line

from cases.registry.history.acts import Door, acting

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lawgov.settings")
    # Requests have threads, and so acts, of their own.
    with acting(Door.COMMAND, why=" ".join(sys.argv[1:2])):
        execute_from_command_line(sys.argv)
