"""How a map's corner looks: its persona with portrait or initials, name and type, and the mark of a hypothesis."""

from __future__ import annotations

from math import floor

from cjeditor.layout.breaking import break_lines, elide
from cjeditor.layout.draw_card import text
from cjeditor.layout.icons import icon
from cjeditor.layout.measure import text_width
from cjeditor.layout.metrics import META_LINE, META_SIZE, TITLE_LINE, TITLE_SIZE, baseline
from cjeditor.layout.primitives import Image, Primitive, Rect, Text, circle
from cjeditor.model.project import Persona, Slider
from cjeditor.texts import Texts

_LEFT = 12.0
"""As the names of the lanes below."""
_GAP = 8.0
_LARGEST_DISC, _SMALLEST_DISC = 40.0, 28.0
_MARK = 12.0
_LONGEST_NAME = 400
"""Characters: more of a name is never looked at."""


def initials(name: str) -> str:
    """The first letters of the first and the last word that have any, as capitals; empty where there are none."""
    letters = [word[0].upper() for word in name[:_LONGEST_NAME].split() if word[0].isalpha()]
    # An ß or a ligature has two capitals.
    return "".join(letter[0] for letter in (letters if len(letters) < 2 else (letters[0], letters[-1])))


def slider_in_words(slider: Slider) -> str:
    """A trait on one line: its poles with the value, 0 to 100, between them."""
    left, right = " ".join(slider.left.split()), " ".join(slider.right.split())
    return f"{left} ← {slider.value} → {right}".strip()


def portrait(persona: Persona, x: float, y: float, size: float) -> tuple[Primitive, ...]:
    """The persona's picture as a disc `size` wide, its top left corner at (`x`, `y`); without one the initials."""
    if persona.portrait is not None:
        return (Image(x, y, size, size, persona.portrait, size / 2),)
    shown = initials(persona.name)
    high = size * 0.38
    width = text_width(shown, "semibold", high)
    disc = circle(x + size / 2, y + size / 2, size / 2, fill="selection.fill")
    if not shown:
        return (disc,)
    left = x + (size - width) / 2
    return (disc, Text(left, baseline(y, size, high), shown, "semibold", high, "primary", width))


def persona_card(
    persona: Persona, width: float, height: float, words: Texts, hypothesis: float | None = None
) -> tuple[Primitive, ...]:
    """Portrait, name and type in a box `width` × `height`; the name takes a second line where there is room.

    Of a map that is a hypothesis, `hypothesis` is the share of what is backed; its mark stands below, rather than the
    type where both have no room.
    """
    size = max(_SMALLEST_DISC, min(_LARGEST_DISC, height - 8))
    left = _LEFT + size + _GAP
    room = width - left - 4
    marked = META_LINE if hypothesis is not None else 0.0
    kind = " ".join(persona.type[:_LONGEST_NAME].split()) if height >= TITLE_LINE + META_LINE + marked else ""
    below = (META_LINE if kind else 0.0) + marked
    name = " ".join(persona.name[:_LONGEST_NAME].split()) or words.t("Unnamed persona")
    most = 2 if height >= 2 * TITLE_LINE + below else 1
    if most == 1:
        lines: tuple[str, ...] = (elide(name, "semibold", TITLE_SIZE, room),)
    else:
        lines = break_lines(name, "semibold", TITLE_SIZE, room, max_lines=most, language=words.language)
    y = max(0.0, (height - len(lines) * TITLE_LINE - below) / 2)
    shapes = [*portrait(persona, _LEFT, max(0.0, (height - size) / 2), size)]
    for line in lines:
        shapes.append(text(left, baseline(y, TITLE_LINE, TITLE_SIZE), line, "semibold", TITLE_SIZE, "text"))
        y += TITLE_LINE
    if kind:
        shown = elide(kind, "regular", META_SIZE, room)
        shapes.append(text(left, baseline(y, META_LINE, META_SIZE), shown, "regular", META_SIZE, "secondary"))
        y += META_LINE
    if hypothesis is not None:
        shapes += hypothesis_mark(hypothesis, left, y, room, words)
    return tuple(shapes)


def hypothesis_mark(share: float, x: float, y: float, room: float, words: Texts) -> tuple[Primitive, ...]:
    """That a map is a hypothesis, with the share of what is backed by research, on a line that begins at (`x`, `y`)."""
    said = words.t("Hypothesis, {share} backed", share=words.percent(floor(share)))
    if text_width(said, "semibold", META_SIZE) > room - _MARK - 4:
        said = words.t("Hypothesis")
    shown = elide(said, "semibold", META_SIZE, room - _MARK - 4)
    base = baseline(y, META_LINE, META_SIZE)
    return (
        icon("flask", x, y + (META_LINE - _MARK) / 2, _MARK, "warning"),
        text(x + _MARK + 4, base, shown, "semibold", META_SIZE, "warning"),
    )


def hypothesis_in_words(share: float | None, words: Texts) -> str:
    """What the mark means; empty for a map that is none."""
    if share is None:
        return ""
    return words.t(
        "A hypothesis: {share} of what this map claims is backed by research", share=words.percent(floor(share))
    )


def hypothesis_alone(share: float, height: float, width: float, words: Texts) -> tuple[Primitive, ...]:
    """The mark in a corner `width` × `height` without a persona, on paper."""
    return hypothesis_mark(share, _LEFT, max(0.0, (height - META_LINE) / 2), width - _LEFT - 4, words)


def persona_invitation(
    width: float, height: float, words: Texts, hypothesis: float | None = None
) -> tuple[Primitive, ...]:
    """What stands in the corner of a map without a lead persona, on screen only; `hypothesis` as in `persona_card`."""
    size = max(_SMALLEST_DISC, min(_LARGEST_DISC, height - 8))
    top, middle = max(0.0, (height - size) / 2), height / 2
    ring = Rect(_LEFT + 0.5, top + 0.5, size - 1, size - 1, stroke="rule.strong", radius=size / 2, dash=(3.0, 3.0))
    mark = icon("user-plus", _LEFT + (size - 16) / 2, middle - 8, 16, "secondary")
    left = _LEFT + size + _GAP
    marked = hypothesis is not None
    most = 1 if marked and height < 3 * META_LINE else 2
    lines = break_lines(
        words.t("Add persona…"), "regular", META_SIZE + 1, width - left - 4, max_lines=most, language=words.language
    )
    y = middle - (len(lines) + marked) * META_LINE / 2
    shapes: list[Primitive] = [ring, mark]
    for line in lines:
        base = baseline(y, META_LINE, META_SIZE + 1)
        shapes.append(text(left, base, line, "regular", META_SIZE + 1, "secondary"))
        y += META_LINE
    if hypothesis is not None:
        shapes += hypothesis_mark(hypothesis, left, y, width - left - 4, words)
    return tuple(shapes)
