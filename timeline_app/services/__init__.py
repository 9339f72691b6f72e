"""What can a person ask of the program? Use cases, called by the command line and the window alike."""
