"""The settings: their dialogue with its pages, and what new projects take from them."""
