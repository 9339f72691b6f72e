"""خطّ الزمن: an Arabic-first desktop program that turns articles into a chronology an editor can trust."""

__version__ = "0.1.0"
