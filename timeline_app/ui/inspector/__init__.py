"""The inspector pane."""
