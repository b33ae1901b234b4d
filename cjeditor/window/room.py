"""A project in its window: the document, its canvas, and the flows that open, save, print and undo."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.catalogue import terms
from cjeditor.document import Document
from cjeditor.model.ids import new_id
from cjeditor.model.lookup import map_of, ordered
from cjeditor.model.problem import Problem
from cjeditor.model.project import Project
from cjeditor.storage.fingerprint import Fingerprint
from cjeditor.window import menu_plan
from cjeditor.window.block_menus import BlockMenu, WindowMenu
from cjeditor.window.exports import Exports
from cjeditor.window.file_flows import FileFlows
from cjeditor.window.grouping.flow import GroupingFlow
from cjeditor.window.handover import Handover, Look, PaneLook
from cjeditor.window.help_flow import HelpFlow
from cjeditor.window.house import House
from cjeditor.window.keeping import Keeping
from cjeditor.window.linking.flow import LinkFlow
from cjeditor.window.main_window import MainWindow
from cjeditor.window.map_details import DetailsFlow
from cjeditor.window.maps.flow import MapsFlow
from cjeditor.window.palette.flow import PaletteFlow
from cjeditor.window.pane_contents import PaneContents
from cjeditor.window.personas.flow import PersonaFlow
from cjeditor.window.pictures.flow import PictureFlow
from cjeditor.window.plain import title_text
from cjeditor.window.saving import Saving
from cjeditor.window.seeing.seeing import Seeing
from cjeditor.window.settings.flow import SettingsFlow
from cjeditor.window.snapshots import SnapshotKeeper, Snapshots
from cjeditor.window.status_bar import EVIDENCE
from cjeditor.window.transfer.flow import TransferFlow
from cjeditor.window.undo_flow import UndoFlow
from cjeditor.window.view_flow import ViewFlow
from cjeditor.window.workshop.minutes_flow import MinutesFlow
from cjeditor.window.workshop.timer import WorkshopTimer
from cjeditor.wording import sentence


class Room(QObject):
    """What one window holds. It belongs to the window and goes with it."""

    def __init__(
        self,
        window: MainWindow,
        project: Project,
        house: House,
        snapshots: Snapshots,
        path: Path | None = None,
        fingerprint: Fingerprint | None = None,
        before: Handover | None = None,
    ) -> None:
        """Furnish `window`.

        Args:
            window: stands already, empty.
            project: what is shown in it; it has a map.
            house: what the windows share.
            snapshots: writes those of unsaved work.
            path: the project's file, if it came from one.
            fingerprint: that file as it was read.
            before: what the window held until now, to go on with; it comes before project, path and fingerprint.
        """
        super().__init__(window)
        self._window, self._house, self._letting_go = window, house, False
        self._words = words = house.words
        self._saved_at = before.saved_at if before else ""
        self.document = before.document if before else Document(project, path)
        self.document.setParent(self)
        map_id = before.look.map_id if before else _first_map(project)
        self.canvas = MapCanvas(self.document, map_id, words, house.appearance.theme)
        self.timer = WorkshopTimer(self.document, house.now, words, self)
        self.contents = PaneContents(self.document, self.canvas, self.timer, house, window.panes, self)
        finish = self.finish_editing
        self.saving = Saving(self.document, house, window, finish)
        self.files = FileFlows(self.document, house, window, self.saving, finish)
        self.exports = Exports(self.document, self.map_id, house, window, finish)
        self.maps = MapsFlow(self.document, self.canvas, house, window, finish)
        self.seeing = Seeing(self.canvas, self.maps.place, house)
        self.details = DetailsFlow(self.document, self.map_id, words, window)
        self._pictures = PictureFlow(self.canvas, finish, words, window)
        self._personas = PersonaFlow(self.document, self.canvas, finish, house, window)
        self.snapshots = (
            before.snapshots
            if before
            else SnapshotKeeper(self.document, self.saving.fingerprint, snapshots, new_id("sv"), self)
        )
        self._undo = UndoFlow(self.document, words, finish, self)
        self.help = HelpFlow(house, window)
        self.settings = SettingsFlow(self.document, house, window)
        self._palette = PaletteFlow(house, window, finish)
        self._looks = ViewFlow(window, self.canvas, self.timer, self.contents.board, house, self.maps.show_map, finish)
        self.keeping = Keeping(
            self.document,
            self.canvas,
            self.saving,
            self.files,
            snapshots,
            self.snapshots,
            finish,
            house,
            window,
        )
        self._minutes = MinutesFlow(self.document, self.map_id, self.exports, finish, house, window)
        self._fill_menus()
        self._connect()
        window.move_in(self, self.maps.place, self._targets())
        window.status.legend.show_names([terms.evidence(kind, words) for kind in EVIDENCE])
        self._undo.follow(window.actions_of_window)
        if before:
            self._go_on_with(before)
        else:
            self.saving.begin_with(path, fingerprint)
        self._show_everything()
        self._take_zoom()
        self.canvas.setFocus()

    def map_id(self) -> str:
        """Return the map on screen."""
        return self.canvas.map_id

    def finish_editing(self) -> bool:
        """Keep what is being written anywhere; False when the text was refused and the field stays open."""
        contents, tabs = self.contents, self.maps.tabs
        return contents.finish_editing() and self.canvas.finish_editing() and tabs.finish_editing()

    def is_pristine(self) -> bool:
        """Return whether nothing would be missed if another project took this one's place."""
        return self.document.path is None and self.document.is_clean() and self.document.undo_stack.count() == 0

    def show_project(
        self, project: Project, path: Path | None, fingerprint: Fingerprint | None, *, clean: bool = True
    ) -> None:
        """Show another project in this window."""
        self.canvas.cancel_gesture()
        self.files.hold(project, path, fingerprint, clean=clean)
        self.canvas.begin_with(_first_map(project))
        self._looks.room_view.begin_anew()
        self._saved_at = ""
        self._show_everything()
        self._take_zoom()

    def show_refused(self, problem: Problem) -> None:
        """Say why an edit was refused."""
        self._window.show_hint(sentence(problem, self._words))

    def hand_over(self) -> Handover:
        """Return what the next room in this window goes on with; this one is of no use any more."""
        self.keeping.close()
        for kept in (self.document, self.snapshots):
            kept.setParent(None)
        return Handover(
            document=self.document,
            snapshots=self.snapshots,
            timer=self.timer.state,
            fingerprint=self.saving.fingerprint(),
            declined=self.saving.declined,
            saved_at=self._saved_at,
            drafts=self.contents.properties.drafts(),
            bookmark=self.contents.guide.bookmark(),
            look=Look.at(self.canvas),
            panes=PaneLook.at(self.contents),
            room_view=self._looks.room_view.hand_over(),
        )

    def let_go(self) -> bool:
        """Return whether the window may close now; where work would be lost, ask, and close it after the answer."""
        if not self._letting_go and not (self.finish_editing() and self.document.is_clean()):
            self.files.ask_to_let_go(self.close_now)
            return False
        self.exports.stop()
        # A stack tells of its steps while it is being destroyed, when nobody is left to hear it.
        self.document.undo_stack.blockSignals(True)
        self._keep_zoom()
        self.keeping.close()
        self.snapshots.close()
        return True

    def _go_on_with(self, before: Handover) -> None:
        self.snapshots.setParent(self)
        self.snapshots.ask(self.saving.fingerprint)
        self.saving.go_on_with(before.fingerprint, before.declined)
        before.look.choose_on(self.canvas)
        self.contents.properties.take_drafts(before.drafts)
        self.contents.guide.take_up(before.bookmark)
        self.timer.take(before.timer)
        self._looks.room_view.take_up(before.room_view)

    def close_now(self) -> None:
        """Close the window without a question: the person has answered it."""
        self._letting_go = True
        self._window.close()

    def _targets(self) -> dict[str, object]:
        """What the handlers in the actions table are methods of."""
        canvas = self.canvas
        return {
            "looks": self._looks,
            "room_view": self._looks.room_view,
            "contents": self.contents,
            "own_blocks": self.contents.own_blocks,
            "pasting": self.contents.pasting,
            "files": self.files,
            "saving": self.saving,
            "exports": self.exports,
            "details": self.details,
            "maps": self.maps,
            "map_edits": self.maps.edits,
            "pictures": self._pictures,
            "personas": self._personas,
            "edit": self._undo,
            "help": self.help,
            "settings": self.settings,
            "palette": self._palette,
            "minutes": self._minutes,
            "history": self.keeping.history,
            "workshop": self.contents.workshop,
            "comments": self.contents.commenting,
            "voting": self.contents.voting_flow,
            "cards": canvas.cards,
            "phases": canvas.phases,
            "steps": canvas.steps,
            "lanes": canvas.lanes,
            "clipboard": canvas.clipboard,
            "parking": canvas.parking,
            "picking": canvas.picking,
            "joining": canvas.joining,
            "view": canvas.view,
            "views": self._looks.views,
            **self.seeing.targets(),
            **LinkFlow(canvas, self._words, self._window).targets(),
            **GroupingFlow(canvas, self._words, self._window, self.finish_editing).targets(),
            **TransferFlow(canvas, self.maps.tabs, self._words, self._window, self.finish_editing).targets(),
        }

    def _fill_menus(self) -> None:
        open_ended = self._window.menus.open_ended
        self.recent = self.files.offer(open_ended["recent"][0], open_ended["samples"][0])
        self._window_menu = WindowMenu(open_ended["windows"][0], self._house.windows)
        self._block_menus = [
            BlockMenu(menu, kind, self._words, self._house.icons)
            for kind in ("notes", "framework_phases")
            for menu in open_ended[kind]
        ]

    def _connect(self) -> None:
        document, canvas, window = self.document, self.canvas, self._window
        actions = window.actions_of_window
        document.changed.connect(self._project_changed)
        document.changed.connect(window.statusBar().clearMessage)  # what it said is no longer so
        document.path_changed.connect(self._show_title)
        document.undo_stack.cleanChanged.connect(self._show_saved)
        canvas.commands_changed.connect(actions.refresh_soon)
        canvas.zoom_changed.connect(window.status.show_zoom)
        canvas.refused.connect(self.show_refused)
        canvas.hint.connect(window.show_hint)
        canvas.context_menu_requested.connect(self._show_context_menu)
        self.timer.step_changed.connect(actions.refresh_soon)
        self.contents.refused.connect(self.show_refused)
        self.contents.hint.connect(window.show_hint)
        self.contents.context_menu_requested.connect(self._show_context_menu)
        for menu in self._block_menus:
            menu.chosen.connect(self.contents.add_block)
        window.entered.connect(self.saving.look_at_disk)
        window.dropped.connect(self._pictures.take_dropped)
        self._pictures.other_dropped.connect(self.files.path_wanted)
        self._looks.hint.connect(window.show_hint)
        self._pictures.hint.connect(window.show_hint)
        self._looks.room_view.changed.connect(actions.refresh_soon)
        window.closed.connect(self._looks.room_view.close)
        self.saving.saved.connect(self._note_saved)
        self.exports.changed.connect(actions.refresh_soon)
        self._minutes.refused.connect(self.show_refused)
        self.keeping.refused.connect(self.show_refused)
        self.keeping.hint.connect(window.show_hint)
        self.details.refused.connect(self.show_refused)
        self.maps.shown.connect(self._show_everything)
        self.maps.menu_wanted.connect(self._show_context_menu)
        actions.refused.connect(self.show_refused)
        self._house.appearance.theme_changed.connect(canvas.set_theme)

    def _show_everything(self) -> None:
        journey_map = map_of(self.document.project, self.map_id())
        self._window.status.show_counts(journey_map)
        self._window.status.show_zoom(self.canvas.view.zoom)
        for menu in self._block_menus:
            menu.offer(journey_map)
        self.contents.show_everything()
        self._show_title()
        self._show_saved()
        self._window.actions_of_window.refresh()

    def _project_changed(self) -> None:
        project = self.document.project
        if any(one.id == self.map_id() for one in project.maps):
            self._window.status.show_counts(map_of(project, self.map_id()))
        if self.document.path is None:
            self._show_title()

    def _show_title(self) -> None:
        self._window.setWindowTitle(f"{title_text(self.saving.name())}[*] – cjeditor")
        self._window.setWindowFilePath(str(self.document.path or ""))
        self._window.setWindowModified(not self.document.is_clean())

    def _show_saved(self) -> None:
        clean = self.document.is_clean()
        self._window.setWindowModified(not clean)
        self._window.status.show_saved(self._saved_at, changed=not clean)

    def _note_saved(self) -> None:
        self._saved_at = self._house.time()
        self._show_saved()
        self._keep_zoom()

    def _take_zoom(self) -> None:
        zoom = self._house.preferences.zoom_of(self.document.path) if self.document.path is not None else None
        if zoom is not None:
            self.canvas.view.zoom_to(zoom)

    def _keep_zoom(self) -> None:
        if self.document.path is not None:
            self._house.preferences.keep_zoom(self.document.path, self.canvas.view.zoom)

    def _show_context_menu(self, place: QPoint, kind: str, _record_id: str) -> None:
        """Show what can be done with the thing at `place`; the canvas has chosen it already."""
        self._window.actions_of_window.refresh()
        plan = menu_plan.CONTEXT_MENUS.get(kind, menu_plan.CONTEXT_MENUS["map"])
        menu = self._window.menus.build(plan, self._window)
        for open_menu in menu.findChildren(QMenu, "notes"):
            filled = BlockMenu(open_menu, "notes", self._words, self._house.icons)
            filled.offer(map_of(self.document.project, self.map_id()))
            filled.chosen.connect(self.contents.add_block)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)


def _first_map(project: Project) -> str:
    """Return the id of the map to show first; a project always has one."""
    return ordered(project.maps)[0].id
