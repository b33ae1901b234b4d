"""Text from files shown as it was typed: nothing here lets Qt take it for markup, a mnemonic or a placeholder."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QMessageBox, QSpacerItem, QWidget

BOX_WIDTH = 480
"""Pixels at 100 %: the least that a message box is wide, so that sentences are not cut into words."""


def menu_text(text: str) -> str:
    """Return `text` for a menu, tab or button, where a single ``&`` would mark the next letter."""
    return text.replace("&", "&&").replace("\n", " ")


def title_text(text: str) -> str:
    """Return `text` for a window title, where ``[*]`` would stand for the unsaved mark."""
    return text.replace("[*]", "[*][*]").replace("\n", " ")


def tooltip_text(text: str) -> str:
    """Return `text` for a tooltip, which Qt always searches for markup; line breaks are kept."""
    return html.escape(text, quote=False).replace("\n", "<br>") if text else ""


def one_line(text: str) -> str:
    """Return `text` with spaces for its line breaks, as it was seen in a field of one line."""
    return " ".join(text.splitlines())


_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def shown_name(text: str) -> str:
    """Return the name or path of a file with what cannot be seen in it spelled out: `a[U+202E]gpj.cjmap`.

    Direction characters could make a name read as another one, and two files seem to have the same.
    """
    return _UNSEEN.sub(_spelled, text)


def _spelled(found: re.Match[str]) -> str:
    return f"[U+{ord(found[0]):04X}]"


def shortened(text: str, most: int = 48) -> str:
    """Return `text` on one line and with at most so many characters, for a sentence that must stay readable."""
    line = one_line(text)
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def label(text: str, parent: QWidget | None = None) -> QLabel:
    """Return a label that shows `text` literally and breaks it at words."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setText(text)
    return made


def message_box(
    parent: QWidget | None,
    *,
    icon: QMessageBox.Icon,
    text: str,
    details: str = "",
    items: Sequence[str] = (),
) -> QMessageBox:
    """Return a message box that shows its texts literally, modal to `parent` and not yet open.

    Args:
        parent: the window it belongs to.
        icon: warning, question and so on.
        text: what happened or what is asked, in one sentence.
        details: the second paragraph, what may be done about it.
        items: a list below, that scrolls and can be copied.
    """
    box = QMessageBox(parent)
    box.setWindowTitle("cjeditor")
    box.setIcon(icon)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setInformativeText(details)
    # The informative text has no format of its own; its label is found by the name that Qt gives it.
    informative = box.findChild(QLabel, "qt_msgbox_informativelabel")
    if informative is not None:
        informative.setTextFormat(Qt.TextFormat.PlainText)
        informative.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if items:
        box.setDetailedText("\n\n".join(items))
        for button in box.buttons():
            if box.buttonRole(button) == QMessageBox.ButtonRole.ActionRole:
                button.click()  # shows them
    grid = box.layout()  # made anew for a list
    if isinstance(grid, QGridLayout):
        # The box takes no width by itself; its grid does, from an empty row below.
        grid.addItem(QSpacerItem(BOX_WIDTH, 0), grid.rowCount(), 0, 1, grid.columnCount())
    return box
