"""What the marks on a map mean: one line below each map, and a part of its own at the end.

Only what occurs on the map is explained.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Final, get_args

from cjeditor.analysis.evidence import hypothesis_share
from cjeditor.analysis.ratings import felt
from cjeditor.analysis.waiting import is_late
from cjeditor.catalogue import terms
from cjeditor.catalogue.note_kinds import note_kinds
from cjeditor.export.content import Content
from cjeditor.export.legend_entry import Entry
from cjeditor.export.legend_lanes import has_changes, lane_entries, metric_sign
from cjeditor.export.legend_links import LENGTH, link_signs
from cjeditor.export.tagging import item
from cjeditor.export.typeset import (
    BODY,
    META,
    QUIET,
    SUBHEADING,
    Piece,
    Style,
    height_of,
    line_of,
    paragraph,
    space,
    stacked,
)
from cjeditor.layout.channels import diamond
from cjeditor.layout.curve import POINT_RADIUS
from cjeditor.layout.draw_card import emotion_pill, evidence_mark, pill_width
from cjeditor.layout.draw_metric import has_bar
from cjeditor.layout.draw_wait import draw_gap
from cjeditor.layout.draw_weight import USUAL, weight_mark
from cjeditor.layout.icons import icon
from cjeditor.layout.primitives import Line, LineTo, Move, Path, Primitive, Rect, circle, moved
from cjeditor.layout.theme import note_style
from cjeditor.model.cards import Note, Touchpoint
from cjeditor.model.fields import Evidence, LaneKind
from cjeditor.model.lookup import cards
from cjeditor.model.naming import times_named

_EVIDENCE: tuple[Evidence, ...] = ("assumption", "anecdotal", "qualitative", "quantitative")
_EMOTIONS = (2, 1, 0, -1, -2)
_LANE_KINDS: Final[tuple[LaneKind, ...]] = get_args(LaneKind)
_WITH_CARDS: Final = frozenset[LaneKind]({"touchpoints", "notes", "backstage", "metrics", "images"})
_WITH_EMOTIONS: Final = frozenset[LaneKind]({"touchpoints", "emotion"})
_WITH_WAITS: Final = frozenset[LaneKind]({"touchpoints", "time"})
_GAP = 24.0
_ROW_GAP = 5.0
_BLOCK_GAP = 14.0
"""Between two blocks of a column."""
_SHORT_LINE = 15.0


def legend_pieces(content: Content, full_width: float, count: int, tallest: float) -> tuple[Piece, ...]:
    """The legend's blocks in `count` columns of even heights; where that is higher than `tallest`, a piece a row."""
    words = content.words
    all_blocks: list[tuple[str, list[Entry]]] = [
        (words.t("Evidence"), _evidence_entries(content)),
        (words.t("Emotion"), _emotion_entries(content)),
        (words.t("Notes"), _note_entries(content)),
        (words.t("Marks"), _mark_entries(content)),
        (words.t("Links between cards"), _link_entries(content)),
        (words.t("Lanes"), lane_entries(content)),
    ]
    blocks = [(title, entries) for title, entries in all_blocks if entries]
    width = (full_width - (count - 1) * _GAP) / count
    made = [_block(title, entries, width, words.language) for title, entries in blocks]
    columns = _columns(made, count)
    if not made or max(map(height_of, columns)) <= tallest:
        return (_side_by_side(columns, width),) if made else ()
    return tuple(_side_by_side(made[start : start + count], width) for start in range(0, len(made), count))


def _columns(blocks: Sequence[tuple[Piece, ...]], count: int) -> list[list[Piece]]:
    """Blocks in columns about as high as each other, in which they keep their order."""
    heights = [height_of(block) for block in blocks]
    sums = [0.0] * count
    chosen: list[list[int]] = [[] for _ in range(count)]
    for at in sorted(range(len(blocks)), key=heights.__getitem__, reverse=True):
        shortest = sums.index(min(sums))
        sums[shortest] += heights[at] + _BLOCK_GAP
        chosen[shortest].append(at)
    found: list[list[Piece]] = []
    for some in sorted(sorted(each) for each in chosen if each):
        column = [piece for at in some for piece in (space(_BLOCK_GAP), *blocks[at])]
        found.append(column[1:])
    return found


def _side_by_side(columns: Sequence[Sequence[Piece]], width: float) -> Piece:
    shapes: list[Primitive] = []
    for i, column in enumerate(columns):
        shapes += stacked(column, i * (width + _GAP), 0)
    return Piece(max(map(height_of, columns)), tuple(shapes))


