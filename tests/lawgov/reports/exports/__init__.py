"""Tables and lists as files."""
