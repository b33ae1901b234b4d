"""The blank grid: the map's phases and lanes with a field of true size for each sticky note."""

from __future__ import annotations

from typing import Final, NamedTuple

from cjeditor.catalogue import terms
from cjeditor.catalogue.note_kinds import note_kind
from cjeditor.catalogue.note_starters import note_starters
from cjeditor.export.content import Content
from cjeditor.export.options import NoteSize
from cjeditor.export.pdf.sheets import Sheet
from cjeditor.export.pdf.worksheets.grid_plan import GridColumn, GridRow, Page, Plan, planned
from cjeditor.export.pdf.worksheets.note_size import Fields, fields, note_size
from cjeditor.export.pdf.worksheets.surface import MM, Room, Surface
from cjeditor.export.typeset import META, Style, height_of, line_of, paragraph, right_line_of, stacked
from cjeditor.layout.breaking import elide
from cjeditor.layout.primitives import Line, Primitive, Rect
from cjeditor.model.journey_map import Lane

_DASH: Final = (3.0, 3.0)
_CORNER: Final = 2.0 * MM
_ON_WALLS: Final = 76
_LEVELS: Final = (2, 1, 0, -1, -2)
_WORTH_RULING = 0.3
"""Of a row of notes: less room below the lanes is left without a word."""


class _Type(NamedTuple):
    """The letters of a grid: as large as is read from where notes of a size are stuck."""

    title: Style
    guide: Style
    phase: Style
    step: Style
    lane: Style
    small: Style
    hint: Style


def _type(size: NoteSize) -> _Type:
    k = 1.95 if size == _ON_WALLS else 1.0
    return _Type(
        Style("bold", 16.0 * k, 21.0 * k),
        Style("regular", 10.5 * k, 14.0 * k, "secondary"),
        Style("bold", 13.0 * k, 16.5 * k),
        Style("regular", 9.5 * k, 12.5 * k, "secondary"),
        Style("semibold", 10.5 * k, 13.5 * k),
        Style("regular", 8.5 * k, 11.0 * k, "secondary"),
        Style("regular", 8.5 * k, 11.0 * k, "placeholder"),
    )


def grid_sheets(surface: Surface, content: Content, wished: NoteSize | None = None) -> list[Sheet]:
    """The grid on as many sheets as the paper takes; its fields are true to size on each."""
    size = note_size(surface, wished)
    divided = fields(surface, size)
    plan = planned(content, divided)
    made: list[Sheet] = []
    for page in plan.pages:
        shapes = _Grid(surface, content, size, divided, plan, page).shapes()
        made.append(surface.sheet(shapes, title="" if made else content.words.t("Grid for the wall"), level=0))
    return made


