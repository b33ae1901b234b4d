"""Programs that are killed in the middle of their work, and what the next start finds."""
