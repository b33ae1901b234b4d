"""Marks while a card is written: what ends its line (`@channel #tag %persona +2 ! *`) becomes a field of the card."""
