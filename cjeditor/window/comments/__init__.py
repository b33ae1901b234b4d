"""The comments on a map in their pane: read, written, answered and resolved."""
