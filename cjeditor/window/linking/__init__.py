"""Links between cards by their numbers."""
