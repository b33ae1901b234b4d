"""One building block as it is offered, and the headings that such offers stand under."""

from __future__ import annotations

from dataclasses import dataclass

from cjeditor.canvas.blocks import Block
from cjeditor.catalogue.entries import Wordings


@dataclass(frozen=True)
class Offer:
    """One row of the list.

    Attributes:
        block: what is put onto the map; None where `wish` is offered instead.
        name: in the language of the window.
        tip: a sentence about it, in the same language.
        icon: name in the icon font.
        colour: ``#rrggbb``, of a phase; shown instead of an icon.
        more: a quiet second line.
        names, sentences: what a search finds it by, in every language.
        own: id of the person's own block, if it is one.
        wish: a text that can be made a block of one's own.
    """

    block: Block | None
    name: str
    tip: str = ""
    icon: str = ""
    colour: str = ""
    more: str = ""
    names: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()
    own: str = ""
    wish: str = ""


@dataclass(frozen=True)
class Section:
    """A heading and the blocks under it; `key` is kept in the preferences when it is folded."""

    title: str
    offers: tuple[Offer, ...]
    key: str = ""


def worded(
    block: Block,
    language: str,
    name: Wordings,
    sentence: Wordings | None = None,
    *,
    icon: str = "",
    colour: str = "",
    more: str = "",
) -> Offer:
    """Return the offer of a block that the catalogue words.

    Args:
        block: what is offered.
        language: of the window.
        name: what it is called.
        sentence: what it is for.
        icon: name in the icon font.
        colour: of a phase.
        more: a second line.
    """
    return Offer(
        block,
        name.in_language(language),
        sentence.in_language(language) if sentence is not None else "",
        icon,
        colour,
        more,
        names=(name.en, name.de),
        sentences=(sentence.en, sentence.de) if sentence is not None else (),
    )
