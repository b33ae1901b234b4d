"""The editor of channels."""
