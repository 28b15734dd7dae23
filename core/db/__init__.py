"""The agenda's file: its tables, how it is opened, upgraded, searched and backed up. Only core.store imports it."""
