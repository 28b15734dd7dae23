"""The file of an agenda: its tables, opened, upgraded, searched, backed up. core.store alone imports it."""
