"""Slides of one map: each with its title, its notes, its number and what draws on it."""

from __future__ import annotations

from pptx.slide import Slide

from cjeditor.export.content import Content
from cjeditor.export.pptx.deck import HEIGHT, MARGIN, WIDTH, Deck
from cjeditor.export.pptx.fitting import cut
from cjeditor.export.pptx.ink import Ground, Ink
from cjeditor.export.pptx.shapes import Box
from cjeditor.layout.theme import Theme
from cjeditor.model.pictures import by_sum

_FOOT = 24.0
_FOOT_SIZE = 13.4


class Slides:
    """Adds slides about one map to a deck.

    Attributes:
        deck: the slides so far.
        subject: the map.
        theme: its colours.
    """

    def __init__(self, deck: Deck, subject: Content, theme: Theme) -> None:
        self.deck = deck
        self.subject = subject
        self.theme = theme
        self._pictures = by_sum(subject.project)

    def add(self, title: str, notes: str) -> Ink:
        """Add a slide and return what draws on it."""
        return self.add_with_slide(title, notes)[1]

    def add_with_slide(self, title: str, notes: str) -> tuple[Slide, Ink]:
        """Add a slide; return it, for what only python-pptx makes, and what draws on it."""
        slide = self.deck.slide(title, notes)
        ink = self.ink_for(slide)
        words = self.subject.words
        said = " · ".join(filter(None, (" ".join(self.subject.title.split()), self.subject.day)))
        room = WIDTH - 2 * MARGIN - 120
        shown = cut(said, "regular", _FOOT_SIZE, room, 1)
        top = HEIGHT - _FOOT - 6
        ink.box(Box(MARGIN, top, room, _FOOT), [ink.run(shown, _FOOT_SIZE, "secondary")], anchor="ctr")
        number = ink.run(words.number(len(self.deck)), _FOOT_SIZE, "secondary", align="r")
        ink.box(Box(WIDTH - MARGIN - 100, top, 100, _FOOT), [number], anchor="ctr")
        return slide, ink

    def ink_for(self, slide: Slide) -> Ink:
        """What draws on a slide."""
        return Ink(Ground(slide, self.deck.language, self.theme, self._pictures))
