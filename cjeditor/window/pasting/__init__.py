"""Text and tables from other programs: how they are read, the preview where that is in doubt, and what they become."""
