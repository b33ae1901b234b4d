"""Tests, in the order of the house: the tree mirrors the program's."""
