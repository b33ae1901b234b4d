"""Personas: the card over the map, and the editor."""
