"""Notes on the tint of their kind, as they lie on the map."""

from __future__ import annotations

from cjeditor.catalogue.note_kinds import note_kind
from cjeditor.export.typeset import BODY, META, Piece, height_of, paragraph, space, stacked
from cjeditor.layout.icons import icon
from cjeditor.layout.primitives import Rect
from cjeditor.layout.theme import note_style
from cjeditor.model.fields import NoteKind

_INDENT = 24.0
_EDGE = 2.5
PADDING = 4.0
"""Above and below the text, inside the tint."""
_RIGHT = 6.0
_ICON = 10.0
_MOST_WHOLE = 12
"""Lines: more are a piece each, with their own stretch of the ground, so that a page may end between them."""


def tinted(
    kind: NoteKind,
    text: str,
    foot: str,
    width: float,
    language: str,
    *,
    max_lines: int = 100_000,
    padding: float = PADDING,
) -> tuple[Piece, ...]:
    """A note of a kind `width` wide: its icon and text in `max_lines`, and what stands small below, if anything."""
    inner = width - _RIGHT
    lines = paragraph(text if text.strip() else "–", BODY, inner, language, max_lines=max_lines, indent=_INDENT)
    lines += paragraph(foot, META, inner, language, indent=_INDENT)
    sign = icon(note_kind(kind).icon, 9.0, (BODY.line - _ICON) / 2, _ICON, "text")
    first = Piece(lines[0].height, (sign, *lines[0].shapes))
    padded = (space(padding), first, *lines[1:], space(padding))
    if len(lines) <= _MOST_WHOLE:
        height = height_of(padded)
        return (Piece(height, (*_ground(kind, width, height), *stacked(padded, 0, 0))),)
    head, *middle, last, end = padded[1:]
    top = (padded[0], head)
    joined = (
        Piece(height_of(top), tuple(stacked(top, 0, 0))),
        *middle,
        Piece(last.height + end.height, last.shapes),
    )
    return tuple(Piece(one.height, (*_ground(kind, width, one.height), *one.shapes)) for one in joined)


def _ground(kind: NoteKind, width: float, height: float) -> tuple[Rect, Rect]:
    style = note_style(kind)
    return (
        Rect(0, 0, width, height, fill=f"note.{style}"),
        Rect(0, 0, _EDGE, height, fill=f"edge.{style}"),
    )
