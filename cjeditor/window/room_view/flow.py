"""Opens the room view of a window, and leads it from there: the facilitator need not leave the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.window.action_set import ActionSet
from cjeditor.window.actions import ROWS
from cjeditor.window.house import House
from cjeditor.window.room_view.screens import ordinary_place, other_screen
from cjeditor.window.voting.board import VotingBoard
from cjeditor.window.workshop.timer import WorkshopTimer

if TYPE_CHECKING:
    # Not before somebody opens a room view.
    from cjeditor.window.room_view.showing import Shown
    from cjeditor.window.room_view.window import RoomWindow

_KEYS_OF = ("room_view.", "workshop.")
"""Whose actions have their keys in the room view, too: who stands before the room leads it and its clock."""


@dataclass(frozen=True)
class RoomLook:
    """How an open room view is seen, for the one that takes its place.

    Attributes:
        shown: what it shows.
        page: which page, from 0.
        place: where the window lies when it does not fill the screen.
        full: whether it fills the screen.
    """

    shown: Shown
    page: int
    place: QRect
    full: bool


class RoomViewFlow(QObject):
    """The room view of one window; whoever closes that window closes it, too.

    Signals:
        hint(str): something to say in the status bar.
        changed(): what can be done with the room view, or what marks it has, may be another now.
    """

    hint = Signal(str)
    changed = Signal()

    def __init__(
        self,
        canvas: MapCanvas,
        timer: WorkshopTimer,
        board: VotingBoard,
        house: House,
        actions: ActionSet,
        window: QWidget,
    ) -> None:
        """Make it.

        Args:
            canvas: whose focus the room view follows.
            timer: of the workshop, whose clock the room sees.
            board: tells the round of voting that the room sees.
            house: what the windows share.
            actions: of the window; some have their keys in the room view, too.
            window: stands before the facilitator.
        """
        super().__init__(window)
        self._actions = actions
        self._canvas = canvas
        self._timer = timer
        self._board = board
        self._house = house
        self._window = window
        self._words = house.words
        self._view: RoomWindow | None = None
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._lose_screen)

    @property
    def view(self) -> RoomWindow | None:
        """The window for the room, while it is open."""
        return self._view

    def show(self, shown: bool) -> None:
        """Open the room view on the second screen, or where there is none beside the map; or close it."""
        if not shown:
            self.close()
        elif self._view is None:
            self._open()
        self.changed.emit()

    def is_shown(self) -> bool:
        """Whether the room view is open."""
        return self._view is not None

    def freeze(self, frozen: bool) -> None:
        """Let the room view stay as it is, or follow again."""
        if self._view is not None:
            self._view.showing.freeze(frozen)
            said = (
                self._words.t("The room view is frozen.") if frozen else self._words.t("The room view follows again.")
            )
            self.hint.emit(said)

    def is_frozen(self) -> bool:
        """Whether it stays as it is."""
        return self._view is not None and self._view.showing.shown.frozen is not None

    def black_out(self, black: bool) -> None:
        """Show the room nothing, or what there is."""
        if self._view is not None:
            self._view.showing.black_out(black)
            if black:
                self.hint.emit(self._words.t("The room view is black."))

    def is_black(self) -> bool:
        """Whether the room sees nothing."""
        return self._view is not None and self._view.showing.shown.black

    def light(self, lit: bool) -> None:
        """Put the spotlight on what is chosen, or take it away."""
        if self._view is not None:
            if lit:
                self._view.showing.light_chosen()
            else:
                self._view.showing.light(None)
            self.changed.emit()

    def is_lit(self) -> bool:
        """Whether there is a spotlight."""
        return self._view is not None and self._view.showing.shown.spotlight is not None

    def turn(self, by: int) -> None:
        """Turn a page of the room view on (1) or back (−1)."""
        if self._view is not None:
            self._view.pages.turn(by)

    def lead_to(self, phase_id: str) -> None:
        """Show the room this phase of the map that the window shows, unless the room view stays as it is."""
        if self._view is not None and not self.is_frozen():
            self._view.showing.show_phase(phase_id)

    def begin_anew(self) -> None:
        """Another project is in the window: the room sees nothing of the former one."""
        if self._view is not None:
            self._view.showing.begin_anew()

    def hand_over(self) -> RoomLook | None:
        """Close the room view and return how it was seen; None where it was not open."""
        view = self._view
        if view is None:
            return None
        look = RoomLook(view.showing.shown, view.pages.number, view.normalGeometry(), view.isFullScreen())
        self.close()
        return look

    def take_up(self, look: RoomLook | None) -> None:
        """Open the room view as another one was seen."""
        if look is None:
            return
        view = self._made(look.shown)
        view.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        view.setGeometry(look.place)
        view.fill_screen(look.full)
        view.show()
        view.pages.turn_to(look.page)

    def _open(self) -> None:
        view = self._made(None)
        second = other_screen(self._window)
        if second is None:
            view.setGeometry(ordinary_place(self._window.screen().availableGeometry(), view.minimumSize()))
        else:
            # The facilitator goes on writing on the first screen.
            view.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
            view.setGeometry(second.geometry())
            view.fill_screen(True)
        view.show()
        if second is not None:
            self._window.activateWindow()

    def _made(self, shown: Shown | None) -> RoomWindow:
        # Imported here: most windows never show a room anything.
        from cjeditor.window.room_view.showing import Showing  # noqa: PLC0415
        from cjeditor.window.room_view.window import RoomWindow  # noqa: PLC0415

        house = self._house
        showing = Showing(self._canvas, self._timer, self._board, self, shown)
        view = RoomWindow(showing, house.appearance.theme, self._words)
        self._view = view
        view.addActions([self._actions[row.id] for row in ROWS if row.handler.startswith(_KEYS_OF)])
        view.key_pressed.connect(self._actions.refresh_pending)
        view.closed.connect(self._forget)
        showing.changed.connect(self.changed)
        house.appearance.theme_changed.connect(view.set_theme)
        return view

    def _lose_screen(self, screen: QScreen) -> None:
        """The projector was unplugged: the room view becomes an ordinary window beside the map."""
        view = self._view
        if view is not None and (view.screen() is screen or view.isFullScreen()):
            view.fill_screen(False)
            view.setGeometry(ordinary_place(self._window.screen().availableGeometry(), view.minimumSize()))

    def close(self) -> None:
        """Close the room view, if it is open."""
        if self._view is not None:
            self._view.close()

    def _forget(self) -> None:
        self._view = None
        self.changed.emit()
