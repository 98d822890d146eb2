"""The command line of the reading room."""
