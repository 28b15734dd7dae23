"""The window: widgets, models and what they share. No SQLAlchemy, icalendar or core.db here; main imports it."""
