"""Who looked at, took out or unlocked what: the log the Cybersecurity Law asks for (art. 23(3))."""
