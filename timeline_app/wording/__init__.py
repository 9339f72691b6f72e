"""How is a code said to a person? Codes and arguments to sentences, from one gettext catalogue."""
