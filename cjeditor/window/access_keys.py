"""One underlined letter for each button, tab and named field of a dialogue, no letter twice in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QPushButton, QRadioButton, QTabWidget, QWidget

from cjeditor.window.mnemonics import assign_all, marked
from cjeditor.window.plain import menu_text

_UNDERLINE = 3
"""Pixels."""

_BUTTONS = (QPushButton, QCheckBox, QRadioButton)


def give_access_keys(dialog: QWidget, without: Iterable[QWidget] = ()) -> None:
    """Underline a letter in each text of `dialog` by which Alt leads somewhere; what was underlined before counts not.

    Pages that are hidden count, too, so that a letter means the same on all of them. Texts without letters get none.

    Args:
        dialog: has its controls already; called again when some come or are called otherwise.
        without: in these nothing is underlined: what stands there is people's own.
    """
    parts = {str(number): part for number, part in enumerate(_parts(dialog, tuple(without)))}
    tabs = dialog.findChildren(QTabWidget)
    texts = {key: _plain(part.text()) for key, part in parts.items()}
    for tab in tabs:
        texts |= {_tab_key(tab, at): _plain(tab.tabText(at)) for at in range(tab.count())}
    texts = {key: text for key, text in texts.items() if any(letter.isalpha() for letter in text)}
    letters = assign_all(texts)
    for key, part in parts.items():
        if key in texts:
            part.setText(marked(texts[key], letters[key]))
            if isinstance(part, QLabel):
                _make_room(part)
    for tab in tabs:
        for at in range(tab.count()):
            key = _tab_key(tab, at)
            tab.setTabText(at, marked(texts[key], letters[key]) if key in texts else menu_text(tab.tabText(at)))


def _parts(dialog: QWidget, without: tuple[QWidget, ...]) -> Sequence[QAbstractButton | QLabel]:
    """Return the buttons and the names of fields, in the order in which they were made."""
    shown = [one for one in dialog.findChildren(QWidget) if not any(place.isAncestorOf(one) for place in without)]
    return [one for one in shown if isinstance(one, _BUTTONS) and one.text()] + [
        one for one in shown if isinstance(one, QLabel) and one.buddy() is not None
    ]


def _make_room(name: QLabel) -> None:
    """Leave a name room for its underline, which lies below the line."""
    room = name.contentsMargins()
    room.setTop(max(room.top(), _UNDERLINE))
    room.setBottom(max(room.bottom(), _UNDERLINE))
    name.setContentsMargins(room)


def _plain(text: str) -> str:
    """Return `text` without marks: a doubled ampersand is one, a single one is none."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _tab_key(tab: QTabWidget, at: int) -> str:
    return f"{tab.objectName()} {id(tab)} {at}"
