"""The dialogue for worksheets: which of them, on what paper, for how many, and how they will look."""
