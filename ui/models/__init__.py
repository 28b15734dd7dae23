"""What Qt's item views read from; for ui.widgets."""
