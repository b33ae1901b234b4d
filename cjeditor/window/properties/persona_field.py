"""The field for a map's lead persona, with the way to the personas themselves."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton

from cjeditor.model.project import Persona
from cjeditor.texts import N_, Texts
from cjeditor.window.properties.choice_fields import ChoiceField
from cjeditor.window.properties.new_name import NewKind


class PersonaField(ChoiceField):
    """One of the project's personas, and a button that leads to all of them.

    Signals:
        personas_wanted(): the personas should be shown, to be described.
    """

    personas_wanted = Signal()

    def __init__(self, key: str, name: str, words: Texts) -> None:
        super().__init__(key, name, words, new_kind=NewKind("ps", N_("New persona…"), Persona))
        self.button = QPushButton(words.t("Personas…"))
        self.button.setObjectName("personas")
        self.button.setToolTip(words.t("Describe the personas of this project"))
        self.add_control(self.button)
        self._column.setAlignment(self.button, Qt.AlignmentFlag.AlignLeft)
        self.button.clicked.connect(self.personas_wanted)
