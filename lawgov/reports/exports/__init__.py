"""Tables and lists as files: workbooks and CSV, each export on record."""
