"""One start of the program on a sharp screen of a system with large letters, in a process of its own.

Called with a language and the folder for settings and records; prints as JSON what is not shown whole, and where.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QWidget

from cjeditor.model.edits.comments import add_comment
from cjeditor.storage import paths
from cjeditor.window.application import SETTINGS_NAME, Application
from cjeditor.window.main_window import MainWindow
from cjeditor.window.preferences import Preferences
from cjeditor.window.voting.flow import VotingFlow
from tests.window.own_sample import own_sample
from tests.window.screens.visit import settle
from tests.window.walk import looking

POINTS = 15.0
"""Of the system's own font: 20 pixels."""
_SIZE = (1366, 728)


def main(language: str, home: str) -> None:
    """Start, look into every corner, tell."""
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "2", "CJEDITOR_HOME": home}
    qt = QApplication(["cjeditor"])
    qt.setQuitOnLastWindowClosed(False)
    font = qt.font()
    font.setPointSizeF(POINTS)
    qt.setFont(font)
    preferences = Preferences(paths.config_folder() / SETTINGS_NAME)
    preferences.set_language(language)
    preferences.flush()
    application = Application(qt)
    application.start([own_sample(Path(home))])
    (window,) = application.furnish().windows
    window.resize(*_SIZE)
    settle()
    faults = _look(window)
    seen = {"scale": window.devicePixelRatioF(), "letters": qt.font().pixelSize(), "faults": faults}
    window.room.document.undo_stack.setClean()
    window.close()
    settle()
    application.end()
    json.dump(seen, sys.stdout)


def _look(window: MainWindow) -> list[str]:
    """Return what is not shown whole in the states of the window that people come to most."""
    room = window.room
    room.canvas.cards.go_to(12)
    faults = [f"properties: {each}" for each in _faults(window)]
    project = room.document.project
    first = project.maps[0]
    about = first.touchpoints[0].id
    room.document.apply("", lambda now: add_comment(now, first.id, comment_id="cm_x", about=about, text="Wer?"))
    window.panes.show_pane("comments", True)
    faults += [f"comments: {each}" for each in _faults(window)]
    voting = room.contents.voting
    window.actions_of_window["vote.start"].trigger()
    faults += [f"new round: {each}" for each in _faults(window)]
    voting.form.question.setText("Was ärgert Familie Brandt am meisten?")
    voting.form.voters.setValue(12)
    voting.form.start.click()
    voting.ballots.field.setText("12 12")
    voting.ballots.cast.click()
    faults += [f"ballots: {each}" for each in _faults(window)]
    cast(VotingFlow, room.target("voting")).close()
    faults += [f"ranking: {each}" for each in _faults(window)]
    keeper = room.keeping.versions
    keeper.history.keep(keeper.key(), project, room.document.path, name="Vor der Abstimmung")
    window.actions_of_window["file.history"].trigger()
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible())
    faults += [f"history: {each}" for each in _faults(dialog)]
    dialog.reject()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return faults


def _faults(root: QWidget) -> list[str]:
    settle()
    # What people have called something may be of any length.
    texts = {one.currentText() for one in root.findChildren(QComboBox)}
    low = [
        f"{one.objectName()} is {one.height()} pixels high for letters of {one.fontMetrics().height()}"
        for one in root.findChildren(QComboBox)
        if one.isVisible() and one.height() < one.fontMetrics().height() + 6
    ]
    # The counts in the status bar give way to what stands beside them, and say so with an ellipsis.
    return [*(each for each in looking.cut(root, texts) if not each.startswith("_Counts")), *low]
