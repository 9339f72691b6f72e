"""Which words of a text speak of time? Text to expressions; knows no publication date."""
