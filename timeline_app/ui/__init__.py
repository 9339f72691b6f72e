"""What does the editor see? The only room that imports PySide6."""
