"""Keeps the interfaces that Qt's accessibility has been given, as long as it has them.

Qt's cache owns the C++ objects and Python owns their other halves, neither knows of the other. An interface that Python
let go while the cache still had it would be deleted twice. So they are all kept here, beside the application, and are
taken out of the cache first.
"""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from shiboken6 import isValid

from cjeditor.canvas.reading.interfaces import RootInterface, ThingInterface

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from cjeditor.canvas.reading.interfaces import Answers
    from cjeditor.canvas.reading.things import Root, Thing


class Shelf:
    """The interfaces of one map; of its things only those that somebody asked for."""

    def __init__(self, reader: Answers) -> None:
        self.reader = weakref.ref(reader)
        self._roots: list[RootInterface] = []
        self._things: dict[Thing, tuple[ThingInterface, int]] = {}

    @property
    def made(self) -> int:
        """How many things have an interface now."""
        return len(self._things)

    @property
    def abandoned(self) -> bool:
        """Whether the map has gone."""
        reader = self.reader()
        return reader is None or not isValid(reader)

    def root(self, widget: QWidget, root: Root) -> RootInterface:
        """Make the interface of a widget, which Qt deletes together with the widget."""
        self._roots = [one for one in self._roots if isValid(one)]
        made = RootInterface(widget, root, self.reader)
        self._roots.append(made)
        return made

    def thing(self, thing: Thing) -> ThingInterface:
        """Return the interface of a thing."""
        kept = self._things.get(thing)
        if kept is None or not isValid(kept[0]):
            made = ThingInterface(thing, self.reader)
            kept = self._things[thing] = (made, QAccessible.registerAccessibleInterface(made))
        return kept[0]

    def keep_only(self, wanted: Callable[[Thing], bool]) -> None:
        """Take the interfaces of all other things from Qt and let them go."""
        for thing in [one for one in self._things if not wanted(one)]:
            interface, number = self._things.pop(thing)
            if isValid(interface):
                QAccessible.deleteAccessibleInterface(number)

    def clear(self) -> None:
        """Let all things go."""
        self.keep_only(_nothing)


class Keeper(QObject):
    """All shelves of the application; one stands beside it, see `keeper_of`."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._shelves: list[Shelf] = []
        QAccessible.installFactory(self.make)
        application.aboutToQuit.connect(self.clear)

    def shelf_for(self, reader: Answers) -> Shelf:
        """Return a new shelf for a map."""
        self.prune()
        made = Shelf(reader)
        self._shelves.append(made)
        # Later: while the view is being destroyed the Python halves may not know it yet.
        reader.places.widget("body").destroyed.connect(self.prune, Qt.ConnectionType.QueuedConnection)
        return made

    def prune(self) -> None:
        """Clear the shelves of maps that have gone."""
        for shelf in [one for one in self._shelves if one.abandoned]:
            shelf.clear()
            self._shelves.remove(shelf)

    def clear(self) -> None:
        """Clear all shelves: the application ends."""
        for shelf in self._shelves:
            shelf.clear()

    def make(self, _key: str, made_for: QObject) -> QAccessibleInterface | None:
        """Return the interface for a widget of a map; None for every other object, which Qt knows better.

        Who asks begins to listen, perhaps long after the program began.
        """
        for shelf in self._shelves:
            reader = shelf.reader()
            if reader is not None and isValid(reader) and reader.stands():
                reader.follow_soon()
                root = reader.root_shown_by(made_for)
                if root is not None:
                    return reader.root_interface(root)
        return None


def keeper_of(application: QCoreApplication) -> Keeper:
    """Return the keeper beside an application; the first time it is put there and Qt is told of it."""
    found = application.findChild(Keeper)
    return Keeper(application) if found is None else found


def _nothing(_thing: Thing) -> bool:
    return False
