"""What values cross the walls of the house? Frozen dataclasses, standard library only."""
