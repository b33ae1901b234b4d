"""The building blocks in their pane: a search, and below it what fits the map and the phase that people are at."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from cjeditor.analysis.folding import cleaned
from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.document import Document
from cjeditor.layout.theme import Theme
from cjeditor.model.lookup import ordered
from cjeditor.model.table import find
from cjeditor.window.blocks.block_tree import BlockTree
from cjeditor.window.blocks.craft_offers import CurrentPhase, craft_sections, current_phase
from cjeditor.window.blocks.offer import Offer, Section
from cjeditor.window.blocks.offers import sections
from cjeditor.window.blocks.own_flow import OwnBlockFlow
from cjeditor.window.blocks.searching import found
from cjeditor.window.house import House
from cjeditor.window.plain import menu_text
from cjeditor.window.scrolling import scroll_to_share, scrolled_share
from cjeditor.window.search_field import SearchField

_PAUSE = 60
"""Milliseconds of rest before the list follows: a rubber band chooses other cards with every move."""


@dataclass(frozen=True)
class BlocksLook:
    """What people see among the building blocks and have not told the preferences.

    Attributes:
        search: what is searched for.
        scrolled: how far the list is scrolled, 0.0 to 1.0.
    """

    search: str
    scrolled: float


class BuildingBlocks(QWidget):
    """What can be put onto the map. Hidden, it does nothing.

    Signals:
        drag_begun(Block, QPoint): a block is being dragged out; the position is global, the button still down.
        chosen(Block): a block was asked for by Enter or double click.
    """

    drag_begun = Signal(object, QPoint)
    chosen = Signal(object)

    def __init__(self, document: Document, canvas: MapCanvas, own: OwnBlockFlow, house: House) -> None:
        super().__init__()
        self._document = document
        self._canvas = canvas
        self._own = own
        self._house = house
        self._words = house.words
        self._asked: QModelIndex = QModelIndex()
        theme = house.appearance.theme
        self.setObjectName("building_blocks")
        t = house.words.t
        self.search = SearchField(
            house.words, house.icons, theme, self, hint=t("Search blocks"), name=t("Search building blocks")
        )
        self.search.setObjectName("block_search")
        self.tree = BlockTree(house.words, house.icons, theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        top = QVBoxLayout()
        top.setContentsMargins(10, 2, 10, 0)
        top.addWidget(self.search)
        column.addLayout(top)
        column.addWidget(self.tree, 1)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.refresh)
        self._connect()

    def take_focus(self) -> None:
        """Go to the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.search.set_theme(theme)
        self.tree.set_theme(theme)

    def seen(self) -> BlocksLook:
        """Return how they are seen now."""
        return BlocksLook(self.search.text(), scrolled_share(self.tree))

    def look_again(self, look: BlocksLook) -> None:
        """Show the same as others did before."""
        self.search.setText(look.search)
        self.refresh()
        self.tree.doItemsLayout()
        scroll_to_share(self.tree, look.scrolled)

    def refresh_soon(self) -> None:
        """Follow the map once what happens now is over."""
        self._later.start(_PAUSE)

    def begin(self) -> None:
        """Offer what fits as soon as the map is on screen."""
        self._later.start(0)

    def refresh(self) -> None:
        """Offer what fits the map and the phase now, or what is searched for."""
        self._later.stop()
        if not self.isVisible():
            return
        kept = self.tree.rows.offer(self.tree.currentIndex())
        typed = cleaned(self.search.text())
        self.tree.mark_current(bool(typed))
        self.tree.rows.show(self._found(typed) if typed else self._offered())
        self._unfold(everything=bool(typed))
        if typed:
            self.tree.go_to_first()
        elif kept is not None:
            self._go_back_to(kept)

    def _connect(self) -> None:
        self.search.textChanged.connect(self.refresh)
        self.search.went_down.connect(self._go_down)
        self.search.returnPressed.connect(self._choose_current)
        tree = self.tree
        tree.drag_begun.connect(self.drag_begun)
        tree.chosen.connect(self._choose)
        tree.menu_wanted.connect(self._show_menu)
        tree.removal_wanted.connect(self._remove)
        tree.left_at_top.connect(self.take_focus)
        # In its own turn: the row is still being edited.
        tree.rows.renamed.connect(self._own.rename, Qt.ConnectionType.QueuedConnection)
        tree.expanded.connect(self._keep_fold)
        tree.collapsed.connect(self._keep_fold)
        self._house.own_blocks.changed.connect(self.refresh)
        self._document.changed.connect(self.refresh_soon)
        self._canvas.selection.changed.connect(self.refresh_soon)
        self._house.appearance.theme_changed.connect(self.set_theme)

    def _offered(self) -> tuple[Section, ...]:
        desk = self._canvas.desk
        craft = craft_sections(self._phase(), self._words, self._document.project.language)
        own = self._own.section()
        return (*craft, *sections(desk.map, self._words), *((own,) if own.offers or self._own.removed else ()))

    def _found(self, typed: str) -> tuple[Section, ...]:
        language = self._document.project.language
        phase = self._phase()
        near = craft_sections(phase, self._words, language) if phase.numbers else ()
        everything = (
            *near,
            *craft_sections(CurrentPhase(), self._words, language),
            *sections(self._canvas.desk.map, self._words, everything=True),
            self._own.section(),
        )
        matches = found(everything, typed)
        if matches:
            return matches
        wish = Offer(None, self._words.t("Make “{text}” a block of your own", text=typed), icon="plus", wish=typed)
        return (Section(self._words.t("Nothing found"), (wish,), "nothing"),)

    def _phase(self) -> CurrentPhase:
        """Return the phase that is chosen, or that what is chosen or focused lies in."""
        desk = self._canvas.desk
        selection, journey_map = desk.selection, desk.map
        chosen = next((one.id for one in ordered(journey_map.phases) if one.id in selection.of("phases")), None)
        if chosen is not None:
            return current_phase(journey_map, chosen)
        steps = selection.of("steps")
        step_id = min(steps) if steps else selection.focus.step if selection.focus is not None else ""
        step = find(journey_map.steps, step_id)
        return current_phase(journey_map, step.phase if step is not None else None)

    def _go_back_to(self, kept: Offer) -> None:
        """Make the row current that was so before; what is folded stays folded."""
        place = self.tree.rows.place_of(kept)
        if place.isValid() and not self.tree.isExpanded(place.parent()):
            place = place.parent()
        if place.isValid() and place != self.tree.currentIndex():
            self.tree.setCurrentIndex(place)

    def _unfold(self, *, everything: bool) -> None:
        blocked = self.tree.blockSignals(True)
        for place in range(self.tree.rows.rowCount()):
            heading = self.tree.rows.index(place, 0)
            key = self.tree.rows.section(heading).key
            self.tree.setExpanded(heading, everything or not self._house.preferences.flag(_folded(key), False))
        self.tree.blockSignals(blocked)

    def _keep_fold(self, heading: QModelIndex) -> None:
        if not cleaned(self.search.text()):
            folded = not self.tree.isExpanded(heading)
            self._house.preferences.keep_flag(_folded(self.tree.rows.section(heading).key), folded)

    def _go_down(self) -> None:
        self.tree.go_to_first()
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_current(self) -> None:
        if cleaned(self.search.text()):
            self._choose(self.tree.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        offer = self.tree.rows.offer(index)
        if offer is None:
            return
        if offer.wish:
            self._own.save_text(offer.wish)
        elif offer.block is not None:
            self.chosen.emit(offer.block)

    def _remove(self, index: QModelIndex) -> None:
        offer = self.tree.rows.offer(index)
        if offer is not None and offer.own:
            self._own.remove(offer.own)

    def _show_menu(self, index: QModelIndex, at: QPoint) -> None:
        offer = self.tree.rows.offer(index)
        self._asked = index
        menu = QMenu(self)
        menu.setObjectName("block_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if offer is not None:
            menu.addAction(self._words.t("Add to the map")).triggered.connect(self._choose_asked)
        if offer is not None and offer.own:
            menu.addAction(self._words.t("Rename block")).triggered.connect(self._rename_asked)
            menu.addAction(self._words.t("Remove block")).triggered.connect(self._remove_asked)
        if self._own.removed:
            name = menu_text(self._words.t("Bring back “{name}”", name=self._own.removed[:40]))
            menu.addAction(name).triggered.connect(self._own.bring_back)
        if menu.isEmpty():
            menu.deleteLater()
        else:
            menu.popup(at)

    def _choose_asked(self) -> None:
        self._choose(self._asked)

    def _rename_asked(self) -> None:
        self.tree.setCurrentIndex(self._asked)
        self.tree.edit(self._asked)

    def _remove_asked(self) -> None:
        self._remove(self._asked)

    def showEvent(self, event: QShowEvent) -> None:
        """Offer what fits now."""
        super().showEvent(event)
        self.begin()


def _folded(key: str) -> str:
    return f"folded_{key}"
