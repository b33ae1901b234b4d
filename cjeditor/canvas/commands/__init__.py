"""What menus, keys and tests can ask of a map: one facade for each kind of thing."""
