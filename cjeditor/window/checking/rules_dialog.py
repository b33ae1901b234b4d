"""The rules of the journey check, each with its reason, to be followed in this project or not."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.analysis.check.rules import RULES, is_followed
from cjeditor.finding_wording import FindingWords
from cjeditor.model.project import Project
from cjeditor.texts import Texts
from cjeditor.window.deciding import beside_cancel
from cjeditor.window.fitting import fit
from cjeditor.window.plain import label

_KEY = Qt.ItemDataRole.UserRole
_SIZE = QSize(560, 640)
_MOST = 2_000


class RulesDialog(QDialog):
    """Lets people choose rules, and say what the departments of the company are called.

    Signals:
        chosen(dict, list): whether each rule is to be followed, by key; the names of the departments.
    """

    chosen = Signal(object, object)

    def __init__(self, project: Project, words: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("check_rules_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.t("Rules of the journey check"))
        worded = FindingWords(project, words)
        self.list = QListWidget(self)
        self.list.setObjectName("rules")
        self.list.setAccessibleName(words.t("Rules of the journey check"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setSpacing(1)
        for key, rule in RULES.items():
            item = QListWidgetItem(worded.title(key), self.list)
            item.setData(_KEY, key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            followed = is_followed(rule, project.settings)
            item.setCheckState(Qt.CheckState.Checked if followed else Qt.CheckState.Unchecked)
        self._worded = worded
        self.why = label("", self)
        self.why.setObjectName("rule_reason")
        self.why.setWordWrap(True)
        self.why.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.why.setMinimumHeight(self.fontMetrics().lineSpacing() * 4)
        self.departments = QLineEdit(", ".join(project.settings.departments), self)
        self.departments.setObjectName("departments")
        self.departments.setMaxLength(_MOST)
        self.departments.setPlaceholderText(words.t("Fleet, dispatch, claims"))
        self.take = QPushButton(words.t("Follow these rules"), self)
        self._lay_out(words)
        self.list.currentItemChanged.connect(self._show_reason)
        self.list.setCurrentRow(0)
        fit(self, _SIZE)

    @property
    def wanted(self) -> Mapping[str, bool]:
        """Whether each rule is to be followed, by key."""
        items = (self.list.item(at) for at in range(self.list.count()))
        return {item.data(_KEY): item.checkState() is Qt.CheckState.Checked for item in items}

    def _lay_out(self, words: Texts) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(words.t("The company’s departments, with commas between them"), self.departments)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.why)
        layout.addLayout(form)
        layout.addWidget(beside_cancel(self, self.take, self._accept))

    def _show_reason(self) -> None:
        self.why.setText(self._worded.why(self.list.currentIndex().data(_KEY)))

    def _accept(self) -> None:
        self.chosen.emit(self.wanted, self.departments.text().split(","))
        self.accept()
