"""Asks what a new map starts from: a template, whose journey it is, and whether it shows what is or what shall be."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.layout.theme import Theme
from cjeditor.model.fields import LINE_LIMIT, Language, MapState
from cjeditor.model.project import Project
from cjeditor.texts import N_, Texts
from cjeditor.window.fitting import fit, largest
from cjeditor.window.mnemonics import assign, marked
from cjeditor.window.new_map.template_list import TemplateList
from cjeditor.window.plain import label, one_line, tooltip_text
from cjeditor.window.samples_menu import SamplesMenu

LANGUAGES: Final = {"de": "Deutsch", "en": "English"}
"""The languages a project can have, each by its own name."""

_WIDTH = 880
_LEAST_LETTERS = 12
_CAPTIONS = {
    "title": N_("Title"),
    "persona": N_("Persona"),
    "language": N_("Language of the project"),
    "state": N_("State"),
    "current": N_("Current: how it is today"),
    "future": N_("Future: how it should be"),
    "create": N_("Create"),
    "open": N_("Open a file…"),
    "samples": N_("Open a sample"),
}


@dataclass(frozen=True)
class Choice:
    """What was chosen for a new map.

    `persona` is a name as it was typed or chosen, `persona_id` that of the project's persona, if it is one of them.
    """

    template: str
    language: Language
    title: str
    persona: str = ""
    persona_id: str = ""
    state: MapState = "current"


class NewDialog(QDialog):
    """The dialogue for a new project, or for one more map of a project that is there.

    It stays open until whoever makes the map closes it: what was typed is not lost where it is refused.

    Signals:
        chosen(Choice): a map is wanted.
        open_wanted(): rather a file that exists.
        sample_wanted(Path): rather this sample.
    """

    chosen = Signal(object)
    open_wanted = Signal()
    sample_wanted = Signal(object)

    def __init__(
        self, words: Texts, theme: Theme, parent: QWidget | None = None, *, project: Project | None = None
    ) -> None:
        """Make it.

        Args:
            words: the language of the windows.
            theme: the colours of the pictures.
            parent: the window it belongs to.
            project: the one that gets a map more; None asks for a new project.
        """
        super().__init__(parent)
        self._words = words
        self._project = project
        self._letters = assign([list(_CAPTIONS)], {key: words.t(text) for key, text in _CAPTIONS.items()})
        self.setObjectName("new_map" if project else "new")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.t("New map") if project else words.t("New project"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        intro = words.t("What do you want to start from? You can rename, add and delete anything later.")
        layout.addWidget(label(intro, self))
        self.templates = TemplateList(words, theme, self)
        self.templates.itemDoubleClicked.connect(self._create)
        layout.addWidget(self.templates, 1)
        self.title = QLineEdit(self)
        self.persona = QComboBox(self) if project else QLineEdit(self)
        self.language = QComboBox(self)
        self.current = QRadioButton(self._caption("current"), self)
        self.future = QRadioButton(self._caption("future"), self)
        self._fill()
        layout.addLayout(self._form())
        self._problem = label("", self)
        self._problem.setObjectName("message")
        self._problem.hide()
        layout.addWidget(self._problem)
        layout.addWidget(self._buttons())
        self._take_size()
        self.title.setFocus()

    def choice(self) -> Choice:
        """Return what is chosen now."""
        persona = self.persona.text().strip() if isinstance(self.persona, QLineEdit) else self.persona.currentText()
        return Choice(
            template=self.templates.chosen(),
            language=self._project.language if self._project else cast(Language, self.language.currentData()),
            title=one_line(self.title.text()).strip(),
            persona=one_line(persona).strip(),
            persona_id=self._chosen_persona(),
            state="future" if self.future.isChecked() else "current",
        )

    def show_problem(self, text: str) -> None:
        """Say why what was chosen cannot be made; an empty text says that nothing stands against it."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def _take_size(self) -> None:
        """Become so high that all templates are seen, if the screen is."""
        for part in (self, *self.findChildren(QWidget)):
            part.ensurePolished()  # fields take their size from the program's style
        width = min(_WIDTH, largest(self).width())
        margins = self.contentsMargins()
        inner = self.layout().contentsMargins()  # type: ignore[union-attr]  # it has one
        room = width - margins.left() - margins.right() - inner.left() - inner.right()
        others = self.sizeHint().height() - self.templates.sizeHint().height()
        fit(self, QSize(width, others + self.templates.wanted_height(room)))

    def _caption(self, key: str) -> str:
        return marked(self._words.t(_CAPTIONS[key]), self._letters.get(key, ""))

    def _fill(self) -> None:
        t = self._words.t
        self.title.setObjectName("title")
        self.title.setMaxLength(LINE_LIMIT)
        self.title.setPlaceholderText(t("Whose journey, and where to?"))
        self.persona.setObjectName("persona")
        asked = t("Who is making the journey?")
        if isinstance(self.persona, QLineEdit):
            self.persona.setPlaceholderText(asked)
        else:
            self._offer_personas(self.persona, asked)
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        spoken = self._project.language if self._project else "de" if self._words.language == "de" else "en"
        self.language.setCurrentIndex(self.language.findData(spoken))
        self.current.setChecked(True)
        states = QButtonGroup(self)
        for button in (self.current, self.future):
            states.addButton(button)

    def _offer_personas(self, box: QComboBox, asked: str) -> None:
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        # It would put the case of a known name over what was typed.
        box.setCompleter(None)  # type: ignore[arg-type]  # None is allowed
        # A long name must not widen the dialogue.
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_LEAST_LETTERS)
        for persona in self._project.personas if self._project else ():
            name = persona.name.replace("\n", " ")
            box.addItem(name, persona.id)
            box.setItemData(box.count() - 1, tooltip_text(name), Qt.ItemDataRole.ToolTipRole)
        box.setCurrentIndex(-1)
        box.currentTextChanged.connect(self._show_whole_name)
        field = box.lineEdit()
        if field is not None:
            field.setPlaceholderText(asked)
            field.setMaxLength(LINE_LIMIT)

    def _show_whole_name(self, name: str) -> None:
        """Let a name be read that is longer than its field."""
        self.persona.setToolTip(tooltip_text(name))

    def _chosen_persona(self) -> str:
        """Return the id of the project's persona whose name is in the field: the one chosen, else the first such."""
        if not isinstance(self.persona, QComboBox):
            return ""
        name = self.persona.currentText()
        at = self.persona.currentIndex()
        if at < 0 or self.persona.itemText(at) != name:
            at = self.persona.findText(name.strip(), Qt.MatchFlag.MatchFixedString | Qt.MatchFlag.MatchCaseSensitive)
        return str(self.persona.itemData(at)) if at >= 0 and name.strip() else ""

    def _form(self) -> QGridLayout:
        """Return the fields, two beside each other: the templates need the height of a small screen."""
        form = QGridLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(10)
        form.setColumnStretch(1, 3)
        form.setColumnStretch(3, 2)
        form.addWidget(self._label("title", self.title), 0, 0)
        form.addWidget(self.title, 0, 1, 1, 3)
        form.addWidget(self._label("persona", self.persona), 1, 0)
        if self._project is None:
            form.addWidget(self.persona, 1, 1)
            form.addWidget(self._label("language", self.language), 1, 2)
            form.addWidget(self.language, 1, 3)
        else:
            form.addWidget(self.persona, 1, 1, 1, 3)
            self.language.hide()
        form.addWidget(self._label("state", self.current), 2, 0)
        states = QHBoxLayout()
        states.setSpacing(24)
        states.addWidget(self.current)
        states.addWidget(self.future)
        states.addStretch(1)
        form.addLayout(states, 2, 1, 1, 3)
        return form

    def _label(self, key: str, buddy: QWidget) -> QLabel:
        made = label(self._caption(key), self)
        made.setWordWrap(False)
        made.setBuddy(buddy)
        return made

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        create = QPushButton(self._caption("create"), self)
        create.setDefault(True)
        buttons.addButton(create, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._create)
        buttons.rejected.connect(self.reject)
        if self._project is None:
            instead = {key: QPushButton(self._caption(key), self) for key in ("open", "samples")}
            for key, button in instead.items():
                button.setObjectName(key)
                button.setAutoDefault(False)
                buttons.addButton(button, QDialogButtonBox.ButtonRole.ResetRole)
            instead["open"].clicked.connect(self._open_instead)
            instead["samples"].setMenu(self._samples())
        return buttons

    def _samples(self) -> QMenu:
        made = SamplesMenu(QMenu(self), self._words)
        made.chosen.connect(self._open_sample)
        return made.menu

    def _create(self) -> None:
        self.show_problem("")
        self.chosen.emit(self.choice())

    def _open_instead(self) -> None:
        self.reject()
        self.open_wanted.emit()

    def _open_sample(self, path: Path) -> None:
        self.reject()
        self.sample_wanted.emit(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrows choose a template while the title is being typed."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and self.focusWidget() is self.title:
            self.templates.choose_beside(step)
        else:
            super().keyPressEvent(event)
