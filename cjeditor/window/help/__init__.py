"""The help: a book of pages made from the catalogue, the actions table and texts of its own, and its window."""