def _block(title: str, entries: list[Entry], width: float, language: str) -> tuple[Piece, ...]:
    pieces: list[Piece] = [*paragraph(title, SUBHEADING, width, language), space(6)]
    for entry in entries:
        indent = entry.sign_width + 8
        lines = (
            *paragraph(entry.name, BODY, width, language, indent=indent),
            *paragraph(entry.meaning, QUIET, width, language, indent=indent),
        )
        height = max(entry.height, height_of(lines))
        top = max(0.0, (entry.height - BODY.line) / 2)
        sign_top = max(0.0, (BODY.line - entry.height) / 2)
        pieces.append(Piece(height, (*moved(entry.sign, 0, sign_top), *stacked(item(lines), 0, top))))
        pieces.append(space(_ROW_GAP))
    return tuple(pieces)


def _evidence_entries(content: Content) -> list[Entry]:
    words = content.words
    meanings: dict[Evidence, str] = {
        "assumption": words.t("nobody has checked it yet"),
        "anecdotal": words.t("someone reported it"),
        "qualitative": words.t("interviews, observation"),
        "quantitative": words.t("measured figures"),
    }
    return [
        Entry(evidence_mark(one, 5.5, 6.5, 4.5, "primary"), 11.0, 13.0, terms.evidence(one, words), meanings[one])
        for one in _evidence_of(content)
    ]


def _evidence_of(content: Content) -> list[Evidence]:
    used = {card.evidence for card in cards(content.journey)}
    return [one for one in _EVIDENCE if one in used]


def _emotion_entries(content: Content) -> list[Entry]:
    words = content.words
    widest = max(pill_width(value, words) for value in _EMOTIONS)
    line = Path((Move(0, 6.5), LineTo(widest, 6.5)), stroke="primary", stroke_width=2.0)
    band = (*_band(0.5, widest, 12.0), line)
    ring = circle(widest / 2, 6.5, POINT_RADIUS - 1, fill="card", stroke="emotion.1", stroke_width=2.0)
    open_point = circle(widest / 2, 6.5, POINT_RADIUS - 1, fill="card", stroke="rule.strong", stroke_width=1.2)
    entries = [
        Entry(
            emotion_pill(value, (widest - pill_width(value, content.words)) / 2, 0, content.words),
            widest,
            18.0,
            terms.emotion(value, content.project, content.words),
        )
        for value in _emotions_of(content)
    ]
    if any(lane.kind == "emotion" for lane in content.lanes.values()):
        some = content.journey.touchpoints
        if _has_bands(content):
            said = words.t("Curve over the spread of the ratings")
            entries.append(Entry(band, widest, 13.0, said, words.t("from the lowest to the highest")))
        if any(one.emotion is None and one.ratings for one in some):
            said = words.t("Ring: median of the ratings, no emotion set")
            entries.append(Entry((ring,), widest, 13.0, said))
        if any(felt(one) is None for one in some):
            entries.append(Entry((open_point,), widest, 13.0, words.t("No emotion given yet")))
    return entries


def _band(top: float, width: float, height: float) -> tuple[Primitive, ...]:
    """A piece of the ratings' band, with its dashed edges and a bar."""
    bottom, middle = top + height, width / 2
    return (
        Rect(0, top, width, height, fill="band"),
        Line(0, top, width, top, "rule.strong", 0.8, (3.0, 2.5)),
        Line(0, bottom, width, bottom, "rule.strong", 0.8, (3.0, 2.5)),
        Line(middle, top, middle, bottom, "rule.strong"),
    )


def _has_bands(content: Content) -> bool:
    """Whether the curve shows how far ratings lie apart."""
    curve = any(lane.kind == "emotion" for lane in content.lanes.values())
    return curve and any(len({*one.ratings}) > 1 for one in content.journey.touchpoints)


def _emotions_of(content: Content) -> list[int]:
    used = {one.emotion for one in content.journey.touchpoints}
    return [value for value in _EMOTIONS if value in used]


def _note_entries(content: Content) -> list[Entry]:
    entries = []
    used = {note.kind for note in content.journey.notes}
    for kind in (one for one in note_kinds() if one.key in used):
        style = note_style(kind.key)
        sign = (
            Rect(0, 0, 24, 15, fill=f"note.{style}", radius=2),
            Rect(0, 0, 2.5, 15, fill=f"edge.{style}"),
            icon(kind.icon, 8.0, 2.0, 11.0, "text"),
        )
        entries.append(Entry(sign, 24.0, 15.0, content.kind_name(kind.key)))
    return entries


