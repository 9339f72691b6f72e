"""The article list pane."""
