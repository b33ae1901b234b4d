"""Fingers and pens on the map: what their touching means."""
