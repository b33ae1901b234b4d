"""Rules of the journey check about what is written: links, duplicates, texts that are cut off."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from cjeditor.analysis.check.found import Found
from cjeditor.analysis.check.reading import Reading, first_line
from cjeditor.model.cards import Card, Touchpoint
from cjeditor.model.thoughts import same_as

SCHEMES: Final = ("http", "https", "mailto")
LONGEST_LINK: Final = 2_000

_NOT_IN_LINKS = re.compile(r"[\x00-\x20\x7f-\x9f\\<>\"{}|^`]")
_HOST = re.compile(r"(?=.{1,253}$)([^\W_]([\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,63}\.?|localhost|\d{1,3}(\.\d{1,3}){3}")
_MAIL = re.compile(r"[^@\s]{1,64}@[^@\s]+\.[^@\s.]{2,63}")
_NO_TEXT = ("image",)


def dead_link(reading: Reading) -> Iterator[Found]:
    """A web link has the wrong form; one that only lacks its beginning can be mended. The network is not asked."""
    for each in reading.touchpoints:
        for link in each.web_links:
            said = link.strip()
            if not said or is_link(said):
                continue
            lacks_beginning = is_link(f"https://{said}") and "." in said and ":" not in said.partition("/")[0]
            yield Found(each.id, "scheme" if lacks_beginning else "", {"link": said}, is_mendable=lacks_beginning)


def is_link(text: str) -> bool:
    """Whether this has the form of an address of the web, or of a mail with ``mailto:`` before it."""
    if len(text) > LONGEST_LINK or _NOT_IN_LINKS.search(text):
        return False
    if text.lower().startswith("www."):
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname or "", parts.port
    except ValueError:  # brackets or a port that are none
        return False
    if parts.scheme == "mailto":
        return _MAIL.fullmatch(parts.path) is not None
    return parts.scheme in SCHEMES and (_HOST.fullmatch(host) is not None or ":" in host)


def duplicate_cards(reading: Reading) -> Iterator[Found]:
    """Cards of one kind and persona in a phase, of one channel where they have one, say the same in the same words."""
    for cards in reading.by_phase.values():
        groups: defaultdict[tuple[str, str, str, str], list[Card]] = defaultdict(list)
        for each in cards:
            text = same_as(_text(each))
            if text:
                groups[_kind(each), each.persona or "", getattr(each, "channel", "") or "", text].append(each)
        for first, *others in groups.values():
            for other in others:
                yield Found(other.id, "", {"other": first.id}, others=(first.id,), is_mendable=True)


def too_long_to_print(reading: Reading) -> Iterator[Found]:
    """The printed map cuts off the title of a touchpoint or the text of a note."""
    held = Counter((each.step, each.lane) for each in reading.cards)
    for each in reading.cards:
        if isinstance(each, Touchpoint) or each.kind not in _NO_TEXT:
            width, alone = reading.steps[each.step].min_width, held[each.step, each.lane] == 1
            lines = reading.lines_left(each, float(width), alone)
            if lines:
                yield Found(each.id, "", {"n": lines})


def _text(card: Card) -> str:
    return first_line((card.title, card.description)) if isinstance(card, Touchpoint) else card.text


def _kind(card: Card) -> str:
    return "touchpoint" if isinstance(card, Touchpoint) else card.kind
