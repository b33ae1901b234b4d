"""Fields of a kind of their own: a colour, and the five words of the emotion scale."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QGridLayout, QHBoxLayout, QToolButton, QWidget

from cjeditor import texts
from cjeditor.catalogue import terms
from cjeditor.model.project import Project
from cjeditor.texts import Texts
from cjeditor.window.plain import label
from cjeditor.window.properties.field import SEVERAL, Field
from cjeditor.window.properties.text_edit import GrowingEdit, LineEdit

_SCALE = (-2, -1, 0, 1, 2)
_SHORT = re.compile("#[0-9A-Fa-f]{3}")


class ColourField(Field):
    """A colour: a swatch to choose with, and `#rrggbb` to type."""

    def __init__(self, key: str, name: str, words: Texts) -> None:
        super().__init__(key, name, words)
        self.edit = LineEdit(name)
        self.swatch = QToolButton()
        self.swatch.setAccessibleName(words.t("Choose a colour"))
        self.swatch.setToolTip(words.t("Choose a colour"))
        self.swatch.setFixedSize(30, 26)
        self.swatch.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self.swatch)
        line.addWidget(self.edit, 1)
        row.setFocusProxy(self.edit)
        self.add_control(row)
        self.edit.textChanged.connect(self.take)
        self.edit.editingFinished.connect(self.settle)
        self.swatch.clicked.connect(self._choose)

    def put(self, value: object) -> None:
        """Show a colour."""
        self.edit.setPlaceholderText(self.words.t("several values") if value is SEVERAL else "")
        self.edit.setText("" if value is SEVERAL else str(value))
        self._paint()

    def draft(self) -> str | None:
        """Return what is typed."""
        return self.edit.text()

    def set_draft(self, text: str) -> None:
        """Put it back."""
        self.edit.setText(text)

    def value(self) -> object:
        """Return what is typed; the model says whether it is a colour."""
        self._paint()
        return self._typed()

    def _typed(self) -> str:
        """Return what is typed, with the three digits that people write on the web made six."""
        text = self.edit.text().strip()
        return "#" + "".join(2 * digit for digit in text[1:]) if _SHORT.fullmatch(text) else text

    def _paint(self) -> None:
        text = self._typed()
        colour = QColor(text) if len(text) == len("#rrggbb") and text.startswith("#") else QColor()
        fill = colour.name() if colour.isValid() else "transparent"
        self.swatch.setStyleSheet(
            f"QToolButton {{ background: {fill}; border: 1px solid palette(dark); border-radius: 5px; }} "
            "QToolButton:focus { border: 2px solid palette(text); }"
        )

    def _choose(self) -> None:
        dialog = QColorDialog(QColor(self.edit.text()), self.window())
        dialog.setObjectName("colour")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.colorSelected.connect(self._colour_chosen)
        dialog.open()

    def _colour_chosen(self, colour: QColor) -> None:
        self.edit.setText(colour.name().upper())


class EmotionWordsField(Field):
    """The project's own five words for −2 … +2; empty ones stand for ours, in the language of the project."""

    def __init__(self, key: str, name: str, words: Texts) -> None:
        super().__init__(key, name, words)
        self.edits: list[GrowingEdit] = []
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, value in enumerate(_SCALE):
            edit = GrowingEdit(f"{name}: {words.signed(value)}", 1)
            mark = label(words.signed(value), self)
            mark.setObjectName("label")
            mark.setWordWrap(False)
            grid.addWidget(mark, row, 0)
            grid.addWidget(edit, row, 1)
            edit.textChanged.connect(self.take)
            self.edits.append(edit)
        rows.setFocusProxy(self.edits[0])
        self.add_control(rows)
        self.speak(words.language)

    def speak(self, language: str) -> None:
        """Say our words in the language of the project."""
        for edit, value in zip(self.edits, _SCALE, strict=True):
            edit.setPlaceholderText(terms.emotion(value, Project(), texts.of(language)))

    def put(self, value: object) -> None:
        """Show the project's words; where they are ours, they stay grey."""
        own = value if isinstance(value, tuple) and len(value) == len(_SCALE) else ("",) * len(_SCALE)
        for edit, word in zip(self.edits, own, strict=True):
            edit.set_text("" if word == edit.placeholderText() else str(word))

    def drafts(self) -> Mapping[str, str]:
        """Return all five words where one of them was refused."""
        return {str(at): edit.text() for at, edit in enumerate(self.edits)} if self.problem() else {}

    def set_drafts(self, drafts: Mapping[str, str]) -> None:
        """Put them back."""
        for at, text in drafts.items():
            self.edits[int(at)].set_text(text)

    def value(self) -> object:
        """Return five words, ours for the empty ones, or nothing where all are ours."""
        ours = tuple(edit.placeholderText() for edit in self.edits)
        typed = tuple(edit.text() if edit.text().strip() else edit.placeholderText() for edit in self.edits)
        return () if typed == ours else typed
