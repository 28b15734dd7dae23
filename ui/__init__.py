"""The window: widgets, models, what they share. Without SQLAlchemy, icalendar, core.db; for main alone."""
