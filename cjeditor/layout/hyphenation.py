"""Where a word may be hyphenated, by its language's patterns.

The method is F. M. Liang's ("Word Hy-phen-a-tion by Com-put-er", Stanford 1983). The patterns are those of the TeX
hyphenation project; the German ones know the joints of compounds, which the dictionaries of office programs often miss
("Kreditent-scheidung").
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache

from cjeditor import resources

_LANGUAGES = ("de", "en")
_LEAST = 3
"""Letters that stay together at either end of a word."""
_LONGEST_PATTERN = 12
_LETTERS = re.compile(r"[^\W\d_]+")


def hyphenation_points(word: str, language: str) -> list[int]:
    """Before which characters (counted from 0, rising) a hyphen may be set; English rules where there are no own."""
    patterns = _patterns(language if language in _LANGUAGES else "en")
    return [match.start() + point for match in _LETTERS.finditer(word) for point in _points(match[0], patterns)]


def _points(letters: str, patterns: Mapping[str, str]) -> list[int]:
    if len(letters) < 2 * _LEAST or letters.isupper():
        return []
    framed = f".{letters.lower()}."
    if len(framed) != len(letters) + 2:  # a letter whose small form is two characters long
        return []
    levels = ["0"] * (len(framed) + 1)
    for start in range(len(framed)):
        for end in range(start + 1, min(len(framed), start + _LONGEST_PATTERN) + 1):
            pattern = patterns.get(framed[start:end])
            if pattern is not None:
                for place, level in enumerate(pattern, start):
                    levels[place] = max(levels[place], level)
    return [i for i in range(_LEAST, len(letters) - _LEAST + 1) if levels[i + 1] in "13579"]


@cache
def _patterns(language: str) -> Mapping[str, str]:
    """The patterns as letters (a dot is the word's edge) and one digit for the place before each of them and behind."""
    patterns: Mapping[str, str] = json.loads(resources.text(f"hyphenation/{language}.json"))
    return patterns
