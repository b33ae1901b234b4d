"""The same file changed by two: both sides' changes side by side, and what becomes of them together."""
