"""Views of figures that have controls of their own; the others are shown by `figure_page`."""
