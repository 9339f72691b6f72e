"""How is a dossier kept? The .timeline file; the only room that imports sqlite3."""