class _Grid:
    """Draws one sheet of a grid."""

    def __init__(
        self, surface: Surface, content: Content, size: NoteSize, divided: Fields, plan: Plan, page: Page
    ) -> None:
        self._content = content
        self._words = content.words
        self._size = size
        self._type = _type(size)
        self._fields = divided
        self._plan = plan
        self._page = page
        self._room = surface.room
        self._left = self._room.x + divided.lane
        self._top = self._room.y + divided.head

    def shapes(self) -> list[Primitive]:
        """All that lies on the sheet, from its top left corner."""
        return [*self._head(), *self._phases(), *self._lanes(), *self._foot()]

    # -------------------------------------------------------------------------------------------------------- head
    def _head(self) -> list[Primitive]:
        """The journey's title, what to do, and which of the sheets this is."""
        letters, words = self._type, self._words
        width = self._room.width
        key = self._key()
        title = elide(" ".join(self._content.title.split()), letters.title.face, letters.title.size, width * 0.78)
        guide = elide(self._guide(), letters.guide.face, letters.guide.size, width * 0.78)
        shapes: list[Primitive] = [
            line_of(title, letters.title, self._room.x, self._room.y),
            line_of(guide, letters.guide, self._room.x, self._room.y + letters.title.line),
        ]
        if len(self._plan.pages) > 1:
            number = self._plan.pages.index(self._page) + 1
            said = words.t("Sheet {number} of {count}", number=number, count=len(self._plan.pages))
            shapes.append(right_line_of(said, letters.small, self._room.right, self._room.y + letters.title.line))
            shapes += key
        return shapes

    def _guide(self) -> str:
        persona = self._content.persona
        if persona is None or not persona.name.strip():
            return self._words.t(
                "What do they do, think and feel, from the first thought until long after the purchase?"
            )
        name = " ".join(persona.name.split())
        return self._words.t("What does {name} do, think and feel, from the first thought until afterwards?", name=name)

    def _key(self) -> list[Primitive]:
        """A small picture of all sheets with this one filled."""
        side = self._type.small.size
        across, down = self._plan.across, self._plan.down
        side = min(side, self._room.width * 0.2 / across, self._type.title.line * 0.85 / down)
        left, top = self._room.right - across * side, self._room.y
        return [
            Rect(
                left + (page.across - 1) * side + 0.5,
                top + (page.down - 1) * side + 0.5,
                side - 1.0,
                side - 1.0,
                fill="primary" if page is self._page else "",
                stroke="rule.strong",
                stroke_width=0.5,
            )
            for page in self._plan.pages
        ]

    # ------------------------------------------------------------------------------------------------------ phases
    def _phases(self) -> list[Primitive]:
        """A band and a name above each phase, over all of its columns on this sheet; the steps below."""
        shapes: list[Primitive] = []
        x = self._left
        some = self._page.columns
        at = 0
        while at < len(some):
            together = [one for one in some[at:] if one.phase is some[at].phase and one.number]
            together = together[: _run(some, at)] or [some[at]]
            width = sum(one.wide for one in together) * self._fields.pitch
            shapes += self._phase(together, x, width)
            x += width
            at += len(together)
        return shapes

    def _phase(self, columns: list[GridColumn], x: float, width: float) -> list[Primitive]:
        letters, first = self._type, columns[0]
        inner = width - letters.small.size
        top = self._room.y + letters.title.line + letters.guide.line + letters.small.size * 0.7
        bottom = self._top - letters.small.size * 0.4
        colour = first.phase.colour if first.phase is not None else "rule.strong"
        ground = f"tint:{colour}" if first.phase is not None else ""
        shapes: list[Primitive] = [
            Rect(x, top, width - 1.5 * MM, bottom - top, fill=ground),
            Rect(x, top, width - 1.5 * MM, 1.4 * MM, fill=colour),
        ]
        y = top + 1.4 * MM + letters.small.size * 0.3
        if first.phase is None:
            line = y + letters.phase.line
            shapes.append(Line(x + 6, line, x + inner - 6, line, "rule.strong", 0.6))
            shapes.append(line_of(self._words.t("Phase"), letters.hint, x + 6, line))
            return shapes
        has_steps = any(any(one.steps) for one in columns)
        room = bottom - y - (letters.step.line if has_steps else 0.0)
        name = " ".join(first.phase.name.split()) or self._words.t("Unnamed phase")
        most = max(1, int(room / letters.phase.line + 0.01))
        lines = paragraph(f"{first.number} {name}", letters.phase, inner - 6, self._words.language, max_lines=most)
        shapes += stacked(lines, x + 6, y)
        return [*shapes, *self._steps(columns, Room(x, y + height_of(lines), width, bottom - y - height_of(lines)))]

    def _steps(self, columns: list[GridColumn], room: Room) -> list[Primitive]:
        """The names of the steps at the bottom of their phase's head."""
        style = self._type.step
        most = max(1, int(room.height / style.line + 0.01))
        shapes: list[Primitive] = []
        x = room.x
        for one in columns:
            wide = one.wide * self._fields.pitch
            said = " · ".join(filter(None, one.steps))
            pieces = paragraph(said, style, wide - 6 - style.size, self._words.language, max_lines=most)
            shapes += stacked(pieces, x + 6, room.bottom - height_of(pieces) - 1)
            x += wide
        return shapes

    # ------------------------------------------------------------------------------------------------------- lanes
    def _lanes(self) -> list[Primitive]:
        shapes: list[Primitive] = []
        y = self._top
        for row in self._page.rows:
            height = row.deep * self._fields.pitch
            if row.lane is not None and row.lane.kind == "separator":
                shapes += self._separator(row.lane, y, height)
            else:
                shapes += self._lane(row, y, height)
            y += height
        return [*shapes, Line(self._room.x, y, self._right, y, "rule", 0.8), *self._rest(y)]

    def _rest(self, y: float) -> list[Primitive]:
        """What is left below the lanes, for what belongs in none of them."""
        letters, words = self._type, self._words
        edge = letters.small.size * 0.6
        height = self._room.bottom - 6 * MM - y
        if self._page.down < self._plan.down or height < self._fields.pitch * _WORTH_RULING:
            return []
        width = self._fields.lane - 3 * MM
        pieces = paragraph(words.t("Parking lot"), letters.lane, width, words.language, max_lines=2)
        question = words.t("What should not be lost, but does not belong here?")
        most = max(0, int((height - edge - height_of(pieces)) / letters.small.line))
        pieces += paragraph(question, letters.small, width, words.language, max_lines=most) if most else ()
        return stacked(pieces, self._room.x, y + edge)

    @property
    def _right(self) -> float:
        return self._left + sum(one.wide for one in self._page.columns) * self._fields.pitch

    def _separator(self, lane: Lane, y: float, height: float) -> list[Primitive]:
        small = self._type.small
        name = elide(" ".join(lane.name.split()), small.face, small.size, self._fields.lane - 6)
        middle = y + height / 2
        return [
            line_of(name, small, self._room.x, middle - small.line / 2),
            Line(self._left, middle, self._right, middle, "rule.strong", 1.0, (6.0, 4.0)),
        ]

    def _lane(self, row: GridRow, y: float, height: float) -> list[Primitive]:
        shapes: list[Primitive] = [Line(self._room.x, y, self._right, y, "rule", 0.8), *self._lane_name(row, y, height)]
        if row.lane is not None and row.lane.kind == "emotion":
            return [*shapes, *self._curve(y, height)]
        if row.deep < 1:
            return [*shapes, *self._boundaries(y, height)]
        return [*shapes, *self._fields_of(row, y), *self._boundaries(y, height)]

    def _lane_name(self, row: GridRow, y: float, height: float) -> list[Primitive]:
        """The lane's name and its question, as much of them as there is room for."""
        letters, language = self._type, self._words.language
        width = self._fields.lane - 3 * MM
        top = y + letters.small.size * 0.6
        if row.lane is None:
            line = top + letters.lane.line
            return [
                Line(self._room.x, line, self._room.x + width, line, "rule.strong", 0.6),
                line_of(self._words.t("Lane"), letters.hint, self._room.x, line),
            ]
        name = " ".join(row.lane.name.split()) or terms.lane_kind(row.lane.kind, self._words)
        room = height - letters.small.size
        most = max(1, int(room / letters.lane.line))
        pieces = paragraph(name, letters.lane, width, language, max_lines=most)
        left = room - height_of(pieces)
        question = self._question(row.lane)
        if question and left >= letters.small.line:
            most = int(left / letters.small.line)
            pieces += paragraph(question, letters.small, width, language, max_lines=most)
        return stacked(pieces, self._room.x, top)

    def _question(self, lane: Lane) -> str:
        if lane.question.strip():
            return " ".join(lane.question.split())
        if lane.holds == "notes":
            return note_kind(lane.note_kind).question.in_language(self._words.language)
        return ""

    def _fields_of(self, row: GridRow, y: float) -> list[Primitive]:
        """A dashed square for each note, in the middle of its share of the grid."""
        edge = (self._fields.pitch - self._fields.note) / 2
        note, pitch = self._fields.note, self._fields.pitch
        count = sum(one.wide for one in self._page.columns)
        shapes: list[Primitive] = [
            Rect(
                self._left + column * pitch + edge,
                y + deep * pitch + edge,
                note,
                note,
                stroke="rule.zero",
                stroke_width=0.7,
                dash=_DASH,
            )
            for deep in range(int(row.deep))
            for column in range(count)
        ]
        hint = self._hint(row.lane)
        if hint and self._page.across == 1:
            inner = Room(self._left + edge, y + edge, note, note).inside(_CORNER)
            shapes += stacked(
                paragraph(hint, self._type.hint, inner.width, self._words.language, max_lines=6), inner.x, inner.y
            )
        return shapes

    def _hint(self, lane: Lane | None) -> str:
        """How a note in a lane may begin, to be stuck over."""
        if lane is None:
            return ""
        if lane.kind == "touchpoints":
            return self._words.t("Example: “waits for the answer”. One moment to a note, and begin with a verb.")
        starters = note_starters(lane.note_kind)
        if not starters:
            return ""
        return self._words.t("For example: {beginning}", beginning=starters[0].in_language(self._words.language))

    def _boundaries(self, y: float, height: float) -> list[Primitive]:
        """Lines between the phases; thinner ones between the steps of one."""
        shapes: list[Primitive] = []
        x = self._left
        for before, one in zip((None, *self._page.columns), self._page.columns, strict=False):
            if before is not None:
                same = before.phase is one.phase and one.number > 0
                shapes.append(Line(x, y, x, y + height, "rule", 0.5 if same else 1.0))
            x += one.wide * self._fields.pitch
        return shapes

    def _curve(self, y: float, height: float) -> list[Primitive]:
        """Five lines for the feeling, from the best word to the worst, to draw a curve on."""
        small = self._type.small
        top = y + small.line
        distance = (height - 2 * small.line) / (len(_LEVELS) - 1)
        shapes: list[Primitive] = []
        for i, level in enumerate(_LEVELS):
            at = top + i * distance
            shapes.append(Line(self._left, at, self._right, at, "rule.strong" if level == 0 else "rule.zero", 0.6))
            word = terms.emotion(level, self._content.project, self._words)
            said = elide(f"{self._words.signed(level)} {word}", small.face, small.size, self._fields.pitch * 0.9)
            shapes.append(line_of(said, small, self._left + 2, at - small.line))
        return [*shapes, *self._boundaries(y, height)]

    # -------------------------------------------------------------------------------------------------------- foot
    def _foot(self) -> list[Primitive]:
        """What the fields are for, at the very bottom, where no note lies."""
        words = self._words
        said = words.t("Fields of {mm} mm for sticky notes · print at 100%, do not fit to the page", mm=self._size)
        return [line_of(said, META, self._room.x, self._room.bottom - META.line)]


def _run(columns: tuple[GridColumn, ...], at: int) -> int:
    """How many columns from one on belong to the same phase."""
    count = 1
    while at + count < len(columns) and columns[at + count].number and columns[at + count].phase is columns[at].phase:
        count += 1
    return count
