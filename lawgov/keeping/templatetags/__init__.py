"""Template tags of the keeping."""
