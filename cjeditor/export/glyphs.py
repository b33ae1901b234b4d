"""Which characters our fonts can draw, and what stands in for the others, so that no text is lost without a word.

Arabic and Hebrew are put in the order in which they are drawn (Unicode Standard Annex 9), Arabic letters in the forms
that their neighbours ask for.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import Final, NamedTuple

from cjeditor.export.other_fonts import OtherFont, font_for
from cjeditor.layout.direction import leads_left
from cjeditor.layout.icons import icon_character
from cjeditor.layout.measure import has_glyph, text_width
from cjeditor.layout.primitives import Face
from cjeditor.model.problem import Problem

MISSING: Final = "\u25a1"
"""A hollow box: what stands for a character that neither font has."""

_SHOWN_IN_REPORT = 12

_INVISIBLE: Final = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U0001f3fb-\U0001f3ff]"
)
"""Joiners, soft hyphens, direction marks, and tones of skin, which one colour cannot show; Lato would print some of
them as hyphens or boxes."""

_PLAIN: Final = {
    "\u2011": "-",
    "\u2010": "-",
    "\u2012": "–",
    "\u2015": "—",
    "\u02bc": "’",
    "\u2023": "•",
    "\u25aa": "•",
    "\u25b8": "›",
    "\u25ba": "›",
    "\u2794": "→",
    "\u27a1": "→",
    "\u21d2": "→",
    "\u2b50": "★",
    "\ufffd": MISSING,
}
"""Characters that Lato lacks, with ones that it has and that mean the same."""

_ICONS: Final = {
    "★": "star",
    "☆": "star",
    "⭐": "star",
    "🌟": "star",
    "⚠": "warning",
    "✓": "check",
    "✔": "check",
    "✅": "check-square",
    "☑": "check-square",
    "☐": "square",
    "✗": "x",
    "✘": "x",
    "❌": "x",
    "❤": "heart",
    "♥": "heart",
    "💙": "heart",
    "👍": "thumbs-up",
    "👎": "thumbs-down",
    "👏": "hands-clapping",
    "😀": "smiley",
    "😃": "smiley",
    "😄": "smiley",
    "😊": "smiley",
    "🙂": "smiley",
    "😉": "smiley-wink",
    "😐": "smiley-meh",
    "🙁": "smiley-sad",
    "😞": "smiley-sad",
    "😢": "smiley-sad",
    "😭": "smiley-sad",
    "😠": "smiley-x-eyes",
    "😡": "smiley-x-eyes",
    "😕": "smiley-nervous",
    "😱": "smiley-nervous",
    "☹": "smiley-sad",
    "☺": "smiley",
    "💡": "lightbulb",
    "🔥": "fire",
    "🎉": "sparkle",
    "🚀": "rocket",
    "🏠": "house",
    "🏡": "house",
    "🏦": "bank",
    "📞": "phone",
    "☎": "phone",
    "📱": "device-mobile",
    "💻": "laptop",
    "📧": "envelope",
    "✉": "envelope",
    "📝": "note-pencil",
    "📅": "calendar",
    "⏰": "alarm",
    "⌛": "hourglass",
    "⏳": "hourglass",
    "⏱": "timer",
    "💰": "money",
    "💶": "currency-eur",
    "🛒": "shopping-cart",
    "🔒": "lock",
    "🔍": "magnifying-glass",
    "❓": "question",
    "❗": "warning-circle",
    "⚡": "lightning",
    "🎯": "target",
    "👥": "users",
    "👤": "user",
    "👪": "users-three",
    "🚗": "car",
    "✨": "sparkle",
    "🏆": "trophy",
    "🎁": "gift",
    "⏸": "pause",
    "◔": "circle-half",
    "◑": "circle-half",
    "⏵": "play",
}
"""Signs and emoji that Lato lacks, with icons of the icon font that mean the same."""


_TO_THE_LEFT: Final = frozenset({"R", "AL"})
"""Bidirectional classes of letters that are written from right to left."""


class Run(NamedTuple):
    """A stretch of a line in one face. `stands_for` is the text it replaces, or empty where it is that text."""

    face: Face | OtherFont
    text: str
    stands_for: str

    def width(self, size: float) -> float:
        """Its advance at a size."""
        face = self.face
        return face.width(self.text) * size if isinstance(face, OtherFont) else text_width(self.text, face, size)


def drawn(text: str, face: Face) -> tuple[Run, ...]:
    """One line of text as runs from left to right, in the order and in the forms in which it is drawn.

    Readers of PDF files expect that order, and turn what is written to the left themselves.
    """
    if face == "icon" or not _leads_left(text):
        return runs(text, face)
    # Imported here: what it loads few documents need.
    from cjeditor.export.right_to_left import in_drawn_order  # noqa: PLC0415

    # The first letter tells which way the line leads, or the mark before it where that differs from its paragraph.
    said = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return runs(in_drawn_order(said, to_the_left=leads_left(text)), face)


def runs(text: str, face: Face) -> tuple[Run, ...]:
    """Split one line of text, in the order in which it is drawn, into runs that our fonts can draw.

    Characters without a glyph become others that mean the same, an icon, a glyph of another font, or `MISSING`.
    Invisible characters go.
    """
    if face == "icon":
        return (Run("icon", text, ""),)
    if _plain(text, face):
        return (Run(face, text, ""),)
    found: list[Run] = []
    for character in unicodedata.normalize("NFC", text):
        shown = _shown(character, face)
        if shown is None:
            continue
        last = found[-1] if found else None
        if last is not None and last.face == shown.face and bool(last.stands_for) == bool(shown.stands_for):
            found[-1] = Run(last.face, last.text + shown.text, last.stands_for + shown.stands_for)
        else:
            found.append(shown)
    return tuple(found)


def missing(text: str, face: Face = "regular") -> Counter[str]:
    """The characters of `text` that print as `MISSING`, each with how often it occurs."""
    if _plain(text, face):
        return Counter()
    normal = unicodedata.normalize("NFC", text)
    if _leads_left(normal):
        # Imported here: what it loads few documents need.
        from cjeditor.export.right_to_left import alone  # noqa: PLC0415

        # Letters are looked for in the forms they take; what is missing is named as it was typed.
        normal = "".join(one for one in normal if _is_lost(alone(one), face))
    return Counter(character for character in normal if character > " " and _is_lost(character, face))


def loss(lost: Counter[str]) -> tuple[Problem, ...]:
    """What to tell the user about characters that could not be printed: nothing, or one problem."""
    if not lost:
        return ()
    characters = " ".join(_named(character) for character, _ in lost.most_common(_SHOWN_IN_REPORT))
    more = " …" if len(lost) > _SHOWN_IN_REPORT else ""
    # How many different ones: how often they were drawn says nothing, titles stand on every page.
    return (Problem("export-glyphs-missing", params={"count": len(lost), "characters": characters + more}),)


def _named(character: str) -> str:
    """The character, or its number where a terminal or dialog would show nothing."""
    return character if character.isprintable() else f"U+{ord(character):04X}"


@lru_cache(maxsize=8_000)
def _plain(text: str, face: Face) -> bool:
    """Whether the face draws all of the text as it stands."""
    if _INVISIBLE.search(text) or not unicodedata.is_normalized("NFC", text):
        return False
    return all(has_glyph(character, face) for character in set(text))


@lru_cache(maxsize=8_000)
def _leads_left(text: str) -> bool:
    """Whether any of it is written from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(one) in _TO_THE_LEFT for one in text)


@lru_cache(maxsize=4_000)
def _is_lost(character: str, face: Face) -> bool:
    shown = _shown(character, face)
    return shown is not None and shown.text == MISSING and character != MISSING


@lru_cache(maxsize=4_000)
def _shown(character: str, face: Face) -> Run | None:
    """What is drawn for one character; None where it is invisible anyway."""
    if _INVISIBLE.match(character):
        return None
    if has_glyph(character, face):
        return Run(face, character, "")
    if character in "\t\n\r\x0b\x0c\x85\u2028\u2029":
        return Run(face, " ", "")
    if unicodedata.category(character) in ("Cf", "Cc", "Mn", "Me"):
        return None
    plain = _PLAIN.get(character, "")
    if plain and has_glyph(plain, face):
        return Run(face, plain, character)
    if character in _ICONS:
        return Run("icon", icon_character(_ICONS[character]), character)
    same = unicodedata.normalize("NFKC", character)
    if same != character and all(has_glyph(one, face) for one in same):
        return Run(face, same, character)
    other = font_for(character)
    if other is None:
        return Run(face, MISSING, character)
    # Beyond the first plane reportlab tells readers another code point than the one that is drawn.
    return Run(other, character, character if ord(character) > 0xFFFF else "")
