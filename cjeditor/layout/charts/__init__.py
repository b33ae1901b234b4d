"""Figures of a map as charts: plain shapes for screen and paper, with the same numbers as a table and in words."""
