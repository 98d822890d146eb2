"""Template tags of the reading room."""
