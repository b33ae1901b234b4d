"""The properties at the right of a window: every field of what is chosen on the map."""
