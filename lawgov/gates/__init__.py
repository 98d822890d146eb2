"""The gates: signing in, staying signed in, confirming who one is, reading numbers in full."""
