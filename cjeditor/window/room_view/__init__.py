"""The room view: the window for the projector."""
