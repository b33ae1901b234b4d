"""The sheets of the phases, part by part."""
