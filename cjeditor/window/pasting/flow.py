"""Text from other programs gets onto the map: read, where in doubt shown first, and added as one step."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cjeditor.canvas.background import Background
from cjeditor.canvas.blocks import Block
from cjeditor.canvas.capture.pasted_marks import MarkReader
from cjeditor.canvas.making import lane_maker, phase_maker
from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.canvas.text_in import ForeignText, TextPlace, text_of
from cjeditor.interchange.problems import ImportRefused
from cjeditor.model.edits.placing import PlacedText, place_texts
from cjeditor.model.ids import new_id
from cjeditor.model.lookup import map_of, steps_of
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import Project
from cjeditor.texts import Texts
from cjeditor.window.pictures.files import on_clipboard
from cjeditor.window.waiting import waiting
from cjeditor.wording import sentence

if TYPE_CHECKING:
    # Not before something is pasted.
    from cjeditor.interchange.paste_plan import PastePlan
    from cjeditor.interchange.pasted import Pasted

_AT_ONCE = 20_000
"""Characters that are read while people wait; more is read beside the thread that answers them."""
_FEW = 300
"""Cards that are made while people wait."""


class _Wish(NamedTuple):
    """What is to be pasted where, and whether to ask how it is meant in any case."""

    map_id: str
    place: TextPlace
    ask: bool


class PastingFlow(QObject):
    """Takes texts in for one canvas.

    Signals:
        hint(str): a sentence for the status bar.
    """

    hint = Signal(str)

    def __init__(self, canvas: MapCanvas, words: Texts, parent: QObject) -> None:
        """Serve a canvas.

        Args:
            canvas: shows the map.
            words: the language of the window.
            parent: goes with it.
        """
        super().__init__(parent)
        self._canvas = canvas
        self._words = words
        self._times = 0
        self._background = Background(self)
        self._background.done.connect(self._go_on)
        canvas.text_in.wanted.connect(self._take)

    @property
    def busy(self) -> bool:
        """Whether something is being read or made."""
        return self._background.is_busy()

    def preview(self) -> None:
        """Ask how what is on the clipboard is meant, and paste it so."""
        if self._canvas.finish_editing():
            wish = _Wish(self._canvas.map_id, self._canvas.clipboard.place(), ask=True)
            self._read(text_of(on_clipboard()), wish)

    def _take(self, text: ForeignText, place: TextPlace) -> None:
        self._read(text, _Wish(self._canvas.map_id, place, ask=False))

    def _read(self, text: ForeignText, wish: _Wish) -> None:
        # Imported here: nobody waits for it at start.
        from cjeditor.interchange.pasted import read_pasted  # noqa: PLC0415

        if len(text.text) + len(text.html) > _AT_ONCE:
            self._later(partial(read_pasted, *text), partial(self._plan, wish=wish))
            return
        try:
            pasted = read_pasted(*text)
        except ImportRefused as refused:
            self.hint.emit(sentence(refused.problem, self._words))
            return
        self._plan(pasted, wish)

    def _later(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        """Do `work` beside this thread, and `then` with what it gives."""
        self._times += 1
        self.hint.emit(self._words.t("Pasting…"))
        self._background.begin((self._times, then), work)

    def _go_on(self, key: tuple[int, Callable[..., None]], future: Future[object]) -> None:
        try:
            result = future.result()
        except ImportRefused as refused:
            self.hint.emit(sentence(refused.problem, self._words))
            return
        except EditRefused as refused:
            self._canvas.refused.emit(refused.problem)
            return
        key[1](result)

    def _plan(self, pasted: Pasted, wish: _Wish) -> None:
        """Go on with what was read, if its map is still there to see."""
        # Imported here: they come with what is pasted.
        from cjeditor.interchange.paste_plan import PasteAt, advice, plan  # noqa: PLC0415
        from cjeditor.window.pasting.dialog import PasteDialog  # noqa: PLC0415
        from cjeditor.window.pasting.planned_marks import PlannedMarks  # noqa: PLC0415

        self.hint.emit("")
        if wish.map_id != self._canvas.map_id or not self._canvas.finish_editing():
            return
        journey_map = self._canvas.desk.map
        at = PasteAt(wish.place.step, wish.place.lane)
        meant = advice(pasted, journey_map, at)
        marks = PlannedMarks(self._canvas.desk.document.project, journey_map)
        made = plan(pasted, journey_map, at, meant.reading, adds=meant.adds)
        if not wish.ask and not meant.ask and not marks.are_meant(made):
            self._add(made, pasted, wish, marks=False)
            return
        dialog = PasteDialog(pasted, journey_map, at, meant, marks, self._words, self._window())
        dialog.chosen.connect(self._chosen)
        self._asked = (pasted, wish)
        dialog.open()

    def _chosen(self, made: PastePlan, marks: bool) -> None:
        self._add(made, *self._asked, marks=marks)

    def _add(self, made: PastePlan, pasted: Pasted, wish: _Wish, *, marks: bool) -> None:
        ids: list[str] = []
        edit = self._edit(made, wish, ids, marks=marks)
        if len(made.texts) <= _FEW:
            self._apply(edit, made, pasted, ids)
            return
        before = self._canvas.desk.document.project

        def finish(after: Project) -> None:
            def known(project: Project) -> Project:
                return after if project is before else edit(project)

            # “Pasting…” stands until the map has arranged them all, and tells of its change.
            with waiting():
                self._apply(known, made, pasted, ids)

        self._later(partial(edit, before), finish)

    def _apply(self, edit: Callable[[Project], Project], made: PastePlan, pasted: Pasted, ids: list[str]) -> None:
        desk, words = self._canvas.desk, self._words
        if not desk.apply(words.tn("Paste card", "Paste {n} cards", max(1, len(made.texts))), edit):
            return
        desk.choose_cards([one for one in ids if one in desk.arrangement.cards])
        if pasted.total > len(pasted.rows):
            some, every = words.number(len(pasted.rows)), words.number(pasted.total)
            self.hint.emit(words.t("Only the first {some} of {all} lines became cards.", some=some, all=every))
        elif pasted.shortened:
            # Imported here: it came with what was pasted.
            from cjeditor.interchange.pasted import LONGEST_CELL  # noqa: PLC0415

            most = words.number(LONGEST_CELL)
            self.hint.emit(words.t("Of long lines only the first {n} characters were taken.", n=most))

    def _edit(self, made: PastePlan, wish: _Wish, ids: list[str], *, marks: bool) -> Callable[[Project], Project]:
        """Return the edit that makes what is missing and the cards; it leaves their ids in `ids`."""
        desk, map_id = self._canvas.desk, wish.map_id
        labels = desk.labels

        def edit(project: Project) -> Project:
            keys: dict[str, str] = {}
            for key, name in made.phases.items():
                number = len(map_of(project, map_id).phases) + 1
                title = " ".join(name.split()) or labels.t("Phase {number}", number=number)
                phase_id, add = phase_maker(desk, Block("phase", title=title), None)
                project = add(project)
                keys[key] = steps_of(map_of(project, map_id), phase_id)[0].id
            for key, name in made.lanes.items():
                touch = all(each.kind != "touchpoints" for each in map_of(project, map_id).lanes)
                block = Block("lane", lane_kind="touchpoints" if touch else "notes", title=" ".join(name.split()))
                keys[key], add = lane_maker(desk, block, None)
                project = add(project)
            texts = [PlacedText(keys.get(t.step, t.step), keys.get(t.lane, t.lane), t.text) for t in made.texts]
            fields: list[dict[str, Any]] = []
            if marks:
                project, texts, fields = _marks_read(project, map_id, texts)
            project, ids[:] = place_texts(project, map_id, texts, new_ids=new_id, index=wish.place.index, fields=fields)
            return project

        return edit

    def _window(self) -> QWidget:
        return self._canvas.window()


def _marks_read(
    project: Project, map_id: str, texts: list[PlacedText]
) -> tuple[Project, list[PlacedText], list[dict[str, Any]]]:
    """Return the texts without their marks, and what those say of the cards; with what is named for the first time."""
    reader = MarkReader(project)
    touchpoints = {lane.id for lane in map_of(project, map_id).lanes if lane.holds == "touchpoints"}
    plain: list[PlacedText] = []
    fields: list[dict[str, Any]] = []
    for each in texts:
        touchpoint = each.lane in touchpoints
        read = reader.read(each.text, touchpoint=touchpoint)
        project, said = reader.fields(project, read, touchpoint=touchpoint)
        plain.append(each._replace(text=read.words))
        fields.append(said)
    return project, plain, fields
