"""How phase, step and lane headers look, at any width: sticky ones on screen are as wide as the zoom makes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from cjeditor.layout.arrangement import PhaseBox
from cjeditor.layout.breaking import break_lines, elide
from cjeditor.layout.direction import aligned
from cjeditor.layout.draw_card import text
from cjeditor.layout.draw_remarks import mark, mark_width
from cjeditor.layout.draw_weight import USUAL, WEIGHT_WIDTH, weight_mark
from cjeditor.layout.icons import icon
from cjeditor.layout.measure import text_width
from cjeditor.layout.metrics import META_LINE, META_SIZE, PHASE_LINE, PHASE_SIZE, TITLE_LINE, TITLE_SIZE, baseline
from cjeditor.layout.other_curves import draw_key, key_height
from cjeditor.layout.primitives import Face, Line, Primitive, Rect
from cjeditor.model.journey_map import Lane, Phase, Step
from cjeditor.texts import Texts

BAND = 4.0
"""The height of a phase's coloured band."""
STEP_HEADER_HEIGHT = 24.0
_PADDING = 10.0
_SIZES = (PHASE_SIZE, PHASE_SIZE - 1, PHASE_SIZE - 2)
"""In which a name is tried before it is shortened, where there is room for one line only."""
_GAP = 4.0
_NAME_LINES = 2
_MARK_MARGIN = 8.0
_LEAST_WITH_MARK = 70.0
"""In narrower headers the name comes before the mark of comments."""
_LEAST_WITH_FOOT = 60.0
_LEAST_DURATION = 34.0
_ICON = 13.0
_BETWEEN = 8.0
_NARROW = 100.0
"""In less room words are shortened, not cut into syllables: so narrow are only headers on a screen zoomed far out."""


def phase_header_height(phase: Phase, number: int, width: float, words: Texts, aside: float = 0.0) -> float:
    """The height that a phase's header needs at this width, with a mark `aside` wide at its right end."""
    lines = len(_name_lines(phase, number, width - aside, words, _NAME_LINES)[1])
    return _height_of(lines, phase)


def phase_headers_height(phases: Iterable[PhaseBox], remarks: Mapping[str, int], words: Texts) -> float:
    """The height that the headers of all phases have; `remarks` are the numbers of open comments by phase id."""
    heights = (
        phase_header_height(box.phase, box.number, box.width, words, aside_for(remarks.get(box.phase.id, 0), words))
        for box in phases
    )
    return max(heights, default=40.0)


def _height_of(lines: int, phase: Phase) -> float:
    return BAND + 8 + lines * PHASE_LINE + (META_LINE if _has_foot(phase) else 0) + 8


def _has_foot(phase: Phase) -> bool:
    """Whether there is something to say below the name: how long it takes, its weight, where customers drop off."""
    return bool(phase.duration or phase.drop_off_points) or phase.weight != USUAL


def _name_lines(phase: Phase, number: int, width: float, words: Texts, most: int) -> tuple[float, tuple[str, ...]]:
    """The size and the lines of a phase's name: rather in somewhat smaller letters than shortened."""
    room = _name_room(number, width)
    if room < 36:  # the number says more than one letter and an ellipsis
        return PHASE_SIZE, ("",)
    name = phase.name or words.t("Unnamed phase")
    if most == 1 or (room < _NARROW and any(text_width(word, "semibold", PHASE_SIZE) > room for word in name.split())):
        size = next((one for one in _SIZES if text_width(name, "semibold", one) <= room), PHASE_SIZE)
        return size, (elide(name, "semibold", size, room),)
    return PHASE_SIZE, break_lines(name, "semibold", PHASE_SIZE, room, max_lines=most, language=words.language)


def _name_room(number: int, width: float) -> float:
    """For the lines of a phase's name beside its number."""
    return width - 2 * _GAP - 2 * _PADDING - _number_width(number)


def _number_width(number: int) -> float:
    return text_width(str(number), "bold", PHASE_SIZE) + 7


