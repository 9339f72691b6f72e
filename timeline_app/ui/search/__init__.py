"""Where in the whole dossier is it said? The search box's results."""
