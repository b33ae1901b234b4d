"""Saved views of maps: keeping how a map is looked at, and going through them as stations."""
