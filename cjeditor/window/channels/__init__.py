"""The editor of the project's list of channels."""
