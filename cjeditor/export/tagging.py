"""Saying of pieces that are set already what they are to those who have a page read aloud."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from cjeditor.export.typeset import Piece
from cjeditor.layout.primitives import Primitive, Text
from cjeditor.layout.tags import DECORATION, Tag


def within(pieces: Iterable[Piece], whole: Tag) -> tuple[Piece, ...]:
    """The pieces as parts of a whole, such as a cell of a table: what they are already they stay in it."""
    return tuple(Piece(piece.height, tuple(_within(shape, whole) for shape in piece.shapes)) for piece in pieces)


def item(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces as one item of a list, which it makes with those that are read right before and after it."""
    return within(pieces, Tag("LI"))


def decoration(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces as nothing to read, such as a heading that stands again on the next page."""
    return tuple(Piece(piece.height, tuple(_unread(shape) for shape in piece.shapes)) for piece in pieces)


def as_figure(shapes: Iterable[Primitive], said: str) -> tuple[Primitive, ...]:
    """Shapes as one figure of which `said` is read, and nothing that is written in it."""
    tag = Tag("Figure", said=" ".join(said.split()))
    return tuple(replace(shape, tag=tag) for shape in shapes)


def cells(row: Iterable[tuple[Piece, ...]], table: Tag, role: Literal["TH", "TD"] = "TD") -> list[tuple[Piece, ...]]:
    """The cells of a new row of a table, as such; an empty one counts, too."""
    line = Tag("TR", table)
    made = list(row)
    line.parts = tuple(Tag(role, line) for _ in made)
    return [within(pieces, tag) for pieces, tag in zip(made, line.parts, strict=True)]


def spanning(pieces: Iterable[Piece], table: Tag, columns: int) -> tuple[Piece, ...]:
    """The heading of the rows that follow, over all columns of a table."""
    return within(pieces, Tag("TH", Tag("TR", table), columns=columns))


def _unread(shape: Primitive) -> Primitive:
    # What is not text is read in figures only.
    return replace(shape, tag=DECORATION) if isinstance(shape, Text) or shape.tag is not None else shape


def _within(shape: Primitive, whole: Tag) -> Primitive:
    if shape.tag is not None:
        return shape if shape.tag.put_into(whole) else replace(shape, tag=Tag(shape.tag.role, whole))
    return replace(shape, tag=whole) if isinstance(shape, Text) and shape.face != "icon" else shape
