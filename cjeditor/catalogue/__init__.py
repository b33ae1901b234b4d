"""What the craft knows: frameworks, channels, kinds of notes and lanes, in both languages, read from resources."""
