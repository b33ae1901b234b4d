"""What Qt's accessibility asks: an interface for each widget of the map, and one for each thing on it.

They are C++ objects in Qt's own cache that answer from Python. They may be asked after the map has gone; then they say
that they are not valid and answer with nothing. They hold no strong reference to a widget.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QWindow
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid

from cjeditor.canvas.reading.things import Thing, root_of

if TYPE_CHECKING:
    import weakref

    from cjeditor.canvas.reading.places import Places
    from cjeditor.canvas.reading.said import Sayings
    from cjeditor.canvas.reading.things import Root, ThingTree

_ROLES = {
    "phase": QAccessible.Role.ColumnHeader,
    "step": QAccessible.Role.ColumnHeader,
    "lane": QAccessible.Role.RowHeader,
    "cell": QAccessible.Role.List,
    "card": QAccessible.Role.ListItem,
    "chip": QAccessible.Role.ListItem,
    "link": QAccessible.Role.Link,
}
_NOBODY = cast("QAccessibleInterface", None)
"""Qt's null pointer, which the stubs of these methods do not know of."""


class Answers(Protocol):
    """Who answers for the things of a map, as long as its widgets stand."""

    places: Places
    sayings: Sayings

    @property
    def tree(self) -> ThingTree:
        """The things that the map has now."""

    def stands(self) -> bool:
        """Whether the widgets still stand."""

    def interface(self, thing: Thing) -> QAccessibleInterface:
        """Return what Qt asks about a thing."""

    def focused(self) -> Thing | None:
        """Return the thing that has the keyboard's focus, if any has."""

    def is_chosen(self, thing: Thing) -> bool:
        """Whether a thing is chosen."""

    def follow_soon(self) -> None:
        """Follow once what happens now is over, if anybody listens."""

    def root_shown_by(self, shown: QObject) -> Root | None:
        """Return what an object is of this map, if it is one of its widgets."""

    def root_interface(self, root: Root) -> QAccessibleInterface:
        """Make what Qt asks about a widget."""


class RootInterface(QAccessibleWidget):
    """A widget of the map: the view or one of its headers. Its children are things, not Qt's inner widgets."""

    def __init__(self, widget: QWidget, root: Root, reader: weakref.ref[Answers]) -> None:
        super().__init__(widget, QAccessible.Role.Grouping)
        self._root = root
        self._reader = reader

    def _asked(self) -> Answers | None:
        return _alive(self._reader)

    def role(self) -> QAccessible.Role:
        """Say that it groups what is in it."""
        return QAccessible.Role.Grouping

    def state(self) -> QAccessible.State:
        """Leave the focus to its things: the text field has it for all of them."""
        state = super().state()
        state.focused = state.focusable = False
        return state

    def childCount(self) -> int:
        """Return how many things stand directly under it."""
        reader = self._asked()
        return 0 if reader is None else len(reader.tree.under(self._root))

    def child(self, index: int) -> QAccessibleInterface:
        """Return one of them."""
        reader = self._asked()
        things = () if reader is None else reader.tree.under(self._root)
        return reader.interface(things[index]) if reader is not None and 0 <= index < len(things) else _NOBODY

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return which of them a child is; −1 for a stranger."""
        reader = self._asked()
        return _index(child, () if reader is None else reader.tree.under(self._root))

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Return the child at a point of the screen."""
        reader = self._asked()
        thing = None if reader is None else reader.places.at(self._root, QPoint(x, y))
        return _NOBODY if reader is None or thing is None else reader.interface(reader.tree.over(thing) or thing)

    def focusChild(self) -> QAccessibleInterface:
        """Return the thing on which the keys act, if it stands here."""
        reader = self._asked()
        thing = None if reader is None else reader.focused()
        if reader is None or thing is None or root_of(thing) != self._root:
            return _NOBODY
        return reader.interface(thing)