def _link_entries(content: Content) -> list[Entry]:
    words = content.words
    entries = [Entry(sign.shapes, LENGTH, 13.0, sign.name) for sign in link_signs(content, 6.5)]
    if not entries:
        return []
    if any(link.label.strip() for link in content.journey.links):
        pill = Rect(0.5, 0.5, LENGTH - 1, 12, fill="canvas", stroke="card.border", radius=6)
        entries.append(
            Entry(
                (pill,), LENGTH, 13.0, words.t("What happens at the hand-off"), words.t("on the line or below its card")
            )
        )
    if _links_phases(content):
        arrow = line_of("→ 12", META, 0, 1)
        entries.append(Entry((arrow,), LENGTH, 13.0, words.t("Leads to card 12 on another page")))
    return entries


def _links_phases(content: Content) -> bool:
    """Whether a link leads from one phase to another, which may stand on another page."""
    phases = {card.id: content.steps[card.step].phase for card in cards(content.journey)}
    return any(phases.get(link.source) != phases.get(link.target) for link in content.journey.links)


def _mark_entries(content: Content) -> list[Entry]:
    words = content.words

    def sign(name: str, colour: str) -> tuple[Primitive, ...]:
        return (icon(name, 4.5, 0.5, 12.0, colour),)

    plain = Rect(0.5, 0.5, 20, 12, fill="card", stroke="card.border", radius=3)
    dashed = Rect(0.5, 0.5, 20, 12, fill="card", stroke="rule.strong", radius=3, dash=(3.0, 2.0))
    some = content.journey.touchpoints
    voted = any(card.votes for card in cards(content.journey))
    named = any(times_named(card.tags) > 1 for card in cards(content.journey))
    marks = (
        (
            any(one.contact != "none" for one in some),
            Entry((plain,), 21.0, 13.0, words.t("Touchpoint with its number")),
        ),
        (
            any(one.contact == "none" for one in some),
            Entry((dashed,), 21.0, 13.0, words.t("No contact: life goes on")),
        ),
        (_has_moments(content), Entry(sign("star-fill", "star"), 21.0, 13.0, words.t("Moment of truth"))),
        (
            _has_drop_offs(content),
            Entry(
                sign("warning", "warning"),
                21.0,
                13.0,
                words.t("Drop-off points and their number"),
                words.t("in the table (likelihood × impact), each from 1 to 5"),
            ),
        ),
        (
            _has_weights(content),
            Entry(
                weight_mark(5, 1.0, 6.5),
                21.0,
                13.0,
                words.t("Weight from 1 to 5"),
                words.t("unmarked ones have the usual 3"),
            ),
        ),
        (
            _is_hypothesis(content),
            Entry(
                sign("flask", "warning"), 21.0, 13.0, words.t("Hypothesis"), words.t("too little is backed by research")
            ),
        ),
        (_has_waits(content), Entry(sign("clock", "warning"), 21.0, 13.0, words.t("Waiting time: expected → actual"))),
        (
            any(is_late(one) for one in some),
            Entry(draw_gap(0, 2, 21, 8), 21.0, 13.0, words.t("As long as expected, then too long")),
        ),
        (
            any(phase.duration.strip() for phase in content.phases),
            Entry(sign("clock", "secondary"), 21.0, 13.0, words.t("How long a phase takes")),
        ),
        (
            any(one.contact == "third_party" for one in some),
            Entry(sign("users-three", "secondary"), 21.0, 13.0, words.t("Contact through third parties")),
        ),
        (
            named,
            Entry((), 21.0, 13.0, words.t("{n}×", n=3), words.t("how often this was named")),
        ),
        (
            voted,
            Entry((), 21.0, 13.0, words.tn("{n} vote", "{n} votes", 2), words.t("how many people chose this card")),
        ),
    )
    return [entry for occurs, entry in marks if occurs]


def _has_moments(content: Content) -> bool:
    return any(one.moment_of_truth for one in content.journey.touchpoints)


def _has_drop_offs(content: Content) -> bool:
    journey = content.journey
    return any(one.drop_off_points for one in journey.touchpoints) or any(p.drop_off_points for p in journey.phases)


def _has_weights(content: Content) -> bool:
    weights = {one.weight for one in content.journey.touchpoints} | {one.weight for one in content.journey.phases}
    return bool(weights - {USUAL})


def _is_hypothesis(content: Content) -> bool:
    return hypothesis_share(content.journey, content.project.settings.hypothesis_below) is not None


