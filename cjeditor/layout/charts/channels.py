"""The channels of a map: how far they play together, where they are used, and where customers change them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from cjeditor.analysis.channels import ChannelFigures, Passage, Reached, Usage, channel_figures, reached
from cjeditor.catalogue import terms
from cjeditor.catalogue.concepts import concepts_of
from cjeditor.layout.channels import diamond
from cjeditor.layout.charts.chart import Chart, ChartTable, Drawn, Spot, Subject
from cjeditor.layout.charts.grid import Cell, Row, grid
from cjeditor.layout.charts.lettering import BODY, BODY_LINE, SMALL_LINE, label
from cjeditor.layout.primitives import Face, Line, Primitive, Rect, moved
from cjeditor.model.project import Channel
from cjeditor.texts import N_, Texts

_NOTHING = N_("No touchpoint names a channel yet. Choose channels in the properties of touchpoints.")
_STEP_GAP, _STAIR, _STEP_HEIGHT = 6.0, 7.0, 34.0
_LEAST_HEAD = 72.0
"""A column that is narrower is headed by the number of its phase alone."""
_NAMES = 0.3
_ROW = 44.0
_SIGN = 34.0
_TWO_COLUMNS_FROM = 720.0
_COLUMN_GAP = 24.0
_MOST_ROWS = 24
"""Of one chart of passages: more of them would not fit on a sheet."""


def drawn(subject: Subject, width: float) -> Drawn:
    """The stairs of levels, the passages from channel to channel, and the heat map."""
    words = subject.words
    found = channel_figures(subject.project, subject.journey)
    if not found.usages:
        return Drawn((words.t(_NOTHING),))
    level = reached(found)
    numbers = {phase: at for at, phase in enumerate(found.phases, start=1)}
    names = {phase.id: " ".join(phase.name.split()) or words.t("Unnamed phase") for phase in subject.journey.phases}
    heads = [(str(numbers[phase]), names[phase]) for phase in found.phases]
    shown = [one for one in found.passages if one.changes_channel or one.hand_off == "broken"]
    parts = [shown[start : start + _MOST_ROWS] for start in range(0, len(shown), _MOST_ROWS)]
    passages = (_passages(part, width, words) for part in parts)
    charts = (_stairs(level, width, words), *passages, _heat_map(found, heads, width, words))
    return Drawn(sentences(found, level, words), charts)


def sentences(found: ChannelFigures, level: Reached, words: Texts) -> tuple[str, ...]:
    """The level reached, what keeps it from the next one, and what is left out."""
    language = words.language
    concept = {one.key: one for one in concepts_of("channel-level")}[level.level]
    name, means = concept.name.in_language(language), concept.sentence.in_language(language)
    said = [words.t("Level reached: {level}. {meaning}", level=name, meaning=means), *_reasons(found, level, words)]
    obstacles = _obstacles(found, words)
    if obstacles:
        said.append(words.t("What breaks hand-offs: {obstacles}.", obstacles=obstacles))
    if found.unused:
        said.append(words.t("Not used on this map: {channels}.", channels=_named(found.unused, words)))
    if found.without_contact:
        said.append(
            words.tn(
                "{n} touchpoint without contact is left out.",
                "{n} touchpoints without contact are left out.",
                found.without_contact,
            )
        )
    return tuple(said)


def _reasons(found: ChannelFigures, level: Reached, words: Texts) -> list[str]:
    said = []
    if level.level == "single":
        said.append(words.t("Everything happens in one channel: {channel}.", channel=found.usages[0].channel.name))
    if level.level == "multi":
        said.append(words.t("No link leads from one channel to another."))
    if level.level == "omni":
        said.append(words.t("Links connect all channels, each change is seamless, and customers are treated alike."))
    if level.broken or level.unrated:
        said.append(
            words.tn(
                "{n} change of channel: {seamless} seamless, {broken} broken, {unrated} not rated.",
                "{n} changes of channel: {seamless} seamless, {broken} broken, {unrated} not rated.",
                level.changes,
                seamless=words.number(level.seamless),
                broken=words.number(level.broken),
                unrated=words.number(level.unrated),
            )
        )
    if level.uneven:
        said.append(
            words.tn(
                "At {n} change of channel nobody has said that customers are treated alike on both sides.",
                "At {n} changes of channel nobody has said that customers are treated alike on both sides.",
                level.uneven,
            )
        )
    if level.apart and level.level == "cross":
        said.append(
            words.t(
                "No chain of links connects these with the others: {channels}.", channels=_named(level.apart, words)
            )
        )
    if level.nameless:
        numbers = ", ".join(str(one.number) for one in found.nameless)
        said.append(words.t("Touchpoints that name no channel: {numbers}.", numbers=numbers))
    return said


def _obstacles(found: ChannelFigures, words: Texts) -> str:
    counts = Counter(one.obstacle for one in found.broken)
    names = [(one.key, one.name.in_language(words.language)) for one in concepts_of("obstacle")]
    said = [(counts[key], name) for key, name in names if counts[key]]  # type: ignore[index]  # its keys are obstacles
    if counts[""]:
        said.append((counts[""], words.t("not named")))
    return ", ".join(f"{words.number(count)} × {name}" for count, name in said)


def _named(channels: Sequence[Channel], words: Texts) -> str:
    return ", ".join(_name(one, words) for one in channels)


def _name(channel: Channel, words: Texts) -> str:
    return " ".join(channel.name.split()) or words.t("Unnamed channel")


def _stairs(level: Reached, width: float, words: Texts) -> Chart:
    """Four steps that rise to the right; those that are reached are dark, the last of them says so."""
    levels = concepts_of("channel-level")
    order = [one.key for one in levels]
    at = order.index(level.level)
    across = (width - (len(levels) - 1) * _STEP_GAP) / len(levels)
    rise = (len(levels) - 1) * _STAIR
    shapes: list[Primitive] = []
    spots: list[Spot] = []
    for number, one in enumerate(levels):
        x, y = number * (across + _STEP_GAP), rise - number * _STAIR
        height = _STEP_HEIGHT + number * _STAIR
        name = one.name.in_language(words.language)
        shapes.append(
            Rect(
                x,
                y,
                across,
                height,
                fill="selection.fill" if number <= at else "canvas",
                stroke="selection" if number == at else "rule.strong",
                stroke_width=2.0 if number == at else 1.0,
                radius=5,
                dash=() if number <= at else (4.0, 3.0),
            )
        )
        face: Face = "bold" if number == at else "regular"
        shapes.append(label(name, x + across / 2, y + 3, face=face, align="middle", room=across - 10))
        if number == at:
            shapes.append(
                label(words.t("reached"), x + across / 2, y + 3 + SMALL_LINE, align="middle", room=across - 10)
            )
        spots.append(Spot(x, y, across, height, f"{name}: {one.sentence.in_language(words.language)}"))
    table = ChartTable(
        words.t("Level of the channels"),
        (words.t("Level"), words.t("What it means"), words.t("Reached")),
        tuple(
            (
                one.name.in_language(words.language),
                one.sentence.in_language(words.language),
                words.t("yes") if number <= at else words.t("no"),
            )
            for number, one in enumerate(levels)
        ),
    )
    return Chart(width, rise + _STEP_HEIGHT, tuple(shapes), tuple(spots), table)


def _heat_map(found: ChannelFigures, phases: Sequence[tuple[str, str]], width: float, words: Texts) -> Chart:
    """A row for each channel, under online, offline and mobile; a column for each phase, and one for all."""
    across = width * (1 - _NAMES) / (len(phases) + 1)
    heads = [f"{number} {name}" if across >= _LEAST_HEAD else number for number, name in phases]
    heads.append(words.t("All"))
    most = found.most()
    shapes: list[Primitive] = []
    spots: list[Spot] = []
    rows: list[tuple[str, ...]] = []
    y = 0.0
    for mode in terms.MODES:
        usages = [one for one in found.usages if one.channel.mode == mode]
        if not usages:
            continue
        title = terms.mode(mode, words)
        # The heads stand once; in the other blocks the name of the mode takes their place.
        first = not rows
        top = y if first else y + SMALL_LINE
        block = [_row(one, phases, most, words) for one in usages]
        made = grid(heads if first else [""] * len(heads), block, 0, top, width, words.language)
        title_top = made.spots[0].y - SMALL_LINE - 4
        shapes += (label(title, 0, title_top, face="semibold", colour="secondary"), *made.shapes)
        spots += made.spots
        y = top + made.height + 6
        rows += [_in_numbers(one, title, words) for one in usages]
    table = ChartTable(
        words.t("Touchpoints by channel and phase"),
        (
            words.t("Channel"),
            *(f"{number} {name}" for number, name in phases),
            words.t("All"),
            words.t("Sum of weights"),
        ),
        tuple(rows),
        numbers=tuple(range(1, len(phases) + 3)),
    )
    return Chart(width, y, tuple(shapes), tuple(spots), table)


def _in_numbers(usage: Usage, mode: str, words: Texts) -> tuple[str, ...]:
    counts = (words.number(count) for count in (*usage.counts, usage.total, usage.weight))
    return (f"{_name(usage.channel, words)} ({mode})", *counts)


def _row(usage: Usage, phases: Sequence[tuple[str, str]], most: int, words: Texts) -> Row:
    name = _name(usage.channel, words)
    cells = [
        Cell(
            words.number(count) if count else "",
            count / most if most else 0.0,
            words.tn(
                "{channel}, phase {phase}: {n} touchpoint",
                "{channel}, phase {phase}: {n} touchpoints",
                count,
                channel=name,
                phase=" ".join(phase),
            ),
        )
        for count, phase in zip(usage.counts, phases, strict=True)
    ]
    all_of_it = words.tn("{channel}: {n} touchpoint", "{channel}: {n} touchpoints", usage.total, channel=name)
    weights = words.t("sum of weights {weight}", weight=usage.weight)
    cells.append(Cell(words.number(usage.total), 0.0, f"{all_of_it}, {weights}"))
    return Row(name, cells)


def _passages(some: Sequence[Passage], width: float, words: Texts) -> Chart:
    """A row for each passage: how it hands over as a line, from where to where, and what is said of it."""
    count = 2 if width >= _TWO_COLUMNS_FROM and len(some) > 1 else 1
    column = (width - (count - 1) * _COLUMN_GAP) / count
    down = -(-len(some) // count)
    shapes: list[Primitive] = []
    spots: list[Spot] = []
    rows = []
    for at, one in enumerate(some):
        x, y = at // down * (column + _COLUMN_GAP), at % down * _ROW
        ends = f"{_end(one.source.number, one.left, words)} → {_end(one.target.number, one.entered, words)}"
        change, state, rest = _said(one, words)
        below = " · ".join(filter(None, (change, state, *rest)))
        shapes += moved(_sign(one), x, y + 4)
        room = column - _SIGN - 8
        shapes.append(label(ends, x + _SIGN + 8, y + 2, face="semibold", size=BODY, line=BODY_LINE, room=room))
        colour = "warning" if one.hand_off == "broken" else "secondary"
        shapes.append(label(below, x + _SIGN + 8, y + 2 + BODY_LINE, colour=colour, room=room))
        shapes.append(Line(x, y + _ROW - 3, x + column, y + _ROW - 3, "rule", 1.0))
        spots.append(Spot(x, y, column, _ROW - 6, f"{ends}: {below}", one.links[0].id))
        rows.append((ends, change or words.t("none"), state, " · ".join(filter(None, rest)) or words.t("not rated")))
    table = ChartTable(
        words.t("Changes of channel and broken hand-offs"),
        (words.t("From → to"), words.t("Change"), words.t("Hand-off"), words.t("Obstacle and treatment")),
        tuple(rows),
    )
    return Chart(width, down * _ROW, tuple(shapes), tuple(spots), table)


def _end(number: int, channel: Channel | None, words: Texts) -> str:
    return f"{number} {words.t('no channel') if channel is None else _name(channel, words)}"


def _said(one: Passage, words: Texts) -> tuple[str, str, tuple[str, ...]]:
    """The change of mode, the state of the hand-off, and obstacle and treatment in words."""
    change = ""
    if one.left is not None and one.entered is not None and one.changes_channel:
        modes = (terms.mode(one.left.mode, words), terms.mode(one.entered.mode, words))
        change = " → ".join(modes) if one.changes_mode else modes[0]
    names = {each.key: each.name.in_language(words.language) for each in concepts_of("obstacle")}
    obstacle = names.get(one.obstacle, "")
    treatment = terms.treatment(one.treatment, words) if one.treatment else ""
    return change, terms.hand_off(one.hand_off, words), (obstacle, treatment)


def _sign(one: Passage) -> tuple[Primitive, ...]:
    """A line as on the map: whole where it is seamless, interrupted where it breaks, dashed where nobody rated it."""
    middle = BODY_LINE / 2
    match one.hand_off:
        case "seamless":
            shapes: tuple[Primitive, ...] = (Line(0, middle, _SIGN - 6, middle, "primary", 2.0),)
        case "broken":
            gap = (_SIGN - 6) / 2
            shapes = (
                Line(0, middle, gap - 4, middle, "warning", 2.0),
                Line(gap - 4, middle - 5, gap - 4, middle + 5, "warning", 2.0),
                Line(gap + 4, middle - 5, gap + 4, middle + 5, "warning", 2.0),
                Line(gap + 4, middle, _SIGN - 6, middle, "warning", 2.0),
            )
        case _:
            shapes = (Line(0, middle, _SIGN - 6, middle, "rule.strong", 1.5, (3.0, 3.0)),)
    return (*shapes, diamond(_SIGN - 6, middle)) if one.changes_mode else shapes
