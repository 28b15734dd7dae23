"""What Qt's item views read from; for ui.widgets and ui.main_window."""
