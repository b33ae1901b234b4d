"""The room view in words, for those who hear it."""

from __future__ import annotations

from collections.abc import Iterator

from cjeditor.layout.room.content import RoomContent
from cjeditor.layout.room.page import RoomLayout
from cjeditor.model.cards import Card, Touchpoint
from cjeditor.texts import Texts
from cjeditor.window.plain import one_line
from cjeditor.window.room_view.showing import Shown


def read_aloud(layout: RoomLayout, number: int, shown: Shown, words: Texts) -> str:
    """Return what a page says: the question, the phase, which page it is, and its cards by number.

    Args:
        layout: the phase.
        number: of the page, from 0.
        shown: whether it is black, frozen or has a spotlight.
        words: of the windows.
    """
    if shown.black:
        return words.t("The room view is black.")
    return "\n".join(one_line(line) for line in _lines(layout, number, shown, words) if line)


def _lines(layout: RoomLayout, number: int, shown: Shown, words: Texts) -> Iterator[str]:
    content = layout.content
    if shown.frozen is not None:
        yield words.t("The room view is frozen.")
    yield content.headline
    yield content.subline
    if content.poll is not None:
        cast, expected = content.poll
        yield (
            words.t("{n} of {count} have voted", n=words.number(cast), count=words.number(expected))
            if expected
            else words.tn("{n} person has voted", "{n} people have voted", cast)
        )
    for place, phase in enumerate(content.phases, 1):
        if phase.id == content.current:
            yield f"{place} {phase.name or words.t('Unnamed phase')}"
    if len(layout.pages) > 1:
        yield words.t("Page {number} of {count}", number=number + 1, count=len(layout.pages))
    if content.ranking is not None:
        for line in layout.pages[number].ranking:
            dots = words.tn("{n} dot", "{n} dots", line.dots)
            yield f"{line.rank}. {words.t('Card {number}', number=line.number)}: {line.title}, {dots}"
        return
    yield from _instead(content, words)
    for placed in layout.pages[number].cards:
        lit = shown.spotlight is not None and shown.spotlight.id == placed.card.id
        said = f"{placed.card.number} {_title(placed.card)}"
        yield words.t("In the spotlight: {card}", card=said) if lit else said


def _instead(content: RoomContent, words: Texts) -> Iterator[str]:
    """What stands where no card is."""
    if content.persona is not None:
        yield content.persona.name
        yield content.persona.type
    elif not content.lanes and (content.current or not content.phases):
        yield words.t("No cards in this phase yet.") if content.phases else words.t("This map has no phases yet.")


def _title(card: Card) -> str:
    return card.title if isinstance(card, Touchpoint) else card.text
