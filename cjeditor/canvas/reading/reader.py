"""Tells screen readers of the map: answers for its things, and says when the focus or what is chosen moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleStateChangeEvent
from shiboken6 import isValid

from cjeditor.canvas.drafts import LaneName, NewCard, PhaseName, StepName
from cjeditor.canvas.duration_draft import StepDuration
from cjeditor.canvas.link_draft import LinkLabel
from cjeditor.canvas.reading.keeper import keeper_of
from cjeditor.canvas.reading.places import Places
from cjeditor.canvas.reading.said import Sayings
from cjeditor.canvas.reading.things import Thing, ThingTree, chosen_things, is_among, thing_at
from cjeditor.texts import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from cjeditor.canvas.editor import InlineEditor
    from cjeditor.canvas.reading.interfaces import RootInterface, ThingInterface
    from cjeditor.canvas.reading.things import Root
    from cjeditor.canvas.tools.gesture import Stage
    from cjeditor.canvas.writer import Writer

_ROOTS: tuple[Root, ...] = ("columns", "lanes", "body")
_MOST_TOLD = 50
"""How many changes of what is chosen are told one by one: after “select all” nobody wants to hear them."""
_FIELDS: tuple[tuple[type, str], ...] = (
    (NewCard, N_("Text of the new card")),
    (PhaseName, N_("Name of the phase")),
    (StepName, N_("Name of the step")),
    (LaneName, N_("Name of the lane")),
    (LinkLabel, N_("Label of the link")),
    (StepDuration, N_("Duration of the step")),
)
"""What the text field is called while one of these is written; in all other cases a card."""


class MapReader(QObject):
    """The map's side of Qt's accessibility. It belongs to the view.

    The keyboard's focus is always in the text field, so as long as that is closed it is named after the thing that the
    keys act on: a screen reader that asks only for the focused widget hears the same as one that follows our events.
    """

    def __init__(
        self,
        stage: Stage,
        writer: Writer,
        editor: InlineEditor,
        tell: Callable[[QAccessibleEvent], None] = QAccessible.updateAccessibility,
    ) -> None:
        """Make it.

        Args:
            stage: what is shown, and where.
            writer: knows what is being written.
            editor: the text field, which has the focus.
            tell: takes each event; Qt's own door, but for tests.
        """
        super().__init__(stage.view)
        self._stage, self._writer, self._editor, self._tell = stage, writer, editor, tell
        self.sayings = Sayings(stage.desk)
        self.places = Places(stage)
        self._tree = ThingTree(stage.desk.arrangement)
        self._told: tuple[Thing | None, str] = (None, "")
        self._told_chosen: frozenset[Thing] = frozenset()
        self._told_open = False
        self._followed = self._tree
        self._told_by: ThingTree | None = None
        self._told_things: dict[Root, object] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.follow)
        application = QCoreApplication.instance()
        if application is None:
            raise RuntimeError("widgets need an application")
        self._shelf = keeper_of(application).shelf_for(self)
        for signal in (stage.desk.arranged, stage.desk.selection.changed, writer.changed, editor.entered, editor.left):
            signal.connect(self.follow_soon)
        editor.setAccessibleName(stage.desk.words.t("Text of the card"))
        self.follow_soon()

    @property
    def tree(self) -> ThingTree:
        """The things that the map has now."""
        if self._tree.arrangement is not self._stage.desk.arrangement:
            self._tree = ThingTree(self._stage.desk.arrangement)
        return self._tree

    @property
    def made(self) -> int:
        """How many things have an interface now."""
        return self._shelf.made

    def stands(self) -> bool:
        """Whether the widgets still stand."""
        return isValid(self._stage.view) and isValid(self._stage.desk)

    def interface(self, thing: Thing) -> ThingInterface:
        """Return what Qt asks about a thing."""
        return self._shelf.thing(thing)

    def root_shown_by(self, shown: QObject) -> Root | None:
        """Return what an object is of this map, if it is one of its widgets."""
        if not self.stands():
            return None
        return next((root for root in _ROOTS if self.places.widget(root) is shown), None)

    def root_interface(self, root: Root) -> RootInterface:
        """Make what Qt asks about a widget."""
        return self._shelf.root(self.places.widget(root), root)

    def focused(self) -> Thing | None:
        """Return the thing that has the keyboard's focus; None while the field is open or the focus is elsewhere."""
        return self._meant() if self._editor.hasFocus() and not self._editor.is_open else None

    def is_chosen(self, thing: Thing) -> bool:
        """Whether a thing is chosen."""
        selection = self._stage.desk.selection
        return is_among(thing, selection.kind, selection.ids)

    def follow_soon(self) -> None:
        """Follow once what happens now is over, if anybody listens."""
        if QAccessible.isActive():
            self._soon.start()

    def follow(self) -> None:
        """Name the text field anew, and tell what has moved."""
        thing = self._meant()
        name = self._field_name() if self._editor.is_open else "" if thing is None else self.sayings.name(thing)
        name = name or self._stage.desk.words.t("Text of the card")
        if self._editor.accessibleName() != name:
            self._editor.setAccessibleName(name)
        if self._followed is not self.tree:
            self._followed = self.tree
            self._shelf.keep_only(self.tree.has)
        self._tell_things()
        self._tell_chosen()
        self._tell_focus()

    def _meant(self) -> Thing | None:
        """Return what the keys act on: the one thing that is chosen, if it is no card, else the focused place."""
        desk = self._stage.desk
        selection = desk.selection
        if selection.kind not in ("", "cards") and len(selection.ids) == 1:
            return next(iter(chosen_things(selection.kind, selection.ids)))
        return None if selection.focus is None else thing_at(desk.arrangement, selection.focus)

    def _field_name(self) -> str:
        words, draft = self._stage.desk.words, self._writer.draft
        return next((words.t(text) for kind, text in _FIELDS if isinstance(draft, kind)), words.t("Text of the card"))

    def _tell_things(self) -> None:
        """Tell which widgets have other things than before: screen readers remember them."""
        if self._told_by is self.tree:
            return
        self._told_by = self.tree
        for root in _ROOTS:
            things = self.tree.all_under(root)
            if self._told_things.get(root) != things:
                self._told_things[root] = things
                self._tell(QAccessibleEvent(self.places.widget(root), QAccessible.Event.ObjectReorder))

    def _tell_chosen(self) -> None:
        selection = self._stage.desk.selection
        chosen = chosen_things(selection.kind, selection.ids)
        changed, self._told_chosen = chosen ^ self._told_chosen, chosen
        if len(changed) > _MOST_TOLD:
            return
        for thing in changed:
            if self.tree.has(thing):
                state = QAccessible.State()
                state.selected = True  # this is what has changed
                self._tell(QAccessibleStateChangeEvent(self.interface(thing), state))

    def _tell_focus(self) -> None:
        thing = self.focused()
        name = "" if thing is None else self.sayings.name(thing)
        was, self._told = self._told, (thing, name)
        opened, self._told_open = self._editor.is_open and not self._told_open, self._editor.is_open
        if opened:
            self._tell(QAccessibleEvent(self._editor, QAccessible.Event.Focus))
        elif thing is not None and thing != was[0]:
            self._tell(QAccessibleEvent(self.interface(thing), QAccessible.Event.Focus))
        elif thing is not None and name != was[1]:
            self._tell(QAccessibleEvent(self.interface(thing), QAccessible.Event.NameChanged))
