"""The part that says on one page what the map is for: its message, whose journey it is, and what is to be decided."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor
from typing import Final

from cjeditor.analysis.drops import drops
from cjeditor.analysis.evidence import evidence_figures
from cjeditor.analysis.pain import pain_scores
from cjeditor.analysis.tracing import actions_for
from cjeditor.export.content import Content
from cjeditor.export.pdf.big_numbers import BigNumber, big_numbers
from cjeditor.export.pdf.book import Book
from cjeditor.export.pdf.brand_sign import brand_sign
from cjeditor.export.pdf.decision import decision_box
from cjeditor.export.pdf.introduction import WHO_GAP, Fitting, badge, who
from cjeditor.export.pdf.journey_curve import BAND, felt_along, journey_curve
from cjeditor.export.pdf.sheets import Bookmark, Frame, Sheet
from cjeditor.export.typeset import FINDING, LEAD, TITLE, Piece, height_of, paragraph, space, stacked

_TEXT_SHARE: Final = 0.8
_MESSAGE_LINES, _TITLE_LINES, _LEAD_LINES = 4, 2, 5
_LOWEST_CURVE, _HIGHEST_CURVE = 84.0, 190.0
_GAP: Final = 18.0
_WIDE: Final = 600.0
"""Points: on a wider page the person and the decision stand side by side."""
_PERSON_SHARE: Final = 0.46
_COLUMN_GAP: Final = 24.0


def add(book: Book) -> None:
    """Add the page of the message."""
    book.add([message_sheet(book.frame, book.content)])


def message_sheet(frame: Frame, content: Content) -> Sheet:
    """The page: what was found as its headline, the map's title below, then person, figures, decision and curve."""
    width = frame.inner_width
    fitting = Fitting(content.words.language)
    felt = felt_along(content)
    curve = _LOWEST_CURVE + BAND if len(felt) > 1 else 0.0
    numbers = big_numbers(tuple(_figures(content)), width, content.words.language)
    if width > _WIDE:
        below = [_beside(content, width, fitting), numbers]
    else:
        below = [who(content, width, fitting), numbers, decision_box(content, width)]
    parts = [part for part in below if part]
    room = frame.inner_height - sum(map(height_of, parts)) - _GAP * len(parts)
    sign = brand_sign(frame.brand)
    head = (*sign, *_head(content, width, room - curve - _GAP * bool(curve) - height_of(sign)))
    if height_of(head) + curve + _GAP * bool(curve) > room:
        # The curve is on the map, too.
        curve = 0.0
    spare = max(0.0, room - curve - _GAP * bool(curve) - height_of(head))
    grown = min(spare * 0.6, _HIGHEST_CURVE - _LOWEST_CURVE) if curve else 0.0
    gap = _GAP + min((spare - grown) / (len(parts) + 2), _GAP)
    y = frame.top + gap - _GAP
    shapes = stacked(head, frame.left, y)
    y += height_of(head)
    for part in parts:
        y += gap
        shapes += stacked(part, frame.left, y)
        y += height_of(part)
    if curve:
        shapes += journey_curve(felt, frame, frame.bottom - 6.0 - curve - grown, curve + grown, content)
    return Sheet(shapes, bookmarks=[Bookmark(content.words.t("Message"), 0)], shows_logo=True)


def _beside(content: Content, width: float, fitting: Fitting) -> tuple[Piece, ...]:
    """The person at the left, what is to be decided at the right; one of them takes the whole width where alone."""
    persona, decision = who(content, width * _PERSON_SHARE, fitting), decision_box(content, width)
    if not persona or not decision:
        return persona or decision
    left = width * _PERSON_SHARE + _COLUMN_GAP
    decision = decision_box(content, width - left)
    # The space below the person is part of it.
    height = max(height_of(persona) - WHO_GAP, height_of(decision))
    tops = ((height - height_of(persona) + WHO_GAP) / 2, (height - height_of(decision)) / 2)
    return (Piece(height, (*stacked(persona, 0, max(0.0, tops[0])), *stacked(decision, left, tops[1]))),)


def _head(content: Content, width: float, room: float) -> tuple[Piece, ...]:
    """Badge, message, title and scenario; of the scenario as much as there is room for."""
    words, journey = content.words, content.journey
    narrow = width * (_TEXT_SHARE if width > _WIDE else 1.0)
    finding = " ".join(journey.key_finding.split())
    message = finding or content.title
    head = (
        *badge(content, width),
        space(12),
        *paragraph(message, TITLE, narrow, words.language, max_lines=_MESSAGE_LINES),
    )
    if finding:
        head = (*head, space(8), *paragraph(content.title, FINDING, narrow, words.language, max_lines=_TITLE_LINES))
    lines = min(_LEAD_LINES, int((room - height_of(head) - 8) // LEAD.line))
    if lines > 0 and journey.scenario.strip():
        scenario = " ".join(journey.scenario.split())
        head = (*head, space(8), *paragraph(scenario, LEAD, narrow, words.language, max_lines=lines))
    return head


def _figures(content: Content) -> Iterator[BigNumber]:
    """Up to four figures of the map; none of what it has nothing of."""
    words, journey = content.words, content.journey
    touchpoints = len(journey.touchpoints)
    if touchpoints:
        phases = words.tn("{n} phase", "{n} phases", len(content.phases))
        yield BigNumber(
            words.number(touchpoints),
            words.tn("touchpoint in {phases}", "touchpoints in {phases}", touchpoints, phases=phases),
        )
    falls = drops(journey)
    if falls:
        number, phase = content.phase_of(falls[0].after.step)
        where = f"{number} {' '.join(phase.name.split())}".strip()
        yield BigNumber(words.signed(falls[0].delta), words.t("the deepest fall of the mood: {phase}", phase=where))
    scores = pain_scores(journey)
    if scores:
        bare = sum(not actions_for(content.project, each.note) for each in scores)
        said = words.tn(
            "pain point, {bare} without an action",
            "pain points, {bare} without an action",
            len(scores),
            bare=words.number(bare),
        )
        yield BigNumber(words.number(len(scores)), said)
    held = evidence_figures(journey).holding
    if held.share is not None:
        yield BigNumber(
            words.percent(floor(held.share)),
            words.tn("of {n} statement backed by research", "of {n} statements backed by research", held.total),
        )
