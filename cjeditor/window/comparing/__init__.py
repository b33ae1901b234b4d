"""Two maps compared: as a list, side by side, and laid over each other."""
