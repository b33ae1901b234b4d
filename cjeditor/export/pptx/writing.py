"""Slides of one map: each with its title, its notes, its number and what draws on it."""

from __future__ import annotations

from pptx.slide import Slide

from cjeditor.export.brand import Brand, logo_image, with_logo
from cjeditor.export.content import Content
from cjeditor.export.grey_pictures import all_in_grey
from cjeditor.export.pptx.deck import HEIGHT, MARGIN, WIDTH, Deck
from cjeditor.export.pptx.fitting import cut
from cjeditor.export.pptx.ink import Ground, Ink, Place
from cjeditor.export.pptx.shapes import Box, Named
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

    def __init__(self, deck: Deck, subject: Content, theme: Theme, brand: Brand | None = None) -> None:
        self.deck = deck
        self.subject = subject
        self.theme = theme
        self._brand = brand
        pictures = with_logo(by_sum(subject.project), brand)
        self._pictures = all_in_grey(pictures) if theme.grey else pictures

    def add(self, title: str, notes: str) -> Ink:
        """Add a slide and return what draws on it."""
        return self.add_with_slide(title, notes)[1]

    def add_with_slide(self, title: str, notes: str) -> tuple[Slide, Ink]:
        """Add a slide; return it, for what only python-pptx makes, and what draws on it."""
        slide = self.deck.slide(title, notes)
        ink = self.ink_for(slide)
        words = self.subject.words
        own = self._brand.footer if self._brand is not None else ""
        told = (" ".join(own.split()), " ".join(self.subject.title.split()), self.subject.day)
        said = " · ".join(filter(None, told))
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

    def sign(self, ink: Ink, box: Box) -> None:
        """Put the brand's logo into a box, as large as it goes in; nothing without one."""
        logo = self._brand.logo if self._brand is not None else None
        image = logo_image(logo, box.width, box.height) if logo is not None else None
        if image is not None:
            ink.picture(
                image, Place(box.x, box.y, 1.0), Named(self.subject.words.t("Logo"), self.subject.words.t("Logo"))
            )
