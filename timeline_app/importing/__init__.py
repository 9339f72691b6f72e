"""What text does a file hold? Files and pasted text to articles."""
