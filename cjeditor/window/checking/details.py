"""What is said about the chosen finding: what was found, by which rule, why it matters, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from cjeditor.analysis.check.found import Finding
from cjeditor.finding_wording import FindingWords
from cjeditor.texts import Texts
from cjeditor.window.plain import label, menu_text, shortened

_LONGEST_FIX = 44


class FindingDetails(QWidget):
    """Shows one finding, or one rule.

    Signals:
        going_wanted(): the place should be shown on the map.
        mending_wanted(): the finding should be mended.
        turning_off_wanted(): the rule should not be followed any more.
    """

    going_wanted = Signal()
    mending_wanted = Signal()
    turning_off_wanted = Signal()

    def __init__(self, words: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.setObjectName("finding_details")
        self.title, self.said, self.why = (self._text(name) for name in ("rule_title", "finding_said", "rule_why"))
        self.go = self._button("finding_go", words.t("Show on the map"))
        self.fix = self._button("finding_fix", "")
        self.off = self._button("rule_off", words.t("Turn this rule off"))
        self.go.clicked.connect(self.going_wanted)
        self.fix.clicked.connect(self.mending_wanted)
        self.off.clicked.connect(self.turning_off_wanted)
        self._lay_out()
        self.show_nothing()

    def show_finding(self, finding: Finding, worded: FindingWords) -> None:
        """Show a finding."""
        fix = worded.fix(finding)
        self._show(
            worded.title(finding.rule), f"{worded.place(finding)}\n{worded.sentence(finding)}.", finding.rule, worded
        )
        self.fix.setText(menu_text(shortened(fix, _LONGEST_FIX)))
        self.fix.setVisible(bool(fix))
        self.go.setVisible(finding.found.about != finding.map_id)

    def show_rule(self, rule: str, worded: FindingWords) -> None:
        """Show a rule without a finding."""
        self._show(worded.title(rule), "", rule, worded)
        self.fix.hide()
        self.go.hide()

    def show_nothing(self) -> None:
        """Show nothing: nothing is chosen."""
        for each in (self.title, self.said, self.why, self.go, self.fix, self.off):
            each.hide()

    def _show(self, title: str, said: str, rule: str, worded: FindingWords) -> None:
        self.title.setText(title)
        self.said.setText(said)
        self.why.setText(worded.why(rule))
        self.title.show()
        self.said.setVisible(bool(said))
        self.why.show()
        self.off.show()

    def _text(self, name: str) -> QLabel:
        made = label("", self)
        made.setObjectName(name)
        made.setWordWrap(True)
        made.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        return made

    def _button(self, name: str, text: str) -> QPushButton:
        made = QPushButton(text, self)
        made.setObjectName(name)
        made.setAutoDefault(False)
        return made

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("finding_text")
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        for each in (self.title, self.said, self.why):
            column.addWidget(each)
        for button in (self.fix, self.go, self.off):
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setObjectName("finding_area")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
