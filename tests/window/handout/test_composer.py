"""The composer as people use it: sets, order, paper, audience and brand, and the pages that follow what is chosen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QInputDialog, QMessageBox
from pytestqt.qtbot import QtBot

from cjeditor import texts
from cjeditor.export.options import OwnSize
from cjeditor.export.presets import preset
from cjeditor.interchange.pictures import picture_of
from cjeditor.model.replace import replace as replaced
from cjeditor.storage.brands import keep_brand, make_brand
from cjeditor.storage.load import load
from cjeditor.window.composed_subject import Subject
from cjeditor.window.handout.dialog import HandoutDialog
from cjeditor.window.house import House
from cjeditor.window.main_window import MainWindow
from cjeditor.window.poster.dialog import PosterDialog
from tests.builders import small_project
from tests.interchange.painting import png
from tests.window.dialogues import press, shown

SAMPLES = Path(__file__).parents[3] / "resources" / "samples"


@pytest.fixture
def brands(tmp_path: Path) -> Path:
    bank = make_brand("Bank", primary="#004488", footer="© Bank", logo=picture_of(png(20, 10)))
    assert bank is not None
    keep_brand(tmp_path / "brands", bank)
    return tmp_path / "brands"


@pytest.fixture
def open_composer(qtbot: QtBot, window: MainWindow, brands: Path, tmp_path: Path) -> Composing:
    return Composing(qtbot, window._house, brands, tmp_path)


class Composing:
    """Opens composers, one after the other."""

    def __init__(self, qtbot: QtBot, house: House, brands: Path, folder: Path) -> None:
        self.qtbot, self.house, self.brands, self.folder = qtbot, house, brands, folder
        self.project = small_project()
        self.names: tuple[str, ...] = ("session",)

    def subject(self) -> Subject:
        return Subject(self.folder / "x.pdf", self.project, self.project.maps[0].id, self.names, self.brands)

    def __call__(self) -> HandoutDialog:
        dialog = HandoutDialog(self.subject(), self.house)
        dialog.open()
        self.qtbot.waitUntil(lambda: not dialog.preview.work.is_busy)
        return dialog


def choose_set(dialog: HandoutDialog, key: str) -> None:
    sets = dialog.sets.sets
    sets.setCurrentIndex(sets.findData(key))
    sets.activated.emit(sets.currentIndex())


def test_nothing_ticked_is_said_and_shows_no_pages(qtbot: QtBot, open_composer: Composing) -> None:
    dialog = open_composer()
    parts = dialog.sets.parts
    qtbot.waitUntil(lambda: dialog.preview.view.count > 0)
    parts.show_parts(parts.order, frozenset())
    dialog.sets.changed.emit()
    assert not dialog._create.isEnabled()
    assert dialog.message.isVisible()
    assert dialog.message.text() == "Nothing is ticked. Tick what shall be in the handout."
    assert (dialog.preview.view.count, dialog.legibility.said.text()) == (0, "")
    choose_set(dialog, "preset:short")
    qtbot.waitUntil(lambda: dialog.preview.view.count > 0)
    assert not dialog.message.isVisible()


def test_texts_that_are_shortened_in_the_overview_are_counted(qtbot: QtBot, open_composer: Composing) -> None:
    project = load(SAMPLES / "first-home.de.cjmap")
    open_composer.project = replaced(project, settings=replaced(project.settings, paper="A4"))
    dialog = open_composer()
    qtbot.waitUntil(lambda: "shortened" in dialog.legibility.said.text())
    assert "23 texts in the overview are shortened" in dialog.legibility.said.text()
    parts = dialog.sets.parts
    parts.show_parts(parts.order, frozenset({"message"}))
    dialog.sets.changed.emit()
    qtbot.waitUntil(lambda: "large enough" in dialog.legibility.said.text())
    assert "shortened" not in dialog.legibility.said.text()


def test_a_set_is_chosen_changed_kept_and_removed(qtbot: QtBot, open_composer: Composing) -> None:
    dialog = open_composer()
    sets, parts = dialog.sets.sets, dialog.sets.parts
    assert sets.currentData() == "preset:short"
    choose_set(dialog, "preset:workshop")
    assert dialog.options().parts == preset("workshop").parts
    assert dialog.options().audience == "facilitator"
    parts.setCurrentRow(1)
    qtbot.keyClick(parts, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    moved = dialog.options().parts
    assert moved[:2] == (preset("workshop").parts[1], preset("workshop").parts[0])
    assert sets.currentData() == "own"
    assert not dialog.sets.forget.isEnabled()
    dialog.sets.keep.click()
    name = shown(qtbot, QInputDialog, "set_name")
    name.setTextValue("Mine & theirs")
    name.accept()
    assert sets.currentData() == "set:Mine & theirs"
    choose_set(dialog, "preset:full")
    choose_set(dialog, "set:Mine & theirs")
    assert dialog.options().parts == moved
    dialog.sets.forget.click()
    press(shown(qtbot, QMessageBox, "remove_set_question"), "Remove")
    assert sets.findData("set:Mine & theirs") < 0
    assert dialog.options().parts == moved
    dialog.reject()


def test_a_set_never_takes_the_audience_back_that_was_chosen(open_composer: Composing) -> None:
    dialog = open_composer()
    choose_set(dialog, "preset:workshop")
    choose_set(dialog, "preset:full")
    assert dialog.options().audience == "team", "nobody chose the facilitator"
    audience = dialog.page.audience
    for chosen in ("client", "team"):
        audience.setCurrentIndex(audience.findData(chosen))
        audience.activated.emit(audience.currentIndex())
        for key in ("preset:short", "preset:workshop", "preset:full"):
            choose_set(dialog, key)
            assert dialog.options().audience == chosen
    audience.setCurrentIndex(audience.findData("client"))
    dialog.reject()
    again = open_composer()
    choose_set(again, "preset:full")
    assert again.options().audience == "client"
    again.reject()


def test_the_hint_on_the_audience_is_whole_and_moves_nothing(open_composer: Composing) -> None:
    open_composer.house.speak(texts.of("de"))
    dialog = open_composer()
    page, hint = dialog.page, dialog.page.explanation
    dialog.resize(1240, 500)
    # The width, the height that the label keeps at it, and where the form puts what is below come one after another.
    for _turn in range(4):
        QApplication.processEvents()
    tops = set()
    for row in range(page.audience.count()):
        page.audience.setCurrentIndex(row)
        QApplication.processEvents()
        assert hint.height() >= hint.heightForWidth(hint.width())
        tops.add(page.papers.paper.y())
    assert len(tops) == 1
    dialog.reject()


def test_enter_in_a_field_only_takes_what_is_typed(qtbot: QtBot, open_composer: Composing) -> None:
    dialog = open_composer()
    choose_set(dialog, "preset:full")
    qtbot.waitUntil(lambda: not dialog.preview.work.is_busy and dialog.preview.view.count > 2)
    asked: list[Path] = []

    def ask(path: Path, _options: object) -> None:
        asked.append(path)

    dialog.wanted.connect(ask)
    number, papers = dialog.preview.number, dialog.page.papers
    papers.paper.setCurrentIndex(papers.paper.findData("own"))
    for field, typed in ((number, "3"), (papers.width_mm, "600"), (papers.height_mm, "400")):
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, typed)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert field.value() == int(typed)
        qtbot.keyClick(field, Qt.Key.Key_Enter)
    assert dialog.options().paper == OwnSize(400, 600)
    assert dialog.options().landscape
    assert asked == []
    dialog.file.setFocus()
    qtbot.keyClick(dialog.file, Qt.Key.Key_Return)
    assert len(asked) == 1, "whoever names the file wants it"
    qtbot.keyClick(dialog.page.audience, Qt.Key.Key_Return)
    assert len(asked) == 2, "where nothing is typed Enter creates the PDF"
    dialog.reject()


def test_parts_are_moved_by_buttons_and_carried_by_the_mouse(qtbot: QtBot, open_composer: Composing) -> None:
    dialog = open_composer()
    parts = dialog.sets.parts
    first, second, third = parts.order[:3]
    parts.setCurrentRow(0)
    assert not dialog.sets.up.isEnabled()
    dialog.sets.down.click()
    assert parts.order[:2] == (second, first)
    dialog.sets.up.click()
    area = parts.viewport()
    at = [parts.visualItemRect(parts.item(row)).center() for row in range(3)]
    ticked = parts.ticked
    qtbot.mousePress(area, Qt.MouseButton.LeftButton, pos=at[0])
    qtbot.mouseMove(area, at[1])
    qtbot.mouseMove(area, at[2] + QPoint(0, 4))
    qtbot.mouseRelease(area, Qt.MouseButton.LeftButton, pos=at[2] + QPoint(0, 4))
    assert parts.order[:3] == (second, third, first)
    assert parts.ticked == ticked
    dialog.reject()


def choose_for_a_customer(dialog: HandoutDialog) -> None:
    page = dialog.page
    page.papers.paper.setCurrentIndex(page.papers.paper.findData("own"))
    page.papers.width_mm.setValue(300)
    page.papers.height_mm.setValue(600)
    page.language.setCurrentIndex(page.language.findData("de"))
    page.audience.setCurrentIndex(page.audience.findData("client"))
    page.branding.brand.setCurrentIndex(page.branding.brand.findData("Bank"))
    page.grey.click()


def test_what_is_chosen_is_printed_and_remembered_however_it_is_closed(open_composer: Composing) -> None:
    dialog = open_composer()
    choose_for_a_customer(dialog)
    options = dialog.options()
    assert (options.paper, options.landscape, options.language) == (OwnSize(300, 600), False, "de")
    assert (options.audience, options.grey) == ("client", True)
    assert options.brand is not None
    assert options.brand.footer == "© Bank"
    assert options.brand.logo is not None
    dialog.reject()
    again = open_composer()
    assert again.options() == replace(options, grey=False), "without colours is for once"
    again.reject()
    open_composer.names = ("/of/bank.cjmap", "session")
    saved = open_composer()
    assert saved.options().brand == options.brand, "the project has got its file"
    saved.reject()
    open_composer.names = ("/of/bank.cjmap", "another session")
    reopened = open_composer()
    assert reopened.options() == replace(options, grey=False)
    reopened.reject()


def test_what_belongs_to_one_customer_is_in_no_other_project(open_composer: Composing) -> None:
    open_composer.names = ("/of/bank.cjmap", "session")
    dialog = open_composer()
    choose_for_a_customer(dialog)
    choose_set(dialog, "preset:full")
    dialog.reject()
    for names in (("/of/rival.cjmap", "session"), ("session",), ()):
        open_composer.names = names
        other = open_composer()
        found = other.options()
        assert (found.audience, found.brand, found.language, found.grey) == ("team", None, "en", False)
        assert (found.paper, found.parts) == (OwnSize(300, 600), preset("full").parts)
        other.reject()


def test_the_preview_follows_what_is_chosen(qtbot: QtBot, open_composer: Composing) -> None:
    dialog = open_composer()
    view = dialog.preview.view
    for part in dialog.sets.chosen():
        dialog.sets.parts.tick(part, False)
    dialog.sets.parts.tick("cover")
    dialog.page.papers.portrait.click()
    qtbot.waitUntil(lambda: not dialog.preview.work.is_busy and view.count == 1)
    width, height = view._sizes[0]
    assert width < height
    dialog.sets.parts.tick("touchpoints")
    dialog.sets.parts.tick("notes")
    dialog.sets.parts.tick("legend")
    dialog.page.papers.paper.setCurrentIndex(dialog.page.papers.paper.findData("A4"))
    qtbot.waitUntil(lambda: not dialog.preview.work.is_busy and view.count > 1)
    assert dialog.preview._count.text() == f"of {view.count} pages"
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert (view.page, dialog.preview.number.value()) == (2, 2)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page == view.count
    assert not dialog.preview.next.isEnabled()
    dialog.preview.number.setValue(1)
    assert view.page == 1
    whole = view.zoom
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.zoom > whole
    qtbot.waitUntil(lambda: not dialog.preview.work.is_busy)
    scale, image = view._images[1]
    assert scale == pytest.approx(view._column.scale)
    assert abs(image.width() - view._column.places[0].width) <= 2
    assert len(set(bytes(image.constBits()))) > 10, "nothing is printed on it"
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.zoom == pytest.approx(whole)
    dialog.reject()


def test_what_has_nothing_to_show_is_said_in_the_list(qtbot: QtBot, open_composer: Composing) -> None:
    dialog = open_composer()
    parts = dialog.sets.parts
    dialog.page.propose_audience("team")
    minutes = parts.item(parts.order.index("minutes")).text()
    parts.tick("minutes")
    qtbot.waitUntil(lambda: not dialog.preview.work.is_busy)
    texts = {parts.item(row).text() for row in range(parts.count())}
    assert f"{minutes} (nothing yet)" in texts
    parts.tick("minutes", False)
    qtbot.waitUntil(lambda: not dialog.preview.work.is_busy)
    assert minutes in {parts.item(row).text() for row in range(parts.count())}
    dialog.reject()


def test_the_smallest_letters_are_told(open_composer: Composing) -> None:
    dialog = open_composer()
    assert dialog.legibility.said.text().startswith("Smallest letters 8")
    assert "large enough" in dialog.legibility.said.text()
    dialog.resize(901, 702)
    dialog.reject()
    again = open_composer()
    assert again.size().boundedTo(again.screen().size()) == again.size()
    assert again.width() == min(901, again.screen().size().width() - 16)
    again.reject()


def test_what_clients_do_not_get_is_said_in_the_list(open_composer: Composing) -> None:
    dialog = open_composer()
    parts = dialog.sets.parts
    row = parts.order.index("check")
    for audience, enabled in (("team", True), ("client", False)):
        dialog.page.audience.setCurrentIndex(dialog.page.audience.findData(audience))
        item = parts.item(row)
        assert bool(item.flags() & Qt.ItemFlag.ItemIsEnabled) is enabled
        assert ("Not for clients" in item.toolTip()) is not enabled
    dialog.reject()


def offered(dialog: HandoutDialog) -> list[str]:
    return [one.text().replace("&", "") for one in dialog.legibility.buttons if not one.isHidden()]


def test_what_helps_on_a_wall_is_done_on_a_click(qtbot: QtBot, open_composer: Composing) -> None:
    dialog = open_composer()

    def settle() -> None:
        qtbot.waitUntil(lambda: not dialog.preview.work.is_busy and not dialog.remedy_work.is_busy, timeout=60_000)

    paper = dialog.page.papers.paper
    paper.setCurrentIndex(paper.findData("A2"))
    dialog.sets.parts.tick("map")
    settle()
    said = dialog.legibility.said.text()
    assert "it should be 24\u00a0pt, for 1.8 m" in said
    assert said.endswith("This helps:")
    larger = next(at for at, text in enumerate(offered(dialog)) if text.startswith("Size A0: "))
    qtbot.mouseClick(dialog.legibility.buttons[larger], Qt.MouseButton.LeftButton)
    assert dialog.options().paper == "A0"
    assert offered(dialog) == []
    settle()
    texts = offered(dialog)
    assert texts[-1].startswith("A3, to be held in the hand: ")
    assert any(text.startswith("A poster of the map, ") for text in texts)
    qtbot.mouseClick(dialog.legibility.buttons[len(texts) - 1], Qt.MouseButton.LeftButton)
    settle()
    assert dialog.options().paper == "A3"
    assert "large enough" in dialog.legibility.said.text()
    assert offered(dialog) == []
    dialog.reject()


def test_a_poster_that_is_offered_opens_as_it_was_offered(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_of_window["file.handout"].trigger()
    dialog = shown(qtbot, HandoutDialog)
    dialog.page.grey.click()
    paper = dialog.page.papers.paper
    paper.setCurrentIndex(paper.findData("A1"))
    qtbot.waitUntil(lambda: any("poster" in text for text in offered(dialog)), timeout=60_000)
    (at,) = (at for at, text in enumerate(offered(dialog)) if "poster" in text)
    qtbot.mouseClick(dialog.legibility.buttons[at], Qt.MouseButton.LeftButton)
    poster = shown(qtbot, PosterDialog)
    assert not dialog.isVisible()
    asked = poster.options()
    assert (asked.tile, asked.grey, isinstance(asked.paper, OwnSize)) == ("A4", True, True)
    qtbot.waitUntil(lambda: not poster.work.is_busy, timeout=60_000)
    poster.reject()
