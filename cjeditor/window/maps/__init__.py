"""The maps of a project in its window: their tabs, and what is done with a map as a whole."""
