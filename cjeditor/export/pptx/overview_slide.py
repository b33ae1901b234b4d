"""The overview: phases side by side with their curve, what is decisive in them and what hurts, to be read in a room.

Cards are named here, not shown: the slides of the phases have them in full.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from cjeditor.analysis.ratings import felt
from cjeditor.export.card_words import text_of
from cjeditor.export.content import Content, phase_title
from cjeditor.export.map_words import Highlights, highlights
from cjeditor.export.plain_text import one_line
from cjeditor.export.pptx.charts import CurvePlan, add_curve
from cjeditor.export.pptx.deck import HEIGHT, MARGIN, SMALLEST, TITLE_HEIGHT, TITLE_TOP, WIDTH
from cjeditor.export.pptx.fitting import cut, lines_of
from cjeditor.export.pptx.shapes import Box, Insets, Named, Run
from cjeditor.export.pptx.writing import Slides
from cjeditor.layout.measure import text_width
from cjeditor.model.cards import Card, Touchpoint
from cjeditor.model.journey_map import Phase

_TOP: Final = TITLE_TOP + TITLE_HEIGHT + 10.0
_BOTTOM: Final = HEIGHT - 36.0
_MOST_PHASES: Final = 9
"""Of more the names would have no room; they go over several slides."""
_WIDEST: Final = 300.0
_NAMES: Final = 108.0
"""What the names of the rows take at the left."""
_GAP: Final = 6.0
_PADDING: Final = 7.0
_HEAD_PADDING: Final = 4.0
_BAND: Final = 5.0
_LINE: Final = 1.22
_BETWEEN: Final = 5.0
_LOWEST_CURVE, _HIGHEST_CURVE = 120.0, 230.0
_NARROWER: Final = 1.06
"""How much wider Lato is than the fonts of office programs, at least: a word that is a little too wide is not."""
_MOST_VALUES: Final = 40
"""Points of a curve that have room for their numbers."""
_LONGEST: Final = 400
"""Characters of a card: more is never shown."""


class _Amount(NamedTuple):
    """How large the texts are, how many cards of a kind a phase has, and in how many lines each."""

    size: float
    cards: int
    lines: int


_AMOUNTS: Final = (
    *(_Amount(size, 4, 5) for size in (20.0, 18.0, 17.0, 16.0, 15.0)),
    *(_Amount(size, 3, 4) for size in (15.0, 14.0, SMALLEST)),
    *(_Amount(SMALLEST, cards, lines) for cards, lines in ((3, 3), (2, 4), (2, 3), (2, 2), (1, 3), (1, 2), (1, 1))),
)
"""The most first."""


class _Column(NamedTuple):
    """A phase and its place."""

    phase: Phase
    title: str
    x: float
    width: float
    named: Highlights


class _Row(NamedTuple):
    """What stands beside a name at the left: the texts of each phase, and how they look."""

    name: str
    texts: tuple[tuple[str, ...], ...]
    edge: str
    fill: str


def add_overview_slides(slides: Slides, title: str, notes: str) -> None:
    """Add the overview, on one slide or, of very many phases, on several; none without a phase."""
    subject = slides.subject
    named = highlights(subject)
    count = -(-len(subject.phases) // _MOST_PHASES)
    share = -(-len(subject.phases) // max(1, count))
    for i in range(count):
        first = i * share
        shown = title
        if count > 1:
            shown = slides.numbered(title, i + 1, count)
        _Overview(slides, shown, notes, first, named[first : first + share]).draw()


class _Overview:
    def __init__(self, slides: Slides, title: str, notes: str, first: int, named: Sequence[Highlights]) -> None:
        self._content: Content = slides.subject
        self._theme = slides.theme
        self._slide, self._ink = slides.add_with_slide(title, notes)
        words = self._content.words
        room = WIDTH - 2 * MARGIN - _NAMES
        width = min(_WIDEST, (room + _GAP) / len(named) - _GAP)
        self._columns = [
            _Column(
                self._content.phases[first + i],
                phase_title(first + i + 1, self._content.phases[first + i], words),
                MARGIN + _NAMES + i * (width + _GAP),
                width,
                one,
            )
            for i, one in enumerate(named)
        ]

    def draw(self) -> None:
        """Put all of it on the slide: phase by phase, the curve last, as it is read aloud."""
        chart = self._curve()
        least = _LOWEST_CURVE if chart is not None else 0.0
        room = _BOTTOM - _TOP - least
        amount = self._fitting(room)
        spare = max(0.0, room - self._height(amount))
        curve = least + min(spare, _HIGHEST_CURVE - least if least else 0.0)
        head = self._head_height(amount)
        tops = [_TOP + head + curve + (8.0 if least else 0.0)]
        rows = self._rows(amount)
        for row in rows:
            tops.append(tops[-1] + self._row_height(row, amount))
        for row, top in zip(rows, tops, strict=False):
            self._name(row.name, top, amount)
        for i, column in enumerate(self._columns):
            self._head(column, head, amount)
            for row, top, below in zip(rows, tops, tops[1:], strict=False):
                self._cell(row, i, Box(column.x, top, column.width, below - top - _GAP), amount)
        if chart is not None:
            words = self._content.words
            self._name(words.t("Emotion, −2 to +2"), _TOP + head + curve / 2 - 20, amount)
            left = self._columns[0].x - _GAP / 2
            right = self._columns[-1].x + self._columns[-1].width + _GAP / 2
            add_curve(self._slide, Box(left, _TOP + head + 4, right - left, curve), chart, self._theme)

    def _fitting(self, room: float) -> _Amount:
        """The most that goes into a height: halving what is left, since each is lower than the one before."""
        low, high = 0, len(_AMOUNTS) - 1
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if self._height(_AMOUNTS[middle]) <= room else (middle + 1, high)
        return _AMOUNTS[low]

    def _rows(self, amount: _Amount) -> list[_Row]:
        """Those that have something in them."""
        words = self._content.words
        moments = tuple(self._listed([_called(one) for one in each.named.moments], amount) for each in self._columns)
        pains = tuple(self._listed([_called(one) for one in each.named.pains], amount) for each in self._columns)
        counts = tuple(each.named.counts for each in self._columns)
        rows = (
            _Row(words.t("Moments of truth"), moments, "star", ""),
            _Row(words.t("Pain points"), pains, "edge.pain", "note.pain"),
            _Row(words.t("In numbers"), counts, "", ""),
        )
        return [row for row in rows if any(row.texts)]

    def _listed(self, said: list[str], amount: _Amount) -> tuple[str, ...]:
        rest = len(said) - amount.cards
        if rest <= 0:
            return tuple(said)
        return (*said[: amount.cards], self._content.words.tn("and {n} more", "and {n} more", rest))

    def _height(self, amount: _Amount) -> float:
        rows = sum(self._row_height(row, amount) for row in self._rows(amount))
        return self._head_height(amount) + 8.0 + rows

    def _head_height(self, amount: _Amount) -> float:
        return (
            max(_height(self._head_runs(one, amount), one.width - 2 * _HEAD_PADDING) for one in self._columns)
            + _BAND
            + 8
        )

    def _head_size(self, amount: _Amount) -> float:
        """Somewhat larger than the texts, as long as no word of a name is broken."""
        longest = {word for one in self._columns for word in one.title[:_LONGEST].split()}
        room = (self._columns[0].width - 2 * _HEAD_PADDING) * _NARROWER
        widest = max(text_width(word, "bold", 100.0) for word in longest) / 100.0
        return max(SMALLEST, min(amount.size + 1, room / widest))

    def _row_height(self, row: _Row, amount: _Amount) -> float:
        name = lines_of(row.name, "bold", SMALLEST, _NAMES - 8) * SMALLEST * _LINE
        cells = (_height(self._runs(said, amount), self._columns[0].width - 2 * _PADDING) for said in row.texts)
        return max(name, *cells) + 2 * _PADDING + _GAP

    def _head_runs(self, column: _Column, amount: _Amount) -> list[Run]:
        width = column.width - 2 * _HEAD_PADDING
        size = self._head_size(amount)
        runs = [self._ink.run(cut(column.title, "bold", size, width, 3), size, bold=True, line=size * _LINE)]
        if column.phase.duration.strip():
            told = cut(one_line(column.phase.duration), "regular", SMALLEST, width, 2)
            runs.append(self._ink.run(told, SMALLEST, "secondary", line=SMALLEST * _LINE))
        return runs

    def _runs(self, said: Sequence[str], amount: _Amount) -> list[Run]:
        width = self._columns[0].width - 2 * _PADDING
        return [
            self._ink.run(
                cut(text, "regular", amount.size, width, amount.lines),
                amount.size,
                line=amount.size * _LINE,
                before=_BETWEEN if i else 0.0,
            )
            for i, text in enumerate(said)
        ]

    def _head(self, column: _Column, height: float, amount: _Amount) -> None:
        box = Box(column.x, _TOP, column.width, height)
        inset = Insets(_HEAD_PADDING, _BAND + 4, _HEAD_PADDING, 0)
        name = self._content.words.t("Phase {name}", name=column.title)
        about = one_line(f"{column.title}. {column.phase.description[:_LONGEST]}")
        runs = self._head_runs(column, amount)
        self._ink.box(box, runs, Named(name, about), fill=f"tint:{column.phase.colour}", insets=inset)
        self._ink.box(box._replace(height=_BAND), fill=f"band:{column.phase.colour}")

    def _name(self, name: str, top: float, amount: _Amount) -> None:
        """The name of a row, and a rule above the row."""
        size = min(amount.size, 16.0)
        size = size if lines_of(name, "bold", size, _NAMES - 8) <= 2 else SMALLEST
        room = Box(MARGIN, top + _PADDING - 2, _NAMES - 8, 3 * size * _LINE)
        shown = cut(name, "bold", size, _NAMES - 8, 3)
        self._ink.box(room, [self._ink.run(shown, size, "subheading", bold=True, line=size * _LINE)])

    def _cell(self, row: _Row, at: int, box: Box, amount: _Amount) -> None:
        said = row.texts[at]
        if not said:
            return
        runs = self._runs(said, amount)
        height = min(box.height, _height(runs, box.width - 2 * _PADDING) + 2 * _PADDING)
        inset = Insets(_PADDING, _PADDING - 2, _PADDING, 0)
        name = Named(f"{row.name}, {self._columns[at].title}")
        self._ink.box(box._replace(height=height), runs, name, fill=row.fill, insets=inset)
        if row.edge:
            self._ink.box(Box(box.x, box.y, 3.0, height), fill=row.edge)

    def _curve(self) -> CurvePlan | None:
        """The curve with each touchpoint above its phase; none where fewer than two are known."""
        words = self._content.words
        phases = {column.phase.id: i for i, column in enumerate(self._columns)}
        cards: list[list[Touchpoint]] = [[] for _ in self._columns]
        for card in self._content.touchpoints():
            at = phases.get(self._content.steps[card.step].phase)
            if at is not None:
                cards[at].append(card)
        points, told = [], []
        for i, some in enumerate(cards):
            for j, card in enumerate(some):
                value = felt(card)
                if value is not None:
                    points.append((i + (j + 0.5) / len(some), value))
                    told.append(f"{_called(card)}: {words.signed(value)}")
        if len(points) < 2:
            return None
        name = words.t("Emotion curve")
        return CurvePlan(points, len(self._columns), name, ", ".join(told), numbered=len(points) <= _MOST_VALUES)


def _called(card: Card) -> str:
    """A card by its number and text, in a line."""
    return one_line(f"{card.number} {text_of(card)[:_LONGEST]}")


def _height(runs: Sequence[Run], width: float) -> float:
    return sum(
        run.before + lines_of(run.text, "bold" if run.bold else "regular", run.size, width) * run.line for run in runs
    )
