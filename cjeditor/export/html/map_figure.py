"""The map on a page: cards as texts at the places of the layout, the rest as a drawing around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cjeditor.export.card_parts import CardParts, Words, parts_of
from cjeditor.export.card_words import called, sentence_about
from cjeditor.export.content import Content
from cjeditor.export.html.markup import Palette, drawing, element, number, said
from cjeditor.export.svg import definitions, shown
from cjeditor.export.views import Placed, View
from cjeditor.layout.arrangement import CardBox
from cjeditor.layout.primitives import Image, Primitive, Text
from cjeditor.layout.theme import INVITATION
from cjeditor.layout.whole_map import Drawing
from cjeditor.model.project import Asset

UNIT = "--u"
"""The variable of the style sheet that is one pixel of the layout: the map grows and shrinks with it."""


class Figure(NamedTuple):
    """What stands in the page, the rules that say where, and what the drawings on the page refer to."""

    markup: str
    rules: str
    definitions: str


def map_figure(drawn: Drawing, subject: Content, palette: Palette, pictures: Mapping[str, Asset]) -> Figure:
    """The map; each card leads to its row in the table."""
    cards = [(x, y, box, parts_of(box)) for x, y, box in drawn.cards]
    below = (*drawn.back, *drawn.clipped, *drawn.links)
    around = (*below, *drawn.front)
    views = (
        View([Placed(0, 0, _visible(around))]),
        *(View([Placed(0, 0, (parts.ground, *parts.rest))]) for _x, _y, _box, parts in cards),
    )
    views, sizes = shown(views, pictures)
    ground = [shape for shape in _visible(below) if not isinstance(shape, Image)]
    above, *looks = (view.placed[0].shapes for view in views)
    front = above[len(_visible(below)) :]
    size = (drawn.width, drawn.height)
    rules = [f".map{{width:{_length(drawn.width)};height:{_length(drawn.height)}}}"]
    items = []
    for (x, y, box, parts), look in zip(cards, looks, strict=True):
        items.append(_card(box, parts, look, subject, palette))
        rules.append(_place(f"#m{box.record.number}", x, y, box.width, box.height))
        if parts.words is not None:
            rules.append(_words_rule(f"#m{box.record.number} .w", parts.words))
    markup = (
        drawing(ground, *size, palette, {"class": "ground", "aria-hidden": "true"})
        + element("ol", "".join(items), {"class": "cards"})
        + drawing(front, *size, palette, {"class": "front", "aria-hidden": "true"})
    )
    return Figure(element("div", markup, {"class": "map"}), "".join(rules), definitions(views, pictures, sizes))


def _card(box: CardBox, parts: CardParts, look: Sequence[Primitive], subject: Content, palette: Palette) -> str:
    picture = drawing(look, box.width, box.height, palette, {"aria-hidden": "true"})
    words = ""
    if parts.words is not None:
        words = element("span", said(parts.words.text), {"class": "w", "dir": "auto"})
    record = box.record
    link = {
        "href": f"#c{record.number}",
        "aria-label": sentence_about(record, subject),
        "title": called(record, subject),
    }
    return element("li", element("a", picture + words, link), {"id": f"m{record.number}", "class": "card"})


def _place(selector: str, x: float, y: float, width: float, height: float) -> str:
    sides = {"left": x, "top": y, "width": width, "height": height}
    return f"{selector}{{{';'.join(f'{name}:{_length(value)}' for name, value in sides.items())}}}"


def _words_rule(selector: str, words: Words) -> str:
    """A card's text in its box, in as many lines as the layout gave it: a browser may break them elsewhere."""
    weight = 500 if words.face == "medium" else 400
    look = {
        "left": _length(words.x),
        "top": _length(words.y),
        "width": _length(words.width),
        "max-height": _length(words.height),
        "font-size": _length(words.size),
        "line-height": _length(words.line),
        "font-weight": str(weight),
        "-webkit-line-clamp": str(words.lines),
    }
    return f"{selector}{{{';'.join(f'{name}:{value}' for name, value in look.items())}}}"


def _length(pixels: float) -> str:
    return f"calc(var({UNIT})*{number(pixels)})"


def _visible(shapes: Sequence[Primitive]) -> list[Primitive]:
    """Without words for those who have a mouse."""
    return [one for one in shapes if not (isinstance(one, Text) and one.colour == INVITATION)]
