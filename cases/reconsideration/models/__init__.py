"""The records of reconsideration."""
