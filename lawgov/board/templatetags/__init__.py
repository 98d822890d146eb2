"""Template tags of the due board."""
