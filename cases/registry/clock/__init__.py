"""The statutory clock: pure arithmetic of dates, with its working shown."""
