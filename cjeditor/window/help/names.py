"""What texts of the help name on screen, taken from where it stands: menus, keys, buttons, other pages."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping

from PySide6.QtGui import QKeySequence

from cjeditor.catalogue.lanes import standard_lane
from cjeditor.layout.icons import is_icon
from cjeditor.texts import Texts
from cjeditor.window import actions, menu_plan
from cjeditor.window.chosen_keys import KeysOf, usual
from cjeditor.window.help.page import Run, Runs
from cjeditor.window.shortcut_sheet import named_keys

_INTO = "\u00a0› "
"""Between a menu and its entry."""

_NATIVE = QKeySequence.SequenceFormat.NativeText


class UnknownName(LookupError):
    """A text of the help names something that is not there."""


class Names:
    """Resolves the placeholders of help texts in one language.

    ``{action:file.save}``: the way to an action, with its key; ``{name:file.save}``: its name alone;
    ``{key:file.save}``: its key alone; ``{menu:notes}``: the way to a menu; ``{keys:Shift+Enter}``: a key of the sheet
    of keys; ``{word:Create}``: a text of the program; ``{lane:emotion}``: the name of a standard lane;
    ``{page:lanes}``, ``{page:lanes#add|these lanes}``: a link to a page; ``{icon:star-fill}``: an icon.
    """

    def __init__(self, words: Texts, titles: Mapping[str, str], keys_of: KeysOf = usual) -> None:
        """Make it.

        Args:
            words: the language.
            titles: of all pages, by their keys.
            keys_of: the keys of actions.
        """
        self._words = words
        self._titles = titles
        self._keys_of = keys_of
        self._rows = {row.id: row for row in actions.ROWS}
        self._ways = dict(_ways(menu_plan.MENU_BAR))
        self._keys = named_keys()

    def runs(self, text: str) -> Runs:
        """Return `text` with what its placeholders stand for.

        Raises:
            UnknownName: a placeholder names nothing.
            ValueError: the braces are not in order.
        """
        found: list[Run] = []
        for literal, kind, wanted, _ in string.Formatter().parse(text):
            if literal:
                found.append(Run(literal))
            if kind is not None:
                found.extend(self._named(kind, wanted or ""))
        return tuple(found)

    def _named(self, kind: str, wanted: str) -> Runs:
        match kind:
            case "action":
                return self._action(wanted)
            case "menu":
                return self._path(self._way(wanted))
            case "name":
                return (Run(self._name_of(wanted), "name"),)
            case "key":
                return (Run(self._key_of(wanted), "key"),)
            case "keys":
                return (Run(self._key(wanted), "key"),)
            case "word":
                return (Run(self._words.t(wanted).removesuffix("…").rstrip(), "name"),)
            case "lane":
                return (Run(self._lane(wanted), "name"),)
            case "icon" if is_icon(wanted):
                return (Run(wanted, "icon"),)
            case "page":
                return (self._link(wanted),)
            case _:
                raise UnknownName(f"{kind}:{wanted}")

    def _action(self, row_id: str) -> Runs:
        if row_id not in self._rows:
            raise UnknownName(row_id)
        row = self._rows[row_id]
        way = self._path((*self._way(row_id), row.text))
        return (*way, Run("\u00a0"), Run(self._key_of(row_id), "key")) if self._keys_of(row) else way

    def _path(self, way: tuple[str, ...]) -> Runs:
        found: list[Run] = []
        for text in way:
            if found:
                found.append(Run(_INTO))
            found.append(Run(self._words.t(text), "name"))
        return tuple(found)

    def _way(self, wanted: str) -> tuple[str, ...]:
        if wanted not in self._ways:
            raise UnknownName(wanted)
        return self._ways[wanted]

    def _name_of(self, row_id: str) -> str:
        if row_id not in self._rows:
            raise UnknownName(row_id)
        return self._words.t(self._rows[row_id].text).removesuffix("…").rstrip()

    def _key_of(self, row_id: str) -> str:
        row = self._rows.get(row_id)
        if row is None or not row.keys:
            raise UnknownName(row_id)
        keys = self._keys_of(row)
        # Whoever took the key away finds the action by its name.
        return keys[0].toString(_NATIVE) if keys else self._words.quoted(self._name_of(row_id))

    def _key(self, keys: str) -> str:
        """Return keys as the sheet calls them, else as the system does."""
        if keys in self._keys:
            return self._words.t(keys)
        native = QKeySequence(keys).toString(_NATIVE)
        if not native:
            raise UnknownName(keys)
        return native

    def _lane(self, key: str) -> str:
        lane = standard_lane(key)
        if lane is None:
            raise UnknownName(key)
        return lane.name.in_language(self._words.language)

    def _link(self, wanted: str) -> Run:
        target, _, shown = wanted.partition("|")
        key = target.partition("#")[0]
        if key not in self._titles:
            raise UnknownName(target)
        return Run(shown or self._titles[key], target=target)


def _ways(menus: tuple[str | menu_plan.Menu, ...], way: tuple[str, ...] = ()) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each row and menu with the untranslated names of what leads to it; a menu's own name comes last."""
    for entry in menus:
        if isinstance(entry, menu_plan.Menu):
            inside = (*way, entry.text)
            yield entry.id, inside
            yield from _ways(entry.entries, inside)
        elif entry != menu_plan.LINE:
            yield entry, way
