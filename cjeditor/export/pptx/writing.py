"""Slides of one map: each with its title, its notes, its number and what draws on it."""

from __future__ import annotations

from pptx.slide import Slide

from cjeditor.export.brand import Brand, logo_image, with_logo
from cjeditor.export.content import Content
from cjeditor.export.grey_pictures import all_in_grey
from cjeditor.export.plain_text import one_line
from cjeditor.export.pptx.deck import FOOT_WIDTH, SMALLEST, SMALLEST_TITLE, TITLE_ROOM, Deck
from cjeditor.export.pptx.fitting import cut
from cjeditor.export.pptx.ink import Ground, Ink, Place
from cjeditor.export.pptx.shapes import Box, Named
from cjeditor.layout.measure import text_width
from cjeditor.layout.theme import Theme
from cjeditor.model.pictures import by_sum


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
        self._footed: list[tuple[Slide, int]] = []

    def add(self, title: str, notes: str) -> Ink:
        """Add a slide and return what draws on it."""
        return self.add_with_slide(title, notes)[1]

    def add_with_slide(self, title: str, notes: str) -> tuple[Slide, Ink]:
        """Add a slide; return it, for what only python-pptx makes, and what draws on it."""
        slide = self.deck.slide(title, notes)
        self._footed.append((slide, len(self.deck)))
        return slide, self.ink_for(slide)

    def numbered(self, title: str, number: int, count: int) -> str:
        """A title with which of several slides it is, which stays where the title is too long for its line."""
        words = self.subject.words
        tail = words.t("{title} ({n} of {all})", title="", n=number, all=count)
        shown = cut(
            one_line(title), "bold", SMALLEST_TITLE, TITLE_ROOM - text_width(tail, "bold", SMALLEST_TITLE) - 1, 1
        )
        return words.t("{title} ({n} of {all})", title=shown, n=number, all=count)

    def close(self) -> None:
        """Write the foot and the number of each slide: whoever has a slide read aloud hears them last."""
        own = self._brand.footer if self._brand is not None else ""
        told = (" ".join(own.split()), " ".join(self.subject.title.split()), self.subject.day)
        said = cut(" · ".join(filter(None, told)), "regular", SMALLEST, FOOT_WIDTH, 1)
        for slide, number in self._footed:
            self.deck.foot(slide, said, number)

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
