"""Files that others have open, too."""
