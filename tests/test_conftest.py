"""The ground that tests stand on holds."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs
import pytest
from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox


def test_the_home_folder_is_empty_and_our_own(home: Path) -> None:
    assert Path.home() == home
    assert platformdirs.user_state_path("cjeditor").is_relative_to(home)
    assert QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation).startswith(str(home))


@pytest.mark.parametrize("turn", [1, 2])
def test_settings_do_not_pass_from_test_to_test(home: Path, turn: int) -> None:
    settings = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "cjeditor", "proof")
    assert settings.value("turn") is None
    settings.setValue("turn", turn)
    settings.sync()
    assert Path(settings.fileName()).is_relative_to(home)


def test_no_screen_is_needed(qapp: QApplication) -> None:
    assert qapp.platformName() == os.environ["QT_QPA_PLATFORM"]


def test_a_dialogue_fails_instead_of_waiting(qapp: QApplication) -> None:
    with pytest.raises(pytest.fail.Exception, match=r"QDialog\.exec"):
        QDialog().exec()
    with pytest.raises(pytest.fail.Exception, match=r"QMessageBox\.question\('Title', 'Text'\)"):
        QMessageBox.question(None, "Title", "Text")
    with pytest.raises(pytest.fail.Exception, match=r"QDialog\.exec"):
        QMessageBox().exec()
    with pytest.raises(pytest.fail.Exception, match=r"QDrag\.exec"):
        QDrag(qapp).exec()
