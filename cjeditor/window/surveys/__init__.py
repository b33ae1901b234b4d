"""Answers to the recommendation question: taken in from typing, pasting and CSV files, changed and deleted."""
