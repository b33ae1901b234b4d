"""Two people’s changes in the window."""
