"""The journey check: rules that a map should follow, what was found to break them, and how some of it is mended."""
