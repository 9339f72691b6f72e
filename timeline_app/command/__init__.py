"""What can be done from a terminal? The commands ``tag``, ``extract`` and ``export``, without a window."""
