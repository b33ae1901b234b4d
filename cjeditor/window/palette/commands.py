"""What the command palette offers: every action of the menus, with its names in both languages and its way there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from cjeditor import texts
from cjeditor.analysis.folding import cleaned, folded
from cjeditor.texts import Texts
from cjeditor.window import actions, menu_plan
from cjeditor.window.action_row import Row
from cjeditor.window.blocks.searching import rank

BETWEEN = " ▸ "
"""Between a menu and what stands in it."""

_BEHIND = 1000
"""More than any rank of a name."""


@dataclass(frozen=True)
class Command:
    """One action that can be asked for by name.

    Attributes:
        action: what is asked for.
        name: in the language of the window.
        path: the menus that lead to it.
        keys: its shortcut as people read it; empty for none.
        names: what it is called, in every language.
        names_behind: the same behind the names of its menus.
        sentences: what is said of it, in every language.
    """

    action: QAction
    name: str
    path: str
    keys: str
    names: tuple[str, ...]
    names_behind: tuple[str, ...]
    sentences: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id of its row in the actions table; empty for what a menu made by itself."""
        return self.action.objectName()


def commands(bar: QMenuBar, words: Texts, left_out: Sequence[str] = ()) -> tuple[Command, ...]:
    """Return every command in the menus, menu by menu, each once.

    Args:
        bar: the menu bar of the window.
        words: of the window.
        left_out: ids of rows that are not offered.
    """
    rows = {row.id: row for row in actions.ROWS}
    plans = {menu.id: menu.text for menu in menu_plan.every_menu() if menu.text}
    found: dict[object, Command] = {}
    for action, menus in _leaves(bar):
        row = rows.get(action.objectName())
        if row is not None and row.id in left_out:
            continue
        key: object = row.id if row is not None else action
        says_something_only = row is None and not action.isEnabled()
        if key not in found and not says_something_only:
            found[key] = _command(action, row, menus, plans, words)
    return tuple(found.values())


def matching(offered: Sequence[Command], typed: str) -> tuple[Command, ...]:
    """Return the commands that hold every word of `typed`, best first; what cannot be asked for now comes last.

    Where nothing was typed all are returned in their order.
    """
    words = folded(typed).split()
    if not words:
        return tuple(offered) if not cleaned(typed) else ()
    ranked = [(how_well, one) for one in offered if (how_well := _rank(one, words)) is not None]
    ranked.sort(key=_by_rank)
    return tuple(one for _, one in ranked)


def _rank(one: Command, words: Sequence[str]) -> int | None:
    how_well = rank(words, one.names, one.sentences)
    if how_well is not None:
        return how_well
    # "add note pain" finds the pain point below "Add note", behind everything that is called so itself.
    behind = rank(words, one.names_behind, ())
    return None if behind is None else _BEHIND + behind


def _by_rank(ranked: tuple[int, Command]) -> tuple[bool, int, int]:
    how_well, one = ranked
    return not one.action.isEnabled(), how_well, len(one.name)


def _leaves(bar: QMenuBar) -> Iterator[tuple[QAction, tuple[QMenu, ...]]]:
    """Yield each action that is no menu, with the menus around it, outermost first."""
    waiting: list[tuple[QMenu, tuple[QMenu, ...]]] = [(menu, ()) for menu in _menus(bar.actions())]
    while waiting:
        menu, around = waiting.pop(0)
        for action in menu.actions():
            if not action.isSeparator() and not isinstance(action.menu(), QMenu):
                yield action, (*around, menu)
        waiting[:0] = [(each, (*around, menu)) for each in _menus(menu.actions())]


def _menus(entries: Sequence[QAction]) -> list[QMenu]:
    return [menu for action in entries if isinstance(menu := action.menu(), QMenu)]


def _command(action: QAction, row: Row | None, menus: Sequence[QMenu], plans: dict[str, str], words: Texts) -> Command:
    shown = _text(action)
    languages = [texts.of(language) for language in texts.LANGUAGES]
    names, sentences = [shown], [action.statusTip()]
    offered = action.property(NAMES)
    if isinstance(offered, list):
        names += [str(name) for name in offered]
    if row is not None:
        names += [_named(one.t(row.text)) for one in languages]
        sentences += [one.t(row.tip) for one in languages if row.tip]
    above = [plans[menu.objectName()] for menu in menus if menu.objectName() in plans]
    names = list(dict.fromkeys(names))
    return Command(
        action=action,
        name=shown,
        path=BETWEEN.join(words.t(text) for text in above),
        keys=action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
        names=tuple(names),
        names_behind=tuple(f"{one.t(text)} {name}" for text in above for one in languages for name in names),
        sentences=tuple(dict.fromkeys(sentences)),
    )


NAMES = "names"
"""The property of an action made by a menu itself: what it is called in every language."""


def _text(action: QAction) -> str:
    """Return what an action is called, without mnemonic, ellipsis and the number that is its mnemonic."""
    numbered = len(action.text()) > 1 and action.text()[0] == "&" and action.text()[1].isdigit()
    text = action.text()[2:].lstrip() if numbered else action.text()
    return _named(text.replace("&&", "\0").replace("&", "").replace("\0", "&"))


def _named(text: str) -> str:
    return text.removesuffix("…").rstrip()
