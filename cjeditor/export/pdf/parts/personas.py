"""The part that shows the personas of the map, the lead first."""

from __future__ import annotations

from cjeditor.export.content import Content
from cjeditor.export.pdf.book import Book
from cjeditor.export.pdf.persona_page import cut_texts, persona_piece
from cjeditor.export.pdf.sheets import Flow
from cjeditor.export.typeset import BODY, SUBHEADING, paragraph
from cjeditor.model.project import Persona

_HEADED = 34.0
"""What the heading takes."""
_BETWEEN = 28.0


def add(book: Book) -> None:
    """Add the personas, as many to a page as it holds; nothing where the map has none."""
    content = book.content
    found = personas_of(content)
    if not found:
        return
    width = book.frame.inner_width
    pieces = [persona_piece(one, width, content) for one in found]
    title = content.words.t("Persona") if len(found) == 1 else content.words.t("Personas and strategy")
    flow = book.begin(title, pieces[0].height + _HEADED)
    flow.y += 6.0
    for at, (persona, piece) in enumerate(zip(found, pieces, strict=True)):
        flow.y += _BETWEEN if at else 0.0
        flow.need(piece.height)
        flow.put(piece)
        _in_full(flow, persona, content)


def personas_of(content: Content) -> list[Persona]:
    """The lead persona of the map, then those that are laid over it."""
    ids = dict.fromkeys((content.journey.lead_persona or "", *content.journey.overlaid_personas))
    return [content.personas[one] for one in ids if one in content.personas]


def _in_full(flow: Flow, persona: Persona, content: Content) -> None:
    """What the page had to shorten."""
    width, language = flow.frame.inner_width, content.words.language
    for name, text in cut_texts(persona, content, width):
        flow.y += 12.0
        flow.need(SUBHEADING.line + 3 * BODY.line)
        for piece in (*paragraph(name, SUBHEADING, width, language), *paragraph(text, BODY, width, language)):
            flow.need(piece.height)
            flow.put(piece)