def _has_waits(content: Content) -> bool:
    return any(one.expected_wait or one.actual_wait for one in content.journey.touchpoints)


def short_legend(content: Content, width: float, kinds: Collection[LaneKind] | None = None) -> Piece:
    """The legend in a line, or as few as `width` allows, for the foot of each map.

    Where `kinds` are given, only lanes of these kinds are shown above it, and only their marks are explained.
    """
    shapes: list[Primitive] = []
    x = y = 0.0
    for sign, sign_width, name, gap in _line_entries(content, frozenset(_LANE_KINDS if kinds is None else kinds)):
        said = line_of(name, META, sign_width + 4, 0)
        if x and x + said.x + said.width > width:
            x, y = 0.0, y + _SHORT_LINE
        shapes += moved((*sign, said), x, y)
        x += said.x + said.width + gap
    return Piece(y + META.line, tuple(shapes))


def _line_entries(
    content: Content, kinds: frozenset[LaneKind]
) -> list[tuple[tuple[Primitive, ...], float, str, float]]:
    """Sign, its width, what it means, and the distance to the next; the signs are as high as the line."""
    words = content.words
    found: list[tuple[tuple[Primitive, ...], float, str, float]] = []
    if kinds & _WITH_CARDS:
        found += [
            (evidence_mark(one, 4.0, 5.5, 3.5, "primary"), 8.0, terms.evidence(one, words), 12.0)
            for one in _evidence_of(content)
        ]
    if kinds & _WITH_EMOTIONS:
        emotions = _emotions_of(content)
        found += [
            (_small_pill(value, content), 20.0, terms.emotion(value, content.project, words), 12.0)
            for value in sorted({*emotions[:1], *emotions[-1:]})
        ]
    happens = "touchpoints" in kinds
    # Weights and drop-off points of phases stand in their headers, which every page has.
    headed = any(phase.drop_off_points for phase in content.phases)
    weighed = any(phase.weight != USUAL for phase in content.phases)
    late = bool(kinds & _WITH_WAITS) and _has_waits(content)
    marks = (
        (happens and _has_moments(content), "star-fill", "star", words.t("Moment of truth")),
        ((happens or headed) and _has_drop_offs(content), "warning", "warning", words.t("Drop-off points")),
        (late, "clock", "secondary", words.t("Waiting time: expected → actual")),
    )
    found += [
        ((icon(name, 0.0, 0.5, 10.0, colour),), 10.0, said, 12.0) for occurs, name, colour, said in marks if occurs
    ]
    if happens and any(map(is_late, content.journey.touchpoints)):
        found.append((draw_gap(0, 1, 21, 8), 21.0, words.t("As long as expected, then too long"), 12.0))
    if (happens or weighed) and _has_weights(content):
        found.append((weight_mark(5, 0.0, 5.5), 19.0, words.t("Weight from 1 to 5"), 12.0))
    if "emotion" in kinds and _has_bands(content):
        found.append((_band(1.0, 20.0, 9.0), 20.0, words.t("Ratings: lowest to highest"), 12.0))
    if "channels" in kinds and has_changes(content):
        found.append(((diamond(5.5, 5.5),), 11.0, words.t("Change between online, offline and mobile"), 12.0))
    ends = {end for link in content.journey.links for end in (link.source, link.target)}
    if kinds & _kinds_of([card for card in cards(content.journey) if card.id in ends], content):
        found += [(sign.shapes, LENGTH, sign.name, 12.0) for sign in link_signs(content, 5.5)]
    metrics = [note for note in content.journey.notes if note.kind == "metric" and has_bar(note)]
    if kinds & _kinds_of(metrics, content):
        said = words.t("Metric: the bar is the actual value, the tick the target")
        found.append((moved(metric_sign(), 0, 3), 21.0, said, 12.0))
    return found


def _kinds_of(some: Iterable[Touchpoint | Note], content: Content) -> frozenset[LaneKind]:
    """The kinds of the lanes that hold these cards."""
    return frozenset(content.lanes[card.lane].kind for card in some if card.lane in content.lanes)


def _small_pill(value: int, content: Content) -> tuple[Primitive, ...]:
    """A pill as high as the line."""
    white = Style("bold", META.size, META.line, "on.emotion")
    number = line_of(content.words.signed(value), white, 0, 0)
    return (Rect(0, 0, 20, 11, fill=f"emotion.{value}", radius=5.5), *moved((number,), (20 - number.width) / 2, 0))
