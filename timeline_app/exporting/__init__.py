"""How does a dossier leave the house? State to JSON, CSV and other formats."""
