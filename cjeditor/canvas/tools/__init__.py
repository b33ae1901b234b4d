"""Gestures: one file each, from press to release, with a way back at any time."""
