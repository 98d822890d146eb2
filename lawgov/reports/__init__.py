"""The reading room: reads the records, never writes them."""
