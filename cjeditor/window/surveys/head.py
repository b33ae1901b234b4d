"""What a survey is called, what it is about, and who asked whom: the fields above its answers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from cjeditor.model.project import Survey
from cjeditor.texts import Texts
from cjeditor.window.properties.choice import Choice


class SurveyHead(QWidget):
    """The three fields."""

    def __init__(
        self, survey: Survey | None, places: Sequence[tuple[str, str]], about: str, words: Texts, parent: QWidget
    ) -> None:
        """Show them.

        Args:
            survey: whose they are; None for a new one.
            places: ids of what it can be about, with their names.
            about: which of them is chosen.
            words: of the window.
            parent: the dialogue.
        """
        super().__init__(parent)
        self.setObjectName("survey_head")
        self.title = self._line("survey_title", words.t("Title"), survey.title if survey is not None else "")
        self.source = self._line("survey_source", words.t("Source"), survey.source if survey is not None else "")
        self.source.setPlaceholderText(words.t("Who asked whom"))
        self.about = Choice(words.t("About"))
        self.about.setObjectName("survey_about")
        for place, name in places:
            self.about.addItem(name, place)
        self.about.setCurrentIndex(max(0, self.about.findData(about)))
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(words.t("Title"), self.title)
        form.addRow(words.t("About"), self.about)
        form.addRow(words.t("Source"), self.source)

    def fields(self) -> dict[str, str]:
        """Return what is written."""
        return {
            "title": self.title.text().strip(),
            "source": self.source.text().strip(),
            "about": self.about.currentData(),
        }

    def _line(self, name: str, said: str, text: str) -> QLineEdit:
        made = QLineEdit(text, self)
        made.setObjectName(name)
        made.setAccessibleName(said)
        return made
