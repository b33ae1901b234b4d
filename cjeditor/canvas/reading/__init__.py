"""What a screen reader is told of the map: its things as a tree with roles, names, places and states."""
