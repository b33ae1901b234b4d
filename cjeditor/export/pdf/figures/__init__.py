"""Figures on paper: the charts of the screen, what they say in words, and their numbers as tables."""
