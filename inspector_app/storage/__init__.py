"""SQLite through sqlite-utils: the only code that speaks SQL."""
