"""The projector's page: one phase of a map, readable from the back of the room."""
