"""The whole map on one sheet as large as a wall, or on many that are glued together."""
