"""What every kind of record shares."""
