from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cjeditor import resources, texts
from cjeditor.catalogue.frameworks import framework
from cjeditor.catalogue.templates import TEMPLATE_KEYS
from cjeditor.layout.theme import DARK, LIGHT, Theme
from cjeditor.model.edits import maps
from cjeditor.model.project import Project
from cjeditor.window.new_map.dialog import Choice, NewDialog
from tests.builders import small_project


@pytest.fixture
def dialog(parent: QWidget) -> NewDialog:
    return opened(parent, "en", LIGHT)


@pytest.fixture
def more(parent: QWidget) -> NewDialog:
    """The dialogue for one more map of the small project."""
    return opened(parent, "de", LIGHT, small_project())


def opened(parent: QWidget, language: str, theme: Theme, project: Project | None = None) -> NewDialog:
    made = NewDialog(texts.of(language), theme, parent, project=project)
    made.open()
    return made


def press(dialog: NewDialog, text: str) -> None:
    next(one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == text).click()


def test_all_templates_are_offered_the_default_one_chosen(dialog: NewDialog) -> None:
    assert dialog.templates.count() == len(TEMPLATE_KEYS) == 5
    assert dialog.choice() == Choice("nine-phases", "en", "")


def test_the_choice_is_told_and_nothing_is_lost_meanwhile(qtbot: QtBot, dialog: NewDialog) -> None:
    qtbot.keyClicks(dialog.title, "A <b>bold</b> trip ")
    qtbot.keyClick(dialog.title, Qt.Key.Key_Down)
    assert isinstance(dialog.persona, QLineEdit)
    qtbot.keyClicks(dialog.persona, " Mia & Jo")
    dialog.language.setCurrentIndex(dialog.language.findData("de"))
    qtbot.mouseClick(dialog.future, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        press(dialog, "Create")
    assert chosen.args == [Choice("three-phases", "de", "A <b>bold</b> trip", "Mia & Jo", "", "future")]
    assert dialog.isVisible()
    dialog.show_problem("<b>No.</b>")
    assert dialog.title.text() == "A <b>bold</b> trip "
    message = dialog.findChild(QLabel, "message")
    assert isinstance(message, QLabel)
    assert (message.isVisible(), message.text()) == (True, "<b>No.</b>")
    press(dialog, "Create")
    assert not message.isVisible()


@pytest.mark.parametrize("where", ["title", "persona", "templates", "current"])
def test_enter_creates(qtbot: QtBot, dialog: NewDialog, where: str) -> None:
    field = getattr(dialog, where)
    field.setFocus()
    with qtbot.waitSignal(dialog.chosen):
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_double_click_creates(qtbot: QtBot, dialog: NewDialog) -> None:
    qtbot.waitUntil(dialog.windowHandle().isExposed)
    place = dialog.templates.visualItemRect(dialog.templates.item(3)).center()
    qtbot.mouseClick(dialog.templates.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.mouseDClick(dialog.templates.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args is not None
    assert chosen.args[0].template == "loyalty-loop"


def test_arrows_go_through_the_grid(qtbot: QtBot, dialog: NewDialog) -> None:
    qtbot.waitUntil(dialog.windowHandle().isExposed)
    assert dialog.templates.columns() == 3
    keys = Qt.Key
    steps = [(keys.Key_Right, 1), (keys.Key_Down, 4), (keys.Key_Left, 3), (keys.Key_Up, 0), (keys.Key_End, 4)]
    for key, row in steps:
        qtbot.keyClick(dialog.templates, key)
        assert dialog.templates.currentRow() == row, key


def test_arrows_in_the_title_go_through_all_templates(qtbot: QtBot, dialog: NewDialog) -> None:
    for expected in (1, 2, 3, 4, 4):
        qtbot.keyClick(dialog.title, Qt.Key.Key_Down)
        assert dialog.templates.currentRow() == expected
    qtbot.keyClick(dialog.title, Qt.Key.Key_Up)
    assert dialog.choice().template == "loyalty-loop"


def test_tab_goes_through_the_fields(qtbot: QtBot, dialog: NewDialog) -> None:
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.title.setFocus()
    reached = []
    for _ in range(4):
        reached.append(dialog.focusWidget())
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert reached == [dialog.title, dialog.persona, dialog.language, dialog.current]


def test_every_field_has_a_letter_of_its_own(dialog: NewDialog) -> None:
    marked = [one.text() for one in dialog.findChildren(QLabel) if one.buddy() is not None]
    marked += [one.text() for one in (dialog.current, dialog.future)]
    marked += [one.text() for one in dialog.findChildren(QPushButton) if "&" in one.text()]
    letters = [text[text.index("&") + 1].lower() for text in marked]
    assert len(letters) >= 9
    assert len(set(letters)) == len(letters)


def test_escape_does_nothing_more_than_close(qtbot: QtBot, dialog: NewDialog) -> None:
    with qtbot.assertNotEmitted(dialog.chosen), qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_file_or_a_sample_may_be_opened_instead(qtbot: QtBot, parent: QWidget) -> None:
    dialog = opened(parent, "en", LIGHT)
    with qtbot.waitSignal(dialog.open_wanted):
        press(dialog, "Open a file…")
    assert not dialog.isVisible()
    dialog = opened(parent, "en", LIGHT)
    entry = next(one for one in dialog.findChild(QPushButton, "samples").menu().actions() if "season" in one.text())
    with qtbot.waitSignal(dialog.sample_wanted) as wanted:
        entry.trigger()
    assert wanted.args == [resources.path("samples/season-ticket.en.cjmap")]
    assert not dialog.isVisible()


def test_one_more_map_speaks_the_projects_language(more: NewDialog) -> None:
    assert not more.language.isVisible()
    assert more.choice().language == "en"
    assert [one.text() for one in more.findChildren(QPushButton) if "Datei" in one.text()] == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("Jo", ("Jo", "ps_b")), (" Mia ", ("Mia", "ps_a")), ("jo", ("jo", "")), ("Kim", ("Kim", "")), ("", ("", ""))],
)
def test_a_persona_is_one_of_the_project_or_a_new_name(
    qtbot: QtBot, more: NewDialog, typed: str, expected: tuple[str, str]
) -> None:
    assert isinstance(more.persona, QComboBox)
    qtbot.keyClicks(more.persona.lineEdit(), typed)
    assert more.persona.currentText() == typed, "nothing else than what was typed"
    assert (more.choice().persona, more.choice().persona_id) == expected


def test_of_two_personas_of_one_name_the_chosen_one_is_meant(parent: QWidget) -> None:
    project = small_project()
    twins = tuple(one.model_copy(update={"name": "Kim"}) for one in project.personas)
    dialog = opened(parent, "en", LIGHT, project.model_copy(update={"personas": twins}))
    assert isinstance(dialog.persona, QComboBox)
    dialog.persona.setCurrentIndex(1)
    assert dialog.choice().persona_id == "ps_b"


@pytest.mark.parametrize("language", ["en", "de", "en-XP"])
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_each_template_is_painted_with_its_colours(qtbot: QtBot, parent: QWidget, language: str, theme: Theme) -> None:
    dialog = opened(parent, language, theme)
    qtbot.waitUntil(dialog.windowHandle().isExposed)
    image = dialog.templates.grab().toImage()
    for row in range(dialog.templates.count()):
        dialog.templates.setCurrentRow(row)
        box = dialog.templates.visualItemRect(dialog.templates.item(row)) & dialog.templates.viewport().rect()
        colours = {image.pixelColor(x, y).name() for x in range(box.left(), box.right(), 2)
                   for y in range(box.top(), box.bottom(), 2)}  # fmt: skip
        known = framework(dialog.choice().template)
        expected = {theme.colour(f"band:{phase.colour}").lower() for phase in known.phases} if known else set()
        assert expected <= colours
    assert dialog.templates.verticalScrollBar().maximum() <= 12, "five templates are seen without scrolling"


def test_sentences_wrap_within_their_cards(qtbot: QtBot, parent: QWidget) -> None:
    dialog = opened(parent, "en-XP", LIGHT)
    font = dialog.font()
    font.setPixelSize(20)
    dialog.setFont(font)
    dialog.resize(dialog.minimumSizeHint())
    qtbot.waitUntil(dialog.windowHandle().isExposed)
    cards = dialog.templates
    assert cards.columns() <= 3
    assert cards.horizontalScrollBar().maximum() == 0
    cards.choose("blank")
    cell = cards.visualItemRect(cards.currentItem())
    assert cards.viewport().rect().intersects(cell), "the chosen one is seen"


def test_a_long_name_of_a_persona_does_not_widen_the_dialogue(parent: QWidget) -> None:
    name = "Donaudampfschifffahrt" * 20
    project = maps.add_persona(small_project(), persona_id="ps_long", name=name)
    made = opened(parent, "de", LIGHT, project)
    assert made.minimumSizeHint().width() < 900
    assert isinstance(made.persona, QComboBox)
    place = made.persona.findData("ps_long")
    assert made.persona.itemData(place, Qt.ItemDataRole.ToolTipRole) == name
    made.persona.setCurrentIndex(place)
    assert made.choice().persona_id == "ps_long"
    assert made.persona.toolTip() == name
