"""Fields for paper of one's own size: what they take, and what is said beside them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QWidget
from pytestqt.qtbot import QtBot

from cjeditor import texts
from cjeditor.export.options import LONGEST_SIDE, PAPERS, SHORTEST_SIDE, OwnSize
from cjeditor.window.paper_fields import PaperFields


@pytest.mark.parametrize(("language", "said"), [("en", "From 210 to 5,000 mm"), ("de", "Von 210 bis 5.000 mm")])
def test_the_least_size_is_said_beside_the_fields(qtbot: QtBot, parent: QWidget, language: str, said: str) -> None:
    form = QFormLayout(parent)
    fields = PaperFields(tuple(PAPERS), OwnSize(500, 700), "Paper", "paper", texts.of(language), parent)
    fields.add_rows(form, "Paper", "Size", "Orientation")
    fields.show_paper("A4", landscape=True)
    fields.show_needed(form)
    parent.show()
    assert not fields.limits.isVisible()
    fields.paper.setCurrentIndex(fields.paper.findData("own"))
    fields.show_needed(form)
    assert fields.limits.isVisible()
    assert fields.limits.text().startswith(said)
    assert fields.width_mm.accessibleDescription() == fields.limits.text()
    for typed, taken in (("148", SHORTEST_SIDE), ("333", 333), (str(LONGEST_SIDE), LONGEST_SIDE)):
        fields.width_mm.setFocus()
        fields.width_mm.selectAll()
        qtbot.keyClicks(fields.width_mm, typed)
        qtbot.keyClick(fields.width_mm, Qt.Key.Key_Return)
        assert fields.width_mm.value() == taken
    assert fields.chosen() == OwnSize(500, LONGEST_SIDE)
