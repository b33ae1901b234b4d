"""The journey check in its pane: what it finds on the map, why that matters, and how it is mended or left alone."""
