"""What the map says: finding, figures, checks."""
