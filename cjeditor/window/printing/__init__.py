"""Printing: the pages of a handout on a printer, and a look at them before."""
