"""A field that holds one picture: what it looks like, and buttons to choose, paste and remove it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from cjeditor.canvas.pictures_in import Source, brings_pictures, sources_in
from cjeditor.model.project import Asset
from cjeditor.texts import Texts
from cjeditor.window.pictures import files
from cjeditor.window.pictures.preview import PicturePreview
from cjeditor.window.pictures.taking import Refusal, Taking
from cjeditor.window.properties.field import SEVERAL, Field
from cjeditor.wording import sentence


class PictureField(Field):
    """A picture by its sum; a new one is wanted as an `Asset`, for the project may not have it yet."""

    def __init__(self, key: str, name: str, words: Texts, *, round_shape: bool = False) -> None:
        """Make it.

        Args:
            key: the field of the record.
            name: what it is called in the person's language.
            words: the language of the window.
            round_shape: whether the picture is shown as the disc that a portrait is.
        """
        super().__init__(key, name, words)
        self._wanted: object = None
        self._taking = Taking(self)
        self._taking.taken.connect(self._taken)
        self.preview = PicturePreview(self._empty_text(), round_shape=round_shape)
        self.preview.setAccessibleName(name)
        self.preview.dropped.connect(self._take_in)
        self.choose_button = QPushButton(words.t("Choose…"))
        self.paste_button = QPushButton(words.t("Paste"))
        self.remove_button = QPushButton(words.t("Remove"))
        self.choose_button.clicked.connect(self._choose)
        self.paste_button.clicked.connect(self._paste)
        self.remove_button.clicked.connect(self._remove)
        for button in (self.choose_button, self.paste_button, self.remove_button):
            button.setAccessibleName(f"{name}: {button.text().removesuffix('…').rstrip()}")
            button.setAutoDefault(False)
        self.add_control(self._buttons())
        self.setFocusProxy(self.choose_button)
        self._column.insertWidget(0, self.preview)
        QGuiApplication.clipboard().dataChanged.connect(self._look_at_clipboard)
        self._look_at_clipboard()

    def offer(self, pictures: tuple[Asset, ...]) -> None:
        """Take the pictures of the project, among which is the one to be shown."""
        self.preview.follow(pictures)

    def begin(self) -> None:
        """Another record comes: what is still being taken in was for the one before."""
        super().begin()
        self._taking.forget()
        self.preview.show_text(self._empty_text())

    def put(self, value: object) -> None:
        """Show the picture."""
        self._wanted = value
        self.preview.show_text(self.words.t("several pictures") if value is SEVERAL else self._empty_text())
        self.preview.show_picture(value if isinstance(value, str) else None)
        self.remove_button.setEnabled(value is not None)

    def value(self) -> object:
        """Return the picture's sum, or the picture itself where it has just been taken in."""
        return self._wanted

    def holds(self, value: object) -> bool:
        """Return whether this picture is shown."""
        return value is not SEVERAL and self._wanted == value

    def session(self) -> str:
        """Return nothing: each picture is a step of its own."""
        return ""

    def _empty_text(self) -> str:
        return self.words.t("Drop a picture here")

    def _buttons(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        for button in (self.choose_button, self.paste_button, self.remove_button):
            line.addWidget(button)
        line.addStretch(1)
        return row

    def _look_at_clipboard(self) -> None:
        self.paste_button.setEnabled(brings_pictures(files.on_clipboard()))

    def _choose(self) -> None:
        dialog = files.to_choose_pictures(self.window(), self.words, several=False)
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, path: str) -> None:
        self._take_in([Path(path)])

    def _paste(self) -> None:
        self._take_in(sources_in(files.on_clipboard()))

    def _remove(self) -> None:
        self._taking.forget()
        self.put(None)
        self.take()
        self.choose_button.setFocus()

    def _take_in(self, sources: list[Source]) -> None:
        if sources:
            self.tell("")
            self._taking.forget()
            self._taking.begin(sources[:1], self.key)
            self.preview.show_text(self.words.t("Adding the picture…"))

    def _taken(self, _purpose: object, pictures: tuple[Asset, ...], refusals: tuple[Refusal, ...]) -> None:
        self.preview.show_text(self._empty_text())
        if refusals:
            self.tell(sentence(refusals[0].problem, self.words))
            return
        self._wanted = pictures[0]
        self.take()
        # From now on it is known by its sum.
        if not self.problem():
            self.put(pictures[0].sha256)
