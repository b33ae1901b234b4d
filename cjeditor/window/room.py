"""A project in its window: the document, its canvas, and the flows that open, save and print."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.document import Document
from cjeditor.model.ids import new_id
from cjeditor.model.lookup import map_of, ordered
from cjeditor.model.problem import Problem
from cjeditor.model.project import Project
from cjeditor.storage.fingerprint import Fingerprint
from cjeditor.window.exports import Exports
from cjeditor.window.feature_set import FeatureSet
from cjeditor.window.file_flows import FileFlows
from cjeditor.window.handover import Handover, Look
from cjeditor.window.house import House
from cjeditor.window.keeping import Keeping
from cjeditor.window.main_window import MainWindow
from cjeditor.window.map_menus import MapMenus
from cjeditor.window.maps.flow import MapsFlow
from cjeditor.window.pane_contents import PaneContents
from cjeditor.window.saving import Saving
from cjeditor.window.signboard import Signboard
from cjeditor.window.site import Site
from cjeditor.window.snapshots import SnapshotKeeper, Snapshots
from cjeditor.window.workshop.timer import WorkshopTimer
from cjeditor.wording import sentence

if TYPE_CHECKING:
    from cjeditor.window.help_flow import HelpFlow
    from cjeditor.window.pictures.flow import PictureFlow
    from cjeditor.window.settings.flow import SettingsFlow


class Room(QObject):
    """What one window holds. It belongs to the window and goes with it.

    What people can do here is not wired in this class: features move in by their table (`feature_set.py`), and contents
    of panes by theirs (`pane_plan.py`).
    """

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
        words = house.words
        self.document = before.document if before else Document(project, path)
        self.document.setParent(self)
        map_id = before.look.map_id if before else _first_map(project)
        self.canvas = canvas = MapCanvas(self.document, map_id, words, house.appearance.theme)
        self.timer = WorkshopTimer(self.document, house.now, self)
        finish = self.finish_editing
        self.saving = Saving(self.document, house, window, finish)
        self.files = FileFlows(self.document, house, window, self.saving, finish)
        self.exports = Exports(self.document, self.map_id, house, window, finish)
        self.maps = MapsFlow(self.document, canvas, house, window, finish)
        self.snapshots = (
            before.snapshots
            if before
            else SnapshotKeeper(self.document, self.saving.fingerprint, snapshots, new_id("sv"), self)
        )
        self.keeping = Keeping(
            self.document, canvas, self.saving, self.files, snapshots, self.snapshots, finish, house, window
        )
        open_ended = window.menus.open_ended
        self.recent = self.files.offer(open_ended["recent"][0], open_ended["samples"][0])
        self._menus = MapMenus(window.menus, window.actions_of_window, canvas, house, window, self)
        self._sign = Signboard(self.document, canvas, self.saving.name, words, window, window.status, self)
        site = self._site()
        self._features = FeatureSet()
        self._features.move_in(site)
        self.contents = PaneContents(site, before.panes if before else None)
        self._connect()
        window.move_in(self, self.maps.place, self._targets())
        if before:
            self._go_on_with(before)
        else:
            self.saving.begin_with(path, fingerprint)
        self._show_everything()
        self._take_zoom()
        canvas.setFocus()

    @property
    def settings(self) -> SettingsFlow:
        """What opens the settings."""
        return cast("SettingsFlow", self.target("settings"))

    @property
    def help(self) -> HelpFlow:
        """What opens the help."""
        return cast("HelpFlow", self.target("help"))

    def target(self, name: str) -> object:
        """Return what handlers of the actions table are methods of; KeyError for an unknown name."""
        return self.keeping.history if name == "history" else self._features.targets[name]

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
        self._features.begin_anew()
        self._sign.note_saved("")
        self._show_everything()
        self._take_zoom()

    def show_refused(self, problem: Problem) -> None:
        """Say why an edit was refused."""
        self._window.show_hint(sentence(problem, self._house.words))

    def hand_over(self) -> Handover:
        """Return what the next room in this window goes on with; this one is of no use any more."""
        for kept in (self.document, self.snapshots):
            kept.setParent(None)
        self.keeping.close()
        return Handover(
            document=self.document,
            snapshots=self.snapshots,
            timer=self.timer.state,
            memory=self.saving.memory,
            saved_at=self._sign.saved_at,
            look=Look.at(self.canvas),
            panes=self.contents.kept(),
            features=self._features.kept(),
        )

    def let_go(self) -> bool:
        """Return whether the window may close now; where work would be lost, ask, and close it after the answer."""
        if not self._letting_go and not (self.finish_editing() and self.document.is_clean()):
            self.files.ask_to_let_go(self.close_now)
            return False
        self.exports.stop()
        self._features.close()
        self.keeping.close()
        # A stack tells of its steps while it is being destroyed, when nobody is left to hear it.
        self.document.undo_stack.blockSignals(True)
        self._keep_zoom()
        self.snapshots.close()
        return True

    def close_now(self) -> None:
        """Close the window without a question: the person has answered it."""
        self._letting_go = True
        self._window.close()

    def _go_on_with(self, before: Handover) -> None:
        self.snapshots.setParent(self)
        self.snapshots.ask(self.saving.fingerprint)
        self.saving.go_on_with(before.memory)
        self._sign.note_saved(before.saved_at)
        before.look.choose_on(self.canvas)
        self.timer.take(before.timer)
        self._features.go_on(before.features)

    def _site(self) -> Site:
        window = self._window
        return Site(
            window=window,
            place=self.maps.place,
            tabs=self.maps.tabs,
            panes=window.panes,
            actions=window.actions_of_window,
            document=self.document,
            snapshots=self.snapshots,
            canvas=self.canvas,
            timer=self.timer,
            exports=self.exports,
            house=self._house,
            room=self,
            finish_editing=self.finish_editing,
            show_refused=self.show_refused,
            show_hint=window.show_hint,
            show_menu=self._menus.show,
            show_map=self.maps.show_map,
            target=self.target,
        )

    def _targets(self) -> dict[str, object]:
        """What the handlers in the actions table are methods of."""
        return {
            **self._features.targets,
            "contents": self.contents,
            "files": self.files,
            "saving": self.saving,
            "exports": self.exports,
            "history": self.keeping.history,
            "maps": self.maps,
            "map_edits": self.maps.edits,
        }

    def _connect(self) -> None:
        canvas, window = self.canvas, self._window
        actions = window.actions_of_window
        canvas.commands_changed.connect(actions.refresh_soon)
        canvas.refused.connect(self.show_refused)
        canvas.hint.connect(window.show_hint)
        canvas.context_menu_requested.connect(self._menus.show)
        pictures = cast("PictureFlow", self.target("pictures"))
        window.dropped.connect(pictures.take_dropped)
        pictures.other_dropped.connect(self.files.path_wanted)
        window.entered.connect(self.saving.conflict.look_at_disk)
        self.saving.saved.connect(self._note_saved)
        self.exports.changed.connect(actions.refresh_soon)
        self.keeping.refused.connect(self.show_refused)
        self.keeping.hint.connect(window.show_hint)
        self.maps.shown.connect(self._show_everything)
        self.maps.menu_wanted.connect(self._menus.show)
        actions.refused.connect(self.show_refused)
        self._house.appearance.theme_changed.connect(canvas.set_theme)

    def _show_everything(self) -> None:
        self._menus.offer(map_of(self.document.project, self.map_id()))
        self.contents.show_everything()
        self._sign.show_everything()
        self._window.actions_of_window.refresh()

    def _note_saved(self) -> None:
        self._sign.note_saved(self._house.time())
        self._keep_zoom()

    def _take_zoom(self) -> None:
        zoom = self._house.preferences.zoom_of(self.document.path) if self.document.path is not None else None
        if zoom is not None:
            self.canvas.view.zoom_to(zoom)

    def _keep_zoom(self) -> None:
        if self.document.path is not None:
            self._house.preferences.keep_zoom(self.document.path, self.canvas.view.zoom)


def _first_map(project: Project) -> str:
    """Return the id of the map to show first; a project always has one."""
    return ordered(project.maps)[0].id
