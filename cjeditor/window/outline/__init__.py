"""The outline: the map as a tree and as a table, for eyes, keyboards and screen readers."""
