"""The line below the map, as sheets have one: a tab for each map of the project, one more, and a list of all."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from cjeditor.catalogue import terms
from cjeditor.layout.theme import Theme, mix
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import map_of, ordered
from cjeditor.model.project import Project
from cjeditor.model.table import find
from cjeditor.texts import Texts
from cjeditor.window.icons import Icons
from cjeditor.window.maps.tab_bar import TabBar
from cjeditor.window.menu_hover import MenuHover
from cjeditor.window.plain import menu_text, tooltip_text

FUTURE_ICON = "target"
"""What marks a map of the future state."""

_SHOWN_LETTERS = 60
"""At either end of a title in a tab or menu; what is between could not be seen anyway."""


class MapTabs(QWidget):
    """The tabs of one window.

    Signals:
        chosen(str): this map should be shown.
        moved(str, int): this map was dragged to this place among all.
        renamed(str, str): this title was written for a map; `close_field` when it is kept.
        menu_wanted(QPoint, str, str): what can be done with a map, asked at this point of the screen; ``tab``, its id.
        left(): the person is done here, by Esc.
    """

    chosen = Signal(str)
    moved = Signal(str, int)
    renamed = Signal(str, str)
    menu_wanted = Signal(QPoint, str, str)
    left = Signal()

    def __init__(self, words: Texts, icons: Icons, theme: Theme, add: QAction) -> None:
        """Make it, empty.

        Args:
            words: the language of the window.
            icons: for the buttons and the mark of future states.
            theme: colours to begin with.
            add: asks for one more map.
        """
        super().__init__()
        self._words = words
        self._icons = icons
        self._project = Project()
        self.setObjectName("map_line")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.bar = TabBar(self)
        self.bar.setAccessibleName(words.t("Maps of the project"))
        self.bar.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.add = QToolButton(self)
        self.add.setObjectName("add_map")
        self.add.setDefaultAction(add)
        self.add.setAccessibleName(add.iconText())
        self.every = QToolButton(self)
        self.every.setObjectName("every_map")
        self.every.setIcon(icons.icon("list"))
        self.every.setToolTip(words.t("All maps"))
        self.every.setAccessibleName(words.t("All maps"))
        self.every.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self.every)
        self._menu.aboutToShow.connect(self._list_maps)
        self.every.setMenu(self._menu)
        MenuHover(self.every)
        line = QHBoxLayout(self)
        line.setContentsMargins(6, 0, 6, 0)
        line.setSpacing(2)
        for part in (self.every, self.bar, self.add):
            line.addWidget(part)
        line.addStretch(1)
        self.setFocusProxy(self.bar)
        self.set_theme(theme)
        self.bar.currentChanged.connect(self._tell_chosen)
        self.bar.dropped.connect(self._tell_moved)
        self.bar.name_wanted.connect(self._write_name)
        self.bar.named.connect(self._tell_name)
        self.bar.menu_wanted.connect(self._tell_menu)
        self.bar.left.connect(self.left)

    def show_maps(self, project: Project, map_id: str) -> None:
        """Show a tab for each map of `project`, the one on screen in front."""
        self._project = project
        maps = ordered(project.maps)
        blocker = QSignalBlocker(self.bar)
        while self.bar.count() > len(maps):
            self.bar.removeTab(self.bar.count() - 1)
        while self.bar.count() < len(maps):
            self.bar.addTab("")
        for place, journey_map in enumerate(maps):
            self._show_map(place, journey_map)
        self.bar.setCurrentIndex([each.id for each in maps].index(map_id))
        blocker.unblock()
        self.every.setVisible(len(maps) > 1)

    def rename(self, map_id: str) -> None:
        """Let the person write another title into the map's tab."""
        for place in range(self.bar.count()):
            if self.bar.tabData(place) == map_id:
                self._write_name(place)

    def close_field(self) -> None:
        """Close the field in which a title was written."""
        self.bar.close_field()

    def finish_editing(self) -> bool:
        """Keep a title that is being written; False when it was refused and the field stays open."""
        return self.bar.keep_name()

    def map_at(self, at: QPoint) -> str:
        """Return the map whose tab lies at a point of the screen; empty where none does."""
        place = self.bar.tabAt(self.bar.mapFromGlobal(at))
        return str(self.bar.tabData(place)) if place >= 0 else ""

    def aim_at(self, map_id: str) -> None:
        """Mark the tab of a map as one that takes what is carried over it; an empty id marks none."""
        places = [place for place in range(self.bar.count()) if self.bar.tabData(place) == map_id]
        self.bar.aim_at(places[0] if places else -1)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.setStyleSheet(_style_sheet(theme))

    def title_of(self, journey_map: JourneyMap) -> str:
        """Return what a map is called here; one without title has to be called something."""
        return journey_map.title.strip() or self._words.t("Untitled")

    def _show_map(self, place: int, journey_map: JourneyMap) -> None:
        bar, title = self.bar, self.title_of(journey_map)
        state = terms.map_state(journey_map.state, self._words)
        lead = find(self._project.personas, journey_map.lead_persona or "")
        about = f"{state} · {lead.name}" if lead is not None and lead.name else state
        bar.setTabData(place, journey_map.id)
        text = menu_text(_shortened(title))
        if bar.tabText(place) != text:
            bar.setTabText(place, text)
        bar.setTabIcon(place, self._icons.icon(FUTURE_ICON if journey_map.state == "future" else ""))
        bar.setTabToolTip(place, tooltip_text(f"{title}\n{about}"))
        bar.setAccessibleTabName(place, f"{title}, {state}")

    def _list_maps(self) -> None:
        self._menu.clear()
        for place, journey_map in enumerate(ordered(self._project.maps)):
            action = self._menu.addAction(menu_text(_shortened(self.title_of(journey_map))))
            action.setData(journey_map.id)
            action.setCheckable(True)
            action.setChecked(place == self.bar.currentIndex())
            action.triggered.connect(self._chosen_in_list)

    def _chosen_in_list(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.chosen.emit(sender.data())

    def _tell_chosen(self, place: int) -> None:
        if place >= 0:
            self.chosen.emit(self.bar.tabData(place))

    def _tell_moved(self, place: int) -> None:
        self.moved.emit(self.bar.tabData(place), place)

    def _tell_name(self, place: int, name: str) -> None:
        self.renamed.emit(self.bar.tabData(place), name)

    def _tell_menu(self, at: QPoint) -> None:
        self.menu_wanted.emit(at, "tab", self.bar.tabData(self.bar.currentIndex()))

    def _write_name(self, place: int) -> None:
        title = map_of(self._project, self.bar.tabData(place)).title
        self.bar.write_name(place, title.replace("\n", " "), self._words.t("Title of the map"))


def _shortened(title: str) -> str:
    """Return `title` without the middle of a very long one: copies differ at the end."""
    if len(title) <= 2 * _SHOWN_LETTERS:
        return title
    return f"{title[:_SHOWN_LETTERS]}…{title[-_SHOWN_LETTERS:]}"


def _style_sheet(theme: Theme) -> str:
    """Return how the line looks: quiet, the tab in front a piece of the map's own ground."""
    colour = theme.colour
    hover = mix(colour("text"), colour("chrome"), 0.07)
    return f"""
        QWidget#map_line {{ background: {colour("chrome")}; border-top: 1px solid {colour("rule")}; }}
        QTabBar {{ background: transparent; border: none; }}
        QTabBar::tab {{ background: transparent; color: {colour("secondary")}; border: 1px solid transparent;
            border-top: 2px solid transparent; border-bottom-left-radius: 6px; border-bottom-right-radius: 6px;
            padding: 4px 12px 5px 12px; margin: 0 2px 2px 0; min-width: 40px; }}
        QTabBar::tab:hover {{ background: {hover}; }}
        QTabBar::tab:selected {{ background: {colour("canvas")}; color: {colour("text")};
            border-color: {colour("rule")}; border-top: 2px solid {colour("selection")}; }}
        QTabBar:focus::tab:selected, QTabBar::tab:selected:focus {{ border-color: {colour("selection")}; }}
        QTabBar::scroller {{ width: 44px; }}
        QTabBar QToolButton {{ background: {colour("chrome")}; border: 1px solid {colour("rule")}; border-radius: 4px;
            margin: 3px 1px; }}
        QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 3px 5px; }}
        QToolButton:hover {{ background: {hover}; }}
        QToolButton:focus {{ border: 1px solid {colour("selection")}; }}
        QToolButton::menu-indicator {{ image: none; width: 0; }}
        QLineEdit {{ background: {colour("card")}; color: {colour("text")}; border: 2px solid {colour("selection")};
            border-radius: 4px; padding: 0 4px; }}
    """