def draw_phase_header(
    phase: Phase, number: int, width: float, height: float, words: Texts, remarks: int = 0
) -> tuple[Primitive, ...]:
    """A phase's header `width` × `height` with a gap of 4 at either side, so that neighbours stand 8 apart.

    `remarks` is the number of open comments on it.
    """
    left, inner = _GAP, max(0.0, width - 2 * _GAP)
    shapes: list[Primitive] = [
        Rect(left, 0, inner, height, fill=f"tint:{phase.colour}"),
        Rect(left, 0, inner, BAND, fill=f"band:{phase.colour}"),
    ]
    y = BAND + 8
    base = baseline(y, PHASE_LINE, PHASE_SIZE)
    x = left + _PADDING
    if inner > _number_width(number) + _PADDING:
        shapes.append(text(x, base, str(number), "bold", PHASE_SIZE, "text"))
    # On a screen zoomed far out a header may be narrower than the map's own, and its name longer than there is room.
    colour = "text" if phase.name else "secondary"
    most = max(lines for lines in range(1, _NAME_LINES + 1) if lines == 1 or _height_of(lines, phase) <= height)
    aside = aside_for(remarks, words) if inner > _LEAST_WITH_MARK else 0.0
    if aside:
        shapes += mark(remarks, left + inner - aside, y + (PHASE_LINE - META_LINE) / 2, words)
    size, lines = _name_lines(phase, number, width - aside, words, most)
    for line, indent in aligned(phase.name, lines, "semibold", size, _name_room(number, width - aside)):
        if line:
            name_x, name_base = x + _number_width(number) + indent, baseline(y, PHASE_LINE, PHASE_SIZE)
            shapes.append(text(name_x, name_base, line, "semibold", size, colour))
        y += PHASE_LINE
    if inner > _LEAST_WITH_FOOT:
        shapes += _foot(phase, x, y, inner - 2 * _PADDING, words)
    return tuple(shapes)


def _foot(phase: Phase, x: float, y: float, room: float, words: Texts) -> list[Primitive]:
    """What stands below a phase's name: weight and drop-off points as far as there is room, then how long it takes."""
    shapes: list[Primitive] = []
    if phase.weight != USUAL:
        shapes += weight_mark(phase.weight, x, y + META_LINE / 2)
        x, room = x + WEIGHT_WIDTH + _BETWEEN, room - WEIGHT_WIDTH - _BETWEEN
    if phase.drop_off_points:
        shown = words.number(len(phase.drop_off_points))
        width = _ICON + 3 + text_width(shown, "bold", META_SIZE)
        if width <= room:
            shapes.append(icon("warning", x, y + 1.5, _ICON, "warning"))
            base = baseline(y, META_LINE, META_SIZE)
            shapes.append(text(x + _ICON + 3, base, shown, "bold", META_SIZE, "warning"))
        x, room = x + width + _BETWEEN, room - width - _BETWEEN
    if phase.duration and room > _LEAST_DURATION:
        shapes.append(icon("clock", x, y + 1.5, _ICON, "secondary"))
        shown = elide(phase.duration, "regular", META_SIZE, room - 17)
        shapes.append(text(x + 17, baseline(y, META_LINE, META_SIZE), shown, "regular", META_SIZE, "secondary"))
    return shapes


def aside_for(remarks: int, words: Texts) -> float:
    """How much room the mark of open comments takes at the right end of a header; none for a number of 0."""
    return mark_width(remarks, words) + _MARK_MARGIN if remarks else 0.0


def draw_step_header(step: Step, width: float, words: Texts, remarks: int = 0) -> tuple[Primitive, ...]:
    """A step's name below its phase; an unnamed step among several shows a dash."""
    aside = aside_for(remarks, words) if width > _LEAST_WITH_MARK else 0.0
    room = width - 2 * _GAP - _PADDING - (aside + _GAP if aside else 0.0)
    if room < 16:
        return ()
    name = elide(step.name or "–", "medium", META_SIZE + 1, room)
    ((shown, indent),) = aligned(step.name, (name,), "medium", META_SIZE + 1, room - _PADDING)
    marked = mark(remarks, width - _GAP - aside, (STEP_HEADER_HEIGHT - META_LINE) / 2, words) if aside else ()
    return (
        *marked,
        text(
            _GAP + _PADDING + max(0.0, indent),
            baseline(0, STEP_HEADER_HEIGHT, META_SIZE + 1),
            shown,
            "medium",
            META_SIZE + 1,
            "secondary",
        ),
    )


