"""Keeps what was entered: backups, restored and compared, and a nightly look at the records."""
