"""The statutory clock put on the records: its tables, its rooms, and dates that cannot go stale."""
