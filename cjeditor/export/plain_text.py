"""Texts of a project as other programs may have them: nothing that XML cannot hold or that turns what follows."""

from __future__ import annotations

import re
from typing import Final

_NOT_XML: Final = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONTROLS: Final = re.compile(r"[\x7f-\x9f\u2028\u2029]")
_TABS: Final = re.compile(r"[\t\r]")
_OPEN_EMBEDDING: Final = frozenset("\u202a\u202b\u202d\u202e")
_OPEN_ISOLATE: Final = frozenset("\u2066\u2067\u2068")
_END_EMBEDDING: Final = "\u202c"
_END_ISOLATE: Final = "\u2069"


def clean(text: str) -> str:
    """The text without what XML cannot hold; line feeds stay, and each line ends the turns of direction it began."""
    text = _CONTROLS.sub("\ufffd", _NOT_XML.sub("\ufffd", text))
    return "\n".join(map(_closed, _TABS.sub(" ", text.replace("\r\n", "\n")).split("\n")))


def one_line(text: str) -> str:
    """The same in a single line, with one space where there were more."""
    return _closed(" ".join(clean(text).split()))


def _closed(line: str) -> str:
    """The line with an end for each turn of direction that it leaves open."""
    ends: list[str] = []
    for character in line:
        if character in _OPEN_EMBEDDING:
            ends.append(_END_EMBEDDING)
        elif character in _OPEN_ISOLATE:
            ends.append(_END_ISOLATE)
        elif ends and character == ends[-1]:
            ends.pop()
    return line + "".join(reversed(ends))
