"""The dialogue for a new map: the templates with their pictures, and whose journey it is."""