def lane_header_height(lane: Lane, width: float, words: Texts) -> float:
    """The height that a lane's header needs: name and question as they break; less wide where a mark stands aside."""
    if lane.kind == "separator":
        return 0.0
    names, questions = _lane_lines(lane, width, words)
    return 10 + len(names) * TITLE_LINE + len(questions) * META_LINE + 8


def _lane_lines(lane: Lane, width: float, words: Texts) -> tuple[tuple[str, ...], tuple[str, ...]]:
    room = width - 20
    name = lane.name or words.t("Unnamed lane")
    names = break_lines(name, "semibold", TITLE_SIZE, room, max_lines=3, language=words.language)
    if not lane.question:
        return names, ()
    return names, break_lines(lane.question, "regular", META_SIZE, room, max_lines=3, language=words.language)


def draw_lane_header(
    lane: Lane, width: float, height: float, words: Texts, remarks: int = 0, curves: Sequence[str] = ()
) -> tuple[Primitive, ...]:
    """A lane's name and question in as many whole lines as fit into `height`; the question goes first.

    `remarks` is the number of open comments on it. `curves` are those whose emotions its curves are; their key stands
    below where there is room.
    """
    key = key_height(curves)
    if key and height >= TITLE_LINE + key:
        above = draw_lane_header(lane, width, height - key, words, remarks)
        return (*above, *draw_key(curves, width, height - key))
    aside = aside_for(remarks, words)
    if aside and height >= META_LINE:
        beside = max(0.0, min(12.0, (height - META_LINE) / 2))
        marked = mark(remarks, width - aside + _MARK_MARGIN / 2, beside, words)
        return (*marked, *draw_lane_header(lane, width - aside, height, words))
    if lane.kind == "separator":
        name = elide(lane.name, "regular", META_SIZE, width - 20)
        ((shown, indent),) = aligned(lane.name, (name,), "regular", META_SIZE, width - 20)
        return (text(12 + indent, baseline(0, height, META_SIZE), shown, "regular", META_SIZE, "secondary"),)
    names, questions = _lane_lines(lane, width, words)
    colour = "text" if lane.name else "secondary"
    shapes: list[Primitive] = []
    y = max(0.0, min(10.0, (height - len(names) * TITLE_LINE) / 2))
    if len(names) * TITLE_LINE > height:
        return _cramped_name(lane.name, names, width, height, colour)
    for line, indent in aligned(lane.name, names, "semibold", TITLE_SIZE, width - 20):
        shapes.append(text(12 + indent, baseline(y, TITLE_LINE, TITLE_SIZE), line, "semibold", TITLE_SIZE, colour))
        y += TITLE_LINE
    fitting = max(0, int((height - y) // META_LINE))
    asked = _cut(questions, fitting, "regular", META_SIZE, width)
    for line, indent in aligned(lane.question, asked, "regular", META_SIZE, width - 20):
        shapes.append(text(12 + indent, baseline(y, META_LINE, META_SIZE), line, "regular", META_SIZE, "secondary"))
        y += META_LINE
    return tuple(shapes)


def _cramped_name(name: str, names: Sequence[str], width: float, height: float, colour: str) -> tuple[Primitive, ...]:
    """The beginning of a name in a header too low for all of it: whole lines, at worst one in small, or nothing."""
    size, line_height = (TITLE_SIZE, TITLE_LINE) if height >= TITLE_LINE else (META_SIZE, META_LINE - 3)
    shown = _cut(names, int(height // line_height), "semibold", size, width)
    top = (height - len(shown) * line_height) / 2
    return tuple(
        text(12 + indent, baseline(top + i * line_height, line_height, size), line, "semibold", size, colour)
        for i, (line, indent) in enumerate(aligned(name, shown, "semibold", size, width - 20))
    )


def _cut(lines: Sequence[str], most: int, face: Face, size: float, width: float) -> Sequence[str]:
    """The first lines, the last with an ellipsis where there are more."""
    if len(lines) <= most or most == 0:
        return lines[:most]
    return (*lines[: most - 1], elide(f"{lines[most - 1]}\n…", face, size, width - 20))


def draw_separator(width: float, height: float) -> tuple[Primitive, ...]:
    """The dashed line of a separator lane, across the body."""
    return (Line(0, height / 2, width, height / 2, "rule.strong", 1.2, (5.0, 4.0)),)
