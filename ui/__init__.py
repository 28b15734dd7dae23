"""The window: widgets, models and what they share. Without SQLAlchemy, icalendar, core.db; main imports it."""
