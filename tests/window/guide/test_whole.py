"""Every phase of every framework is shown whole, in both languages, as narrow as the guide can be."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from cjeditor import texts
from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.catalogue import guidance
from cjeditor.catalogue.frameworks import frameworks
from cjeditor.document import Document
from cjeditor.model.edits.phases import set_phase
from cjeditor.window.guide.answer_edit import AnswerLine
from cjeditor.window.guide.answers import with_guidance
from cjeditor.window.guide.guide import Guide
from cjeditor.window.guide.prose import Prose
from cjeditor.window.guide.row_list import RowList
from cjeditor.window.guide.section import Heading
from cjeditor.window.house import House
from cjeditor.window.main_window import MainWindow
from cjeditor.window.program import Program
from tests.builders import MAP, small_project
from tests.window.guide.hands import Reader

NARROWEST = 260
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def settle(guide: Guide) -> None:
    """Let layouts come to rest."""
    before: list[object] = []
    for _ in range(30):
        QApplication.processEvents()
        now: list[object] = [one.geometry().getRect() for one in guide.findChildren(QWidget) if one.isVisible()]
        if now == before:
            return
        before = now
    raise AssertionError("the layout does not come to rest")


def cut(guide: Guide) -> Iterator[str]:
    """Yield what is not shown whole."""
    for one in guide.findChildren(QWidget):
        if not one.isVisible():
            continue
        if isinstance(one, Prose | Heading | AnswerLine | RowList) and one.height() < one.heightForWidth(one.width()):
            yield f"{one.accessibleName() or one!r} has {one.height()} of {one.heightForWidth(one.width())} pixels"
        if isinstance(one, Prose):
            lines = [broken for _top, broken in one._broken(one.width()).places]
            yield from (
                f"{one.text()[:60]!r} is wider than {one.width()}"
                for broken in lines
                if broken.natural_width() > one.width() + 1
            )
        elif isinstance(one, QToolButton) and one.sizeHint().width() > one.width():
            yield f"the button {one.text()!r} needs {one.sizeHint().width()}, has {one.width()}"
        elif isinstance(one, QLabel | QComboBox) and one.width() > guide.width():
            yield f"{one!r} sticks out"
        right = one.mapTo(guide, one.rect().topRight()).x()
        if right >= guide.width():
            yield f"{type(one).__name__} ends at {right} of {guide.width()}"


@pytest.fixture
def alone(house: House) -> Iterator[tuple[Guide, Document]]:
    """Return a guide of the least width, all of it unfolded, and its document."""
    document = Document(small_project())
    canvas = MapCanvas(document, MAP, house.words, house.appearance.theme)
    guide = Guide(document, canvas, house)
    guide.resize(NARROWEST, 700)
    guide.show()
    for section in guide.pages.sections.values():
        section.open(True)
    yield guide, document
    guide.close()
    for widget in (guide, canvas):
        widget.deleteLater()
    # At once: whatever lives when the house goes is styled anew.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def take(document: Document, framework: str, phase: str) -> None:
    document.apply("x", lambda project: with_guidance(project, MAP, "ph_a", framework, phase))


@pytest.mark.parametrize(("language", "pixels"), [("en", 13), ("de", 13), ("de", 19), (texts.PSEUDO_LANGUAGE, 13)])
def test_no_text_of_any_phase_is_cut(qapp: QApplication, alone: tuple[Guide, Document], pixels: int) -> None:
    guide, document = alone
    font = QFont(qapp.font())
    font.setPixelSize(pixels)
    qapp.setFont(font)
    settle(guide)
    assert list(cut(guide)) == []
    for one in frameworks():
        for phase in one.phases:
            take(document, one.key, phase.key)
            settle(guide)
            assert guide.width() == NARROWEST
            assert list(cut(guide)) == [], (one.key, phase.key)


@pytest.mark.parametrize("language", ["en", "de"])
def test_all_that_the_catalogue_has_for_a_phase_is_in_the_guide(alone: tuple[Guide, Document], language: str) -> None:
    guide, document = alone
    for one in frameworks():
        for phase in one.phases:
            take(document, one.key, phase.key)
            settle(guide)
            parts = guidance.for_phase(one.key, phase.key)
            shown = "\n".join(label.text() for label in guide.findChildren(Prose) if label.isVisible())
            for part in parts:
                wanted = [part.purpose, part.about, part.success, *part.examples, *part.advice]
                wanted += [question.text for question in part.questions]
                wanted += [point.sentence for point in (*part.factors, *part.forms, *part.loyalty)]
                missing = [text.en for text in wanted if text.in_language(language).replace("\n\n", "\n") not in shown]
                assert missing == [], (one.key, phase.key)
            asked = [row.asked.key for row in guide.pages.questions.rows]
            assert asked == [question.key for part in parts for question in part.questions]
            signs = [row.name for row in guide.pages.lists["recognise"].rows]
            assert signs == [sign.in_language(language) for part in parts for sign in part.recognise]
            reasons = {row.block.reason for row in guide.pages.lists["drop_offs"].rows}
            assert reasons == {reason for part in parts for reason in part.drop_off_reasons}


def test_rows_are_used_again(alone: tuple[Guide, Document]) -> None:
    guide, document = alone
    take(document, "three-phases", "decision")
    settle(guide)
    most = len(guide.findChildren(QWidget))
    for one in frameworks():
        for phase in one.phases:
            take(document, one.key, phase.key)
            settle(guide)
    assert len(guide.findChildren(QWidget)) == most


def test_nothing_keeps_the_guide_of_a_closed_window(qtbot: QtBot, program: Program, house: House) -> None:
    window: MainWindow | None = program.open_window(small_project())
    assert window is not None
    window.activateWindow()
    window.actions_of_window["view.guide"].trigger()
    QApplication.processEvents()
    take(window.room.document, "nine-phases", "use")
    QApplication.processEvents()
    guide = window.room.contents.guide
    guide.pages.questions.rows[0].begin_answer()
    QTest.keyClicks(guide.pages.questions.rows[0].edit, "half")
    inner = [guide.pages, guide.head, guide._on_map, guide.pages.questions.rows[0], guide.pages.lists["methods"]]
    parts = [weakref.ref(part) for part in (window, guide, *inner)]
    window.room.document.undo_stack.setClean()
    window.close()
    del window, guide, inner
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: program.windows == ())
    gc.collect()
    assert [part() for part in parts] == [None] * len(parts)
    house.preferences.set_theme("dark")


def test_the_theme_reaches_the_guide(nine: Reader, house: House) -> None:
    light = nine.guide.grab().toImage()
    house.preferences.set_theme("dark")
    settle(nine.guide)
    dark = nine.guide.grab().toImage()
    assert light.pixelColor(3, light.height() - 4).lightness() > 200
    assert dark.pixelColor(3, dark.height() - 4).lightness() < 60


def test_peoples_texts_are_shown_as_typed(small: Reader) -> None:

    small.document.apply("x", lambda project: set_phase(project, MAP, "ph_a", name="<b>A & B</b>\nC"))
    small.settle()
    assert small.title == "1  <b>A & B</b> C"
    take(small.document, "nine-phases", "need")
    small.settle()
    small.click(small.row(0).answer_button)
    small.write("<img src=x> & more")
    small.guide.pages.questions.answer_wanted.emit(small.row(0).asked.key, "<img src=x> & more")
    small.settle()
    assert small.row(0).lines[0].accessibleDescription() == "<img src=x> & more"
    assert "<img" not in small.row(0).lines[0].toolTip()
