"""The building blocks of a window: what is offered for a map, searched in both languages, dragged or added by key."""
