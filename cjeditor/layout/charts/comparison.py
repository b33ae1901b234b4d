"""Two states of a journey in one picture: both emotion curves over each other, and what changed, phase by phase."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from statistics import fmean
from typing import Final

from cjeditor.analysis.comparing_maps import Comparison, Feeling, Mark, compared, counterpart, feelings
from cjeditor.comparison_wording import MARK_NAMES, MARKS, Row, phase_name, phase_order, rows, summary
from cjeditor.layout.charts.chart import Chart, ChartTable, Drawn, Spot, Subject
from cjeditor.layout.charts.lettering import SMALL, SMALL_LINE, label
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Line, Primitive, Rect, circle
from cjeditor.model.cards import Touchpoint
from cjeditor.model.lookup import find_card
from cjeditor.model.table import find
from cjeditor.texts import N_, Texts

_NOTHING: Final = N_(
    "There is nothing to compare this map with yet. "
    "Duplicate it as its future state, and draw there how the journey should be."
)
_LEVEL: Final = 26.0
_LEFT: Final = 30.0
_KEY: Final = SMALL_LINE + 8
_MARK: Final = 4.5
_BEFORE, _AFTER = "secondary", "primary"
_DASH: Final = (5.0, 3.0)
_ROW: Final = 24.0
_NAMES: Final = 0.4
_MOST_COLUMN: Final = 110.0
_EMOTIONS: Final = (2, 1, 0, -1, -2)


def drawn(subject: Subject, width: float) -> Drawn:
    """The map beside the one it was made from, or that was made from it; without such a one only words."""
    pair = counterpart(subject.project, subject.journey)
    if pair is None:
        return Drawn((subject.words.t(_NOTHING),))
    before, after = pair
    return of_comparison(compared(subject.project, before, subject.project, after), subject.words, width)


def of_comparison(comparison: Comparison, words: Texts, width: float) -> Drawn:
    """Any two maps; without a difference only words."""
    some = rows(comparison, words)
    felt = feelings(comparison)
    if not some:
        return Drawn((words.t("No differences."),))
    charts = [_changes(comparison, some, words, width)]
    if any(each.before is not None for each in felt) and any(each.after is not None for each in felt):
        charts.insert(0, _curves(comparison, felt, words, width))
    return Drawn(_sentences(comparison, some, felt, words), tuple(charts))


def _sentences(comparison: Comparison, some: Sequence[Row], felt: Sequence[Feeling], words: Texts) -> tuple[str, ...]:
    said = [summary(some, words)]
    before = [each.before for each in felt if each.before is not None]
    after = [each.after for each in felt if each.after is not None]
    if before and after:
        said.append(
            words.t(
                "The mean emotion goes from {before} to {after}.",
                before=words.signed(round(fmean(before), 1)),
                after=words.signed(round(fmean(after), 1)),
            )
        )
    changed = [(each.after - each.before, each) for each in felt if each.before is not None and each.after is not None]
    rise, best = max(changed, key=_by_change, default=(0, None))
    if best is not None and rise > 0:
        said.append(
            words.t(
                "The greatest rise: {card}, {before} → {after}.",
                card=_named(comparison, best, words),
                before=words.signed(best.before or 0),
                after=words.signed(best.after or 0),
            )
        )
    worse = sum(change < 0 for change, _each in changed)
    if worse:
        said.append(words.tn("{n} touchpoint feels worse.", "{n} touchpoints feel worse.", worse))
    return tuple(said)


def _by_change(pair: tuple[int, Feeling | None]) -> int:
    return pair[0]


def _curves(comparison: Comparison, felt: Sequence[Feeling], words: Texts, width: float) -> Chart:
    """Before as a dashed line with empty squares, after as a full one with discs; a stroke joins both of one card."""
    titles = _titles(comparison, words)
    shapes: list[Primitive] = [*_key(titles, width)]
    top = _KEY + 8
    height = 4 * _LEVEL
    pitch = (width - _LEFT - 10) / max(1, len(felt))
    for at, emotion in enumerate(_EMOTIONS):
        y = top + at * _LEVEL
        shapes.append(Line(_LEFT, y, width, y, "rule.strong" if emotion == 0 else "rule", 0.8))
        shapes.append(label(words.signed(emotion), _LEFT - 8, y - SMALL_LINE / 2, align="right", colour="secondary"))

    def place(at: int, emotion: int) -> tuple[float, float]:
        return _LEFT + 5 + (at + 0.5) * pitch, top + (2 - emotion) * _LEVEL

    olds = [place(at, each.before) for at, each in enumerate(felt) if each.before is not None]
    news = [place(at, each.after) for at, each in enumerate(felt) if each.after is not None]
    for at, each in enumerate(felt):
        if each.before is not None and each.after is not None and each.before != each.after:
            (x, from_y), (_x, to_y) = place(at, each.before), place(at, each.after)
            shapes.append(Line(x, from_y, x, to_y, "secondary", 0.8, (1.5, 2.0)))
    shapes += [Line(*one, *other, _BEFORE, 1.4, _DASH) for one, other in pairwise(olds)]
    shapes += [Line(*one, *other, _AFTER, 2.0) for one, other in pairwise(news)]
    shapes += [_square(x, y) for x, y in olds]
    shapes += [circle(x, y, _MARK, fill=_AFTER, stroke=_AFTER) for x, y in news]
    shapes += _numbers(comparison, felt, top + height + 8, place)
    bottom = top + height + 8 + SMALL_LINE
    spots = tuple(
        Spot(place(at, 0)[0] - pitch / 2, top - 8, pitch, bottom - top + 8, _told(comparison, each, words), each.new)
        for at, each in enumerate(felt)
    )
    return Chart(width, bottom, tuple(shapes), spots, _table(comparison, felt, titles, words))


def _titles(comparison: Comparison, words: Texts) -> tuple[str, str]:
    """What both states are called; versions of one map have one title, and are told apart by when they are of."""
    old, new = (_title(each.title, words) for each in (comparison.old, comparison.new))
    if old != new:
        return old, new
    return words.t("Before: {title}", title=old), words.t("Now: {title}", title=new)


def _key(titles: tuple[str, str], width: float) -> list[Primitive]:
    shapes: list[Primitive] = []
    x, room = 0.0, width / 2 - 60
    for at, title in enumerate(titles):
        y = SMALL_LINE / 2
        shapes.append(Line(x, y, x + 30, y, (_BEFORE, _AFTER)[at], (1.4, 2.0)[at], (_DASH, ())[at]))
        shapes.append(circle(x + 15, y, _MARK, fill=_AFTER) if at else _square(x + 15, y))
        said = label(title, x + 38, 0, room=room)
        shapes.append(said)
        x += 38 + said.width + 24
    return shapes


def _square(x: float, y: float) -> Rect:
    return Rect(x - _MARK + 0.5, y - _MARK + 0.5, 2 * _MARK - 1, 2 * _MARK - 1, fill="card", stroke=_BEFORE)


def _numbers(
    comparison: Comparison, felt: Sequence[Feeling], top: float, place: Callable[[int, int], tuple[float, float]]
) -> list[Primitive]:
    """The numbers of the cards below the curves, as many as can be read; + and − before those that came and went."""
    shapes: list[Primitive] = []
    free = 0.0
    for at, each in enumerate(felt):
        card = _card(comparison, each)
        if card is None:
            continue
        sign = "" if each.old and each.new else MARKS["added"] if each.new else MARKS["removed"]
        said = f"{sign}{card.number}"
        half = text_width(said, "regular", SMALL) / 2
        x = place(at, 0)[0]
        if x - half >= free:
            shapes.append(label(said, x, top, align="middle", colour="text" if each.new else "secondary"))
            free = x + half + 4
    return shapes


def _changes(comparison: Comparison, some: Sequence[Row], words: Texts, width: float) -> Chart:
    """A grid: how many things of each phase were added, removed, moved and changed. Its table tells them all."""
    changed = {each.phase for each in some}
    order = [name for name in phase_order(comparison) if name in changed]
    names = [*order, ""] if any(not each.phase for each in some) else order
    marks: list[Mark] = list(MARKS)
    left = width * _NAMES
    column = min(_MOST_COLUMN, (width - left) / len(marks))
    shapes: list[Primitive] = []
    spots: list[Spot] = []
    for at, mark in enumerate(marks):
        head = f"{MARKS[mark]} {words.t(MARK_NAMES[mark])}"
        shapes.append(label(head, left + (at + 1) * column - 8, 2, align="right", face="semibold", room=column - 8))
    shapes.append(Line(0, _ROW - 3, width, _ROW - 3, "rule.strong", 0.8))
    for down, name in enumerate(names, 1):
        y = down * _ROW
        counts = [sum(each.phase == name and each.mark == mark for each in some) for mark in marks]
        title = name or words.t("The map itself")
        shapes.append(label(title, 0, y + 2, room=left - 12))
        for at, count in enumerate(counts):
            if count:
                shapes.append(label(words.number(count), left + (at + 1) * column - 8, y + 2, align="right"))
        shapes.append(Line(0, y + _ROW - 3, width, y + _ROW - 3, "rule", 0.8))
        told = ", ".join(
            f"{words.t(MARK_NAMES[mark])} {words.number(count)}" for mark, count in zip(marks, counts, strict=True)
        )
        spots.append(Spot(0, y - 2, width, _ROW, f"{title}: {told}", _phase_id(comparison, name)))
    table = ChartTable(
        words.t("What changed"),
        (words.t("Kind"), words.t("What"), words.t("How")),
        tuple((_marked(each.mark, words), each.subject, "; ".join(each.details) or "–") for each in some),
    )
    return Chart(width, (len(names) + 1) * _ROW + 2, tuple(shapes), tuple(spots), table)


def _marked(mark: Mark, words: Texts) -> str:
    return f"{MARKS[mark]} {words.t(MARK_NAMES[mark])}"


def _phase_id(comparison: Comparison, name: str) -> str:
    return next((each.id for each in comparison.new.phases if name and phase_name(each) == name), "")


def _card(comparison: Comparison, feeling: Feeling) -> Touchpoint | None:
    found = find_card(comparison.new, feeling.new) if feeling.new else find(comparison.old.touchpoints, feeling.old)
    return found if isinstance(found, Touchpoint) else None


def _named(comparison: Comparison, feeling: Feeling, words: Texts) -> str:
    card = _card(comparison, feeling)
    return "" if card is None else f"{card.number} {' '.join(card.title.split()) or words.t('Untitled')}"


def _told(comparison: Comparison, feeling: Feeling, words: Texts) -> str:
    both = f"{_value(feeling.before, words)} → {_value(feeling.after, words)}"
    return f"{_named(comparison, feeling, words)}: {both}"


def _value(emotion: int | None, words: Texts) -> str:
    return "–" if emotion is None else words.signed(emotion)


def _title(title: str, words: Texts) -> str:
    return " ".join(title.split()) or words.t("Untitled map")


def _table(comparison: Comparison, felt: Sequence[Feeling], titles: tuple[str, str], words: Texts) -> ChartTable:
    return ChartTable(
        words.t("Emotions before and after"),
        (words.t("Touchpoint"), *titles),
        tuple(
            (_named(comparison, each, words), _value(each.before, words), _value(each.after, words)) for each in felt
        ),
        numbers=(1, 2),
    )
