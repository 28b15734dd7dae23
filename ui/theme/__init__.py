"""Colours, type, icons and style sheet: put on the application by ui/app.py, asked for by all of ui."""
