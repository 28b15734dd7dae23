"""Colours, type, icons and style sheet of the window; ui/app.py puts them on the application, widgets ask by name."""
