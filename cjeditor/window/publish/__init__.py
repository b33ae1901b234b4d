"""Slides and a web page from the menu: for whom, in which language and brand, and writing them."""