class ThingInterface(QAccessibleInterface):
    """One thing of the map."""

    def __init__(self, thing: Thing, reader: weakref.ref[Answers]) -> None:
        super().__init__()
        self.thing = thing
        self._reader = reader

    def _asked(self) -> Answers | None:
        return _alive(self._reader)

    def isValid(self) -> bool:
        """Whether the map still has it."""
        reader = self._asked()
        return reader is not None and reader.tree.has(self.thing)

    def object(self) -> QObject:
        """Say that it is no object of Qt's."""
        return cast("QObject", None)

    def window(self) -> QWindow:
        """Return the window that shows it."""
        reader = self._asked()
        handle = None if reader is None else reader.places.widget("body").window().windowHandle()
        return cast("QWindow", handle)

    def parent(self) -> QAccessibleInterface:
        """Return what holds it: another thing or a widget."""
        reader = self._asked()
        if reader is None:
            return _NOBODY
        over = reader.tree.over(self.thing)
        if over is not None:
            return reader.interface(over)
        return QAccessible.queryAccessibleInterface(reader.places.widget(root_of(self.thing)))

    def childCount(self) -> int:
        """Return how many things it holds."""
        reader = self._asked()
        return 0 if reader is None else len(reader.tree.within(self.thing))

    def child(self, index: int) -> QAccessibleInterface:
        """Return one of them."""
        reader = self._asked()
        things = () if reader is None else reader.tree.within(self.thing)
        return reader.interface(things[index]) if reader is not None and 0 <= index < len(things) else _NOBODY

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return which of them a child is; −1 for a stranger."""
        reader = self._asked()
        return _index(child, () if reader is None else reader.tree.within(self.thing))

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Return what it holds at a point of the screen."""
        reader = self._asked()
        thing = None if reader is None else reader.places.at(root_of(self.thing), QPoint(x, y))
        if reader is None or thing is None or reader.tree.over(thing) != self.thing:
            return _NOBODY
        return reader.interface(thing)

    def focusChild(self) -> QAccessibleInterface:
        """Return itself or what it holds, if the keys act there."""
        reader = self._asked()
        thing = None if reader is None else reader.focused()
        if reader is None or thing is None or self.thing not in (thing, reader.tree.over(thing)):
            return _NOBODY
        return reader.interface(thing)

    def rect(self) -> QRect:
        """Return its place on the screen."""
        reader = self._asked()
        return QRect() if reader is None else reader.places.rect(self.thing)

    def role(self) -> QAccessible.Role:
        """Say what it is."""
        return _ROLES[self.thing.kind]

    def text(self, text: QAccessible.Text) -> str:
        """Return its name or description."""
        reader = self._asked()
        if reader is None:
            return ""
        if text == QAccessible.Text.Name:
            return reader.sayings.name(self.thing)
        return reader.sayings.description(self.thing) if text == QAccessible.Text.Description else ""

    def setText(self, text: QAccessible.Text, words: str) -> None:
        """Take no other text: things are written through the keyboard, in the text field."""

    def state(self) -> QAccessible.State:
        """Return whether it is chosen, focused, collapsed, in sight."""
        state = QAccessible.State()
        reader = self._asked()
        if reader is None:
            state.invalid = True
            return state
        state.focusable = state.selectable = state.multiSelectable = True
        state.selected = reader.is_chosen(self.thing)
        state.focused = reader.focused() == self.thing
        state.offscreen = not reader.places.is_seen(self.thing)
        folded = reader.tree.folded(self.thing)
        if folded is not None:
            state.expandable = True
            state.expanded, state.collapsed = not folded, folded
        return state

    def foregroundColor(self) -> QColor:
        """Say nothing of colours."""
        return QColor()

    def backgroundColor(self) -> QColor:
        """Say nothing of colours."""
        return QColor()


def _alive(reader: weakref.ref[Answers]) -> Answers | None:
    found = reader()
    return found if found is not None and isValid(found) and found.stands() else None


def _index(child: QAccessibleInterface, things: tuple[Thing, ...]) -> int:
    thing = child.thing if isinstance(child, ThingInterface) else None
    return things.index(thing) if thing in things else -1
