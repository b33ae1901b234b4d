"""The part that shows the personas of the map, the lead first."""

from __future__ import annotations

from cjeditor.export.content import Content
from cjeditor.export.pdf.book import Book
from cjeditor.export.pdf.persona_page import BETWEEN, cut_texts, persona_pieces
from cjeditor.export.pdf.sheets import Flow
from cjeditor.export.typeset import BODY, SUBHEADING, Piece, height_of, paragraph
from cjeditor.model.project import Persona

_HEADED = 34.0
"""What the heading takes."""
_NEXT = 28.0


def add(book: Book) -> None:
    """Add the personas, as many to a page as it holds; nothing where the map has none."""
    content = book.content
    found = personas_of(content)
    if not found:
        return
    width = book.frame.inner_width
    pieces = [persona_pieces(one, width, content) for one in found]
    title = content.words.t("Persona") if len(found) == 1 else content.words.t("Personas and strategy")
    flow = book.begin(title, _height(pieces[0]) + _HEADED)
    flow.y += 6.0
    for at, (persona, some) in enumerate(zip(found, pieces, strict=True)):
        if at:
            flow.y += _NEXT
            _keep_together(flow, some)
        _put(flow, some)
        _in_full(flow, persona, content)


def personas_of(content: Content) -> list[Persona]:
    """The lead persona of the map, then those that are laid over it."""
    ids = dict.fromkeys((content.journey.lead_persona or "", *content.journey.overlaid_personas))
    return [content.personas[one] for one in ids if one in content.personas]


def _keep_together(flow: Flow, some: tuple[Piece, ...]) -> None:
    """Begin a page where a persona does not fit on this one, unless it is higher than any."""
    if _height(some) <= flow.frame.inner_height:
        flow.need(_height(some))


def _put(flow: Flow, some: tuple[Piece, ...]) -> None:
    for at, piece in enumerate(some):
        flow.y += BETWEEN if at else 0.0
        flow.need(piece.height)
        flow.put(piece)


def _height(some: tuple[Piece, ...]) -> float:
    return height_of(some) + BETWEEN * (len(some) - 1)


def _in_full(flow: Flow, persona: Persona, content: Content) -> None:
    """What the page had to shorten."""
    width, language = flow.frame.inner_width, content.words.language
    for name, text in cut_texts(persona, content, width):
        flow.y += 12.0
        flow.need(SUBHEADING.line + 3 * BODY.line)
        for piece in (*paragraph(name, SUBHEADING, width, language), *paragraph(text, BODY, width, language)):
            flow.need(piece.height)
            flow.put(piece)
