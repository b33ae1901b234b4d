"""The dialogue for a poster: how large, in which sheets, whether it can be read, and how it will look."""
