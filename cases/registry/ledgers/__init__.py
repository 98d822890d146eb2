"""The one door through which spreadsheets come in, and the columns in which they go out."""
