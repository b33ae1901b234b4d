"""A row of the table of everything a person can ask for."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence


@dataclass(frozen=True)
class Row:
    """One thing that can be asked for.

    Attributes:
        id: its name in menus and tests, ``place.verb``.
        text: what it is called, untranslated; without mnemonic, those are given out menu by menu.
        handler: ``target.method`` of what does it; `Targets` names the targets.
        icon: name in the icon font.
        keys: shortcuts, the shown one first: Qt's standard keys or portable text.
        enabled: ``target.method`` that answers whether it can be asked for now; empty for always.
        args: what the handler is called with; for a row with a mark, whether it is set now comes behind them.
        ask_with_args: whether `enabled` wants the same.
        tip: what it does, for the status bar, untranslated.
        short: what its toolbar button is called, untranslated; `text` where empty.
        checked: ``target.method`` that answers whether its mark is set; empty for a row without mark.
        group: rows of the same group exclude each other.
        key_handler: ``target.method`` of what its shortcut does, with the same arguments; `handler` where empty.
        role: where macOS moves it in its own menu: ``preferences``, ``about``, ``quit``; elsewhere it stays.
    """

    id: str
    text: str
    handler: str
    icon: str = ""
    keys: tuple[str | QKeySequence.StandardKey, ...] = ()
    enabled: str = ""
    args: tuple[str | int | float | bool, ...] = ()
    ask_with_args: bool = False
    tip: str = ""
    short: str = ""
    checked: str = ""
    group: str = ""
    key_handler: str = ""
    role: str = ""
