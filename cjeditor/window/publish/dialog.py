"""Asks for slides or a web page: which file, for whom, in which language and brand, and whether with colours."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, cast

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QWidget

from cjeditor.export.options import Audience, PublishOptions
from cjeditor.model.fields import Language
from cjeditor.texts import N_, Texts
from cjeditor.window.elided_label import ElidedLabel
from cjeditor.window.file_form import FileForm
from cjeditor.window.handout.brand_choice import BrandChoice
from cjeditor.window.kept_choices import KeptChoices
from cjeditor.window.new_map.dialog import LANGUAGES
from cjeditor.window.plain import label
from cjeditor.window.publish.choices import READERS, Choices, kept, to_keep

_READERS: Final[dict[Audience, tuple[str, str]]] = {
    "team": (N_("Team"), N_("Everything on the map, with owners and votes")),
    "client": (N_("Client"), N_("Nothing from backstage: no comments, owners or votes")),
}


@dataclass(frozen=True)
class Wish:
    """What a dialogue asks for.

    Attributes:
        name: of the dialogue.
        title: above it.
        create: what the button says that writes the file.
        path: the file that is proposed, with the suffix of what it will hold.
        map_title: of the map that is shown in it: a project may have several.
        map_kind: what choices are remembered for.
        names: by which the person's choices for this project are known, the best first.
        language: the project's own.
    """

    name: str
    title: str
    create: str
    path: Path
    map_title: str
    map_kind: str
    names: tuple[str, ...]
    language: Language


class PublishDialog(FileForm):
    """The dialogue. What is chosen is remembered however it is closed, for the next of such a map."""

    def __init__(
        self,
        wish: Wish,
        options: PublishOptions,
        memory: KeptChoices,
        brands: Path,
        words: Texts,
        parent: QWidget | None = None,
    ) -> None:
        """Show what was chosen last.

        Args:
            wish: what the dialogue asks for.
            options: their date and author stay as they are.
            memory: of what was chosen last.
            brands: the folder of the person's brands.
            words: the language of the window.
            parent: stands behind it.
        """
        super().__init__(wish.title, wish.path, wish.path.suffix, wish.create, words, parent)
        self._wish = wish
        self._options = options
        self._memory = memory
        self.setObjectName(wish.name)
        self.map = ElidedLabel(self)
        self.map.setObjectName("map")
        self.map.show_text(wish.map_title)
        self.audience = self._list("audience", words.t("For"))
        for one in READERS:
            self.audience.addItem(words.t(_READERS[one][0]), one)
        self.explanation = label("", self)
        self.explanation.setObjectName("explanation")
        # One line for each: a form keeps room for two below what may wrap.
        self.explanation.setWordWrap(False)
        self.explanation.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.language = self._list("language", words.t("Language"))
        for language, name in LANGUAGES.items():
            self.language.addItem(name, language)
        self.branding = BrandChoice(brands, words, self)
        self.grey = QCheckBox(words.t("Black and white"), self)
        self.grey.setObjectName("grey")
        self._add_rows()
        self._show(kept(memory.last(wish.map_kind, wish.names)))
        self.audience.currentIndexChanged.connect(self.look)
        self.furnish()

    def options(self) -> PublishOptions:
        """Return what is wished for."""
        return replace(
            self._options,
            language=cast(Language, self.language.currentData()),
            audience=self._chosen_audience(),
            brand=self.branding.chosen(),
            grey=self.grey.isChecked(),
        )

    def choices(self) -> Choices:
        """Return what is remembered of it: not whether it was without colours, which is for once."""
        language = str(self.language.currentData())
        own = language == self._wish.language
        return Choices(self._chosen_audience(), self.branding.name(), "" if own else language)

    def look(self) -> None:
        """Explain the audience."""
        super().look()
        said = self._words.t(_READERS[self._chosen_audience()][1])
        self.explanation.setText(said)
        self.audience.setAccessibleDescription(said)

    def done(self, result: int) -> None:
        """Remember what is chosen, and close."""
        self._memory.keep_last(self._wish.map_kind, to_keep(self.choices()), self._wish.names)
        super().done(result)

    def _chosen_audience(self) -> Audience:
        return cast(Audience, self.audience.currentData())

    def _show(self, choices: Choices) -> None:
        self.audience.setCurrentIndex(self.audience.findData(choices.audience))
        self.language.setCurrentIndex(self.language.findData(choices.language or self._wish.language))
        self.branding.show_brand(choices.brand)

    def _list(self, name: str, said: str) -> QComboBox:
        made = QComboBox(self)
        made.setObjectName(name)
        made.setAccessibleName(said)
        return made

    def _add_rows(self) -> None:
        t = self._words.t
        # A label of its own: the form's would lead the keyboard to what only says something.
        self.form.addRow(label(t("Map"), self), self.map)
        self.add_file_row()
        self.form.addRow(t("For"), self.audience)
        self.form.addRow("", self.explanation)
        self.form.addRow(t("Language"), self.language)
        name = QLabel(t("Brand"), self)
        name.setBuddy(self.branding.brand)
        self.form.addRow(name, self.branding)
        self.form.addRow("", self.grey)
