"""The main window: puts a project's canvas, menus, toolbar, building blocks and status bar together, nothing more."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QToolBar, QWidget

from cjeditor.canvas.blocks import Block
from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.document import Document
from cjeditor.layout.theme import Theme
from cjeditor.model.ids import new_id
from cjeditor.model.lookup import map_of, ordered
from cjeditor.model.problem import Problem
from cjeditor.model.project import Project
from cjeditor.storage.fingerprint import Fingerprint
from cjeditor.window import menu_plan
from cjeditor.window.action_set import ActionSet
from cjeditor.window.block_list import sections
from cjeditor.window.block_menus import BlockMenu, WindowMenu
from cjeditor.window.building_blocks import BuildingBlocks
from cjeditor.window.exports import Exports
from cjeditor.window.file_flows import FileFlows
from cjeditor.window.help_flow import HelpFlow
from cjeditor.window.house import House
from cjeditor.window.map_details import DetailsFlow
from cjeditor.window.menus import Menus
from cjeditor.window.panes import Panes
from cjeditor.window.places import keep_place, put_in_place
from cjeditor.window.plain import title_text
from cjeditor.window.recent_menu import RecentMenu
from cjeditor.window.saving import Saving
from cjeditor.window.snapshots import SnapshotKeeper
from cjeditor.window.status_bar import MapStatus
from cjeditor.window.undo_flow import UndoFlow
from cjeditor.wording import sentence

HINT_TIME = 6_000
"""Milliseconds for which the status bar shows a hint."""


class MainWindow(QMainWindow):
    """One window with one project.

    Signals:
        closed(): the window is going away.
        quit_wanted(): the whole program should end.
    """

    closed = Signal()
    quit_wanted = Signal()

    def __init__(self, project: Project, house: House) -> None:
        super().__init__()
        self._house = house
        self._words = house.words
        self._letting_go = False
        self._saved_at = ""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.document = Document(project, parent=self)
        theme = house.appearance.theme
        self.canvas = MapCanvas(self.document, _first_map(project), self._words, theme)
        self.saving = Saving(self.document, house, self, self.canvas.finish_editing)
        self.files = FileFlows(self.document, house, self, self.saving, self.canvas.finish_editing)
        self.exports = Exports(self.document, self.map_id, house, self, self.canvas.finish_editing)
        self.details = DetailsFlow(self.document, self.map_id, self._words, self)
        self.snapshots = SnapshotKeeper(self.document, self.saving.fingerprint, house.snapshots, new_id("sv"), self)
        self._undo = UndoFlow(self.document, self._words, self.canvas.finish_editing, self)
        self._help = HelpFlow(house, self)
        self.blocks = BuildingBlocks(self._words, house.icons, theme)
        self._panes = Panes(self, self.blocks, self.canvas, house)
        self.actions_of_window = ActionSet(self._targets(), self._words, house.icons, self)
        self.addActions(self.actions_of_window.all())
        self._menus = Menus(self.actions_of_window, house.icons, self._words)
        self._put_together(theme)
        self._connect()
        self._undo.follow(self.actions_of_window)
        self._show_everything()
        put_in_place(self, house.preferences)
        self.canvas.setFocus()

    # ---------------------------------------------------------------------------------------------- for everybody
    def map_id(self) -> str:
        """Return the map on screen."""
        return self.canvas.map_id

    def is_pristine(self) -> bool:
        """Return whether nothing would be missed if another project took this one's place."""
        return self.document.path is None and self.document.is_clean() and self.document.undo_stack.count() == 0

    def show_project(
        self, project: Project, path: Path | None, fingerprint: Fingerprint | None, *, clean: bool = True
    ) -> None:
        """Show another project in this window."""
        self.canvas.cancel_gesture()
        self.files.hold(project, path, fingerprint, clean=clean)
        self.canvas.show_map(_first_map(project))
        self._saved_at = ""
        self._show_everything()
        zoom = self._house.preferences.zoom_of(path) if path is not None else None
        if zoom is not None:
            self.canvas.view.zoom_to(zoom)

    def show_refused(self, problem: Problem) -> None:
        """Say why an edit was refused."""
        self.statusBar().showMessage(sentence(problem, self._words), HINT_TIME)

    # ------------------------------------------------------------------------------- what the actions table names
    def ask_to_quit(self) -> None:
        """Ask the program to end."""
        self.quit_wanted.emit()

    # ------------------------------------------------------------------------------------------------- inner life
    def _targets(self) -> dict[str, object]:
        """What the handlers in the actions table are methods of."""
        canvas = self.canvas
        return {
            "window": self,
            "panes": self._panes,
            "files": self.files,
            "saving": self.saving,
            "exports": self.exports,
            "details": self.details,
            "edit": self._undo,
            "help": self._help,
            "cards": canvas.cards,
            "phases": canvas.phases,
            "steps": canvas.steps,
            "lanes": canvas.lanes,
            "clipboard": canvas.clipboard,
            "picking": canvas.picking,
            "view": canvas.view,
        }

    def _put_together(self, theme: Theme) -> None:
        middle = QWidget(self)
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.blocks)
        row.addWidget(self.canvas, 1)
        self.setCentralWidget(middle)
        self.blocks.setVisible(self._house.preferences.flag("blocks", True))
        self._menus.fill_bar(self.menuBar())
        tools = QToolBar(self._words.t("Tools"), self)
        self._menus.fill_toolbar(tools)
        self.addToolBar(tools)
        zoom_actions = [self.actions_of_window[f"view.{name}"] for name in ("fit", "zoom_100", "zoom_in", "zoom_out")]
        self.status = MapStatus(self._words, theme, zoom_actions, self)
        self.setStatusBar(self.status)
        self.recent = RecentMenu(self._menus.open_ended["recent"][0], self._house.preferences, self._words)
        self._block_menus = [
            BlockMenu(menu, kind, self._words, self._house.icons)
            for kind in ("notes", "framework_phases")
            for menu in self._menus.open_ended.get(kind, [])
        ]
        self._window_menu = WindowMenu(self._menus.open_ended["windows"][0], self._house.windows)

    def _connect(self) -> None:
        document, canvas, house = self.document, self.canvas, self._house
        document.changed.connect(self._project_changed)
        document.path_changed.connect(self._show_title)
        document.undo_stack.cleanChanged.connect(self._show_saved)
        canvas.commands_changed.connect(self.actions_of_window.refresh_soon)
        canvas.zoom_changed.connect(self.status.show_zoom)
        canvas.refused.connect(self.show_refused)
        canvas.hint.connect(self._show_hint)
        self._panes.hint.connect(self._show_hint)
        canvas.context_menu_requested.connect(self._show_context_menu)
        self.blocks.drag_begun.connect(canvas.begin_block_drag)
        self.blocks.chosen.connect(self._add_block)
        for menu in self._block_menus:
            menu.chosen.connect(self._add_block)
        self.saving.saved.connect(self._note_saved)
        self.actions_of_window.refused.connect(self.show_refused)
        self.details.refused.connect(self.show_refused)
        self.recent.path_chosen.connect(self.files.path_wanted)
        self.exports.changed.connect(self.actions_of_window.refresh_soon)
        house.appearance.theme_changed.connect(self._take_theme)
        house.preferences.theme_changed.connect(self.actions_of_window.refresh_soon)

    def _show_everything(self) -> None:
        journey_map = map_of(self.document.project, self.map_id())
        self.status.show_counts(journey_map)
        self.status.show_zoom(self.canvas.view.zoom)
        offered = sections(journey_map, self._words)
        self.blocks.show_sections(offered)
        for menu in self._block_menus:
            menu.offer(journey_map)
        self._show_title()
        self._show_saved()
        self.actions_of_window.refresh()

    def _project_changed(self) -> None:
        project = self.document.project
        if any(one.id == self.map_id() for one in project.maps):
            self.status.show_counts(map_of(project, self.map_id()))
        if self.document.path is None:
            self._show_title()

    def _show_title(self) -> None:
        self.setWindowTitle(f"{title_text(self.saving.name())}[*] – cjeditor")
        self.setWindowModified(not self.document.is_clean())

    def _show_saved(self) -> None:
        clean = self.document.is_clean()
        self.setWindowModified(not clean)
        self.status.show_saved(self._saved_at, changed=not clean)

    def _note_saved(self) -> None:
        self._saved_at = self._house.time()
        self._show_saved()
        if self.document.path is not None:
            self._house.preferences.keep_zoom(self.document.path, self.canvas.view.zoom)

    def _show_hint(self, text: str) -> None:
        self.statusBar().showMessage(text, HINT_TIME)

    def _add_block(self, block: Block) -> None:
        self.canvas.add_block(block)
        self.canvas.setFocus()

    def _show_context_menu(self, place: QPoint, kind: str, record_id: str) -> None:  # noqa: ARG002 - it is selected already
        self.actions_of_window.refresh()
        plan = menu_plan.CONTEXT_MENUS.get(kind, menu_plan.CONTEXT_MENUS["map"])
        menu = self._menus.build(plan, self)
        for open_menu in menu.findChildren(QMenu, "notes"):
            filled = BlockMenu(open_menu, "notes", self._words, self._house.icons)
            filled.offer(map_of(self.document.project, self.map_id()))
            filled.chosen.connect(self._add_block)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _take_theme(self, theme: Theme) -> None:
        self.blocks.set_theme(theme)
        self.status.set_theme(theme)
        self.canvas.set_theme(theme)

    def _close_now(self) -> None:
        self._letting_go = True
        self.close()

    def changeEvent(self, event: QEvent) -> None:
        """Look at the file when the window is entered: somebody else may have written it meanwhile."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.saving.look_at_disk()
        if event.type() == QEvent.Type.WindowStateChange:
            self.actions_of_window.refresh_soon()

    def event(self, event: QEvent) -> bool:
        """Know what can be asked for before a shortcut asks: keys may come faster than the event loop turns."""
        if event.type() == QEvent.Type.ShortcutOverride:
            self.actions_of_window.refresh_pending()
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before work is lost; then leave no snapshot behind."""
        if not self._letting_go and not (self.canvas.finish_editing() and self.document.is_clean()):
            event.ignore()
            self.files.ask_to_let_go(self._close_now)
            return
        self.exports.stop()
        # A stack tells of its steps while it is being destroyed, when nobody is left to hear it.
        self.document.undo_stack.blockSignals(True)
        keep_place(self, self._house.preferences)
        if self.document.path is not None:
            self._house.preferences.keep_zoom(self.document.path, self.canvas.view.zoom)
        self.snapshots.close()
        self._house.windows.remove(self)
        event.accept()
        self.closed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are dragged in from other programs."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the files that were dropped."""
        event.acceptProposedAction()
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.files.path_wanted.emit(Path(url.toLocalFile()))


def _first_map(project: Project) -> str:
    """Return the id of the map to show first; a project always has one."""
    return ordered(project.maps)[0].id
