"""The event list pane."""
