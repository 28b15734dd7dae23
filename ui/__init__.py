"""The window: widgets, models and what they share. Knows no SQLAlchemy, icalendar or core.db; main imports it."""
