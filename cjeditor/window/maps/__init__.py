"""The maps of a project in its window: how one is begun, the tabs, and what is done with a map as a whole."""
