"""The command line of the due board."""
