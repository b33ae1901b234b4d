"""The pane of figures: what a map says in numbers, each figure a view of its own."""
