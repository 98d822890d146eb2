"""The due board: what is due across every line of work, and who is told of it."""
