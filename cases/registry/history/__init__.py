"""What was changed in the records, when, by whom, and why."""
