"""Printing: the pages that come out are those of the PDF, in their own size, and what was chosen in the dialogues."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjeditor.export.handout import composed, write_handout
from cjeditor.export.options import HandoutOptions
from cjeditor.export.presets import preset
from cjeditor.storage.brands import BrandProfile, keep_brand
from cjeditor.window.handout.choices import Choices
from cjeditor.window.main_window import MainWindow
from cjeditor.window.printing.dialog import PrintDialog
from cjeditor.window.printing.job import PrintJob, printer_for
from cjeditor.window.printing.last import last_options
from cjeditor.window.printing.pages import HandoutPages, chosen_pages
from tests.export import reading
from tests.export.samples import mortgage
from tests.window.dialogues import shown

WISHES = HandoutOptions(date="2026-11-27", paper="A3", parts=("cover", "legend", "grid", "persona-sheet"))


@pytest.fixture(scope="module")
def pages(qapp: object) -> HandoutPages:
    project = mortgage()
    return HandoutPages(composed(project, "map_a", WISHES))


@pytest.fixture
def owner(qapp: object) -> QObject:
    return QObject()


def printed(qtbot: QtBot, pages: HandoutPages, path: Path, numbers: list[int], owner: QObject, paper: str = "") -> Path:
    printer = printer_for(pages)
    printer.setOutputFileName(str(path))
    if paper:
        printer.setPageSize(QPageSize(getattr(QPageSize.PageSizeId, paper)))
    job = PrintJob(pages, printer, numbers, owner)
    with qtbot.waitSignal(job.done, timeout=30_000) as over:
        job.start()
    assert over.args == [True]
    return path


def letters_of(path: Path) -> list[str]:
    """Latin letters and digits of each page, in no order: icons have none, and lines are found in different orders."""
    return ["".join(sorted(one for one in text if one.isalnum() and one < "\u0250")) for text in reading.texts_of(path)]


def test_the_printer_gets_the_pages_of_the_pdf(
    qtbot: QtBot, pages: HandoutPages, owner: QObject, tmp_path: Path
) -> None:
    written = tmp_path / "written.pdf"
    write_handout(mortgage(), "map_a", written, WISHES)
    got = printed(qtbot, pages, tmp_path / "printed.pdf", chosen_pages(pages.count, ()), owner)
    for one, other in zip(reading.page_sizes(got), reading.page_sizes(written), strict=True):
        assert one == pytest.approx(other, abs=1)
    assert letters_of(got) == letters_of(written)


def test_letters_are_sent_as_letters_and_fields_in_their_true_size(
    qtbot: QtBot, pages: HandoutPages, owner: QObject, tmp_path: Path
) -> None:
    got = printed(qtbot, pages, tmp_path / "printed.pdf", chosen_pages(pages.count, ()), owner)
    embedded = {
        str(font["/BaseFont"]): "/FontFile2" in font["/DescendantFonts"][0]["/FontDescriptor"]
        for page in PdfReader(got).pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[attr-defined]  pypdf's own kinds
    }
    assert embedded == {"/Lato-Regular": True, "/Lato-SemiBold": True, "/Lato-Bold": True, "/Phosphor": True}
    sides = [
        (box.right - box.left) / 72 * 25.4
        for page in range(pages.count)
        for box in reading.drawn(got, page)
        if abs((box.right - box.left) - (box.top - box.bottom)) < 0.5
    ]
    assert sum(abs(side - 51) < 0.2 for side in sides) >= 20


def test_on_other_paper_a_page_is_made_to_fit(
    qtbot: QtBot, pages: HandoutPages, owner: QObject, tmp_path: Path
) -> None:
    got = printed(qtbot, pages, tmp_path / "printed.pdf", [1, 3], owner, "A5")
    assert len(reading.page_sizes(got)) == 2
    for width, height in reading.page_sizes(got):
        assert (width, height) == pytest.approx((595, 420), abs=1)
    for box in reading.boxes(got, 0):
        assert 0 < box.left < box.right < 596
        assert 0 < box.bottom < box.top < 421


@pytest.mark.qt_log_ignore(r"QPainter::begin")
def test_a_printer_that_takes_nothing_is_told_of(
    qtbot: QtBot, pages: HandoutPages, owner: QObject, tmp_path: Path
) -> None:
    printer = printer_for(pages)
    printer.setOutputFileName(str(tmp_path / "missing" / "out.pdf"))
    job = PrintJob(pages, printer, [1], owner)
    with qtbot.waitSignal(job.done) as over:
        job.start()
    assert over.args == [False]


def test_stopping_prints_nothing_more(qtbot: QtBot, pages: HandoutPages, owner: QObject, tmp_path: Path) -> None:
    printer = printer_for(pages)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    job = PrintJob(pages, printer, [1, 2, 3], owner)
    told: list[int] = []

    def tell(done: int, _of: int) -> None:
        told.append(done)

    job.progressed.connect(tell)
    with qtbot.waitSignal(job.progressed):
        job.start()
    job.stop()
    qtbot.wait(20)
    assert told == [1]


@pytest.mark.parametrize(
    ("ranges", "expected"), [((), [1, 2, 3, 4]), (((2, 3),), [2, 3]), (((1, 1), (4, 9)), [1, 4]), (((7, 9),), [])]
)
def test_pages_are_chosen_by_ranges(ranges: tuple[tuple[int, int], ...], expected: list[int]) -> None:
    assert chosen_pages(4, ranges) == expected


def test_what_was_composed_last_is_printed(tmp_path: Path) -> None:
    keep_brand(tmp_path, BrandProfile(name="Bank", primary="#112233"))
    choices = Choices(ticked=frozenset({"map", "grid"}), paper="500x700", landscape=False, language="de", brand="Bank")
    found = last_options(choices, tmp_path, "2026-11-27")
    assert (found.parts, found.paper, found.landscape, found.language) == (("map", "grid"), (500, 700), False, "de")
    assert found.brand is not None
    assert found.brand.primary == "#112233"
    assert last_options(replace(choices, brand="gone"), tmp_path, "").brand is None


def test_the_window_shows_pages_and_leads_to_the_printer(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.actions_of_window["file.print"].trigger()
    dialog = shown(qtbot, PrintDialog)
    assert not dialog.to_printer.isEnabled()  # nothing is laid out yet
    qtbot.waitUntil(dialog.to_printer.isEnabled, timeout=30_000)
    dialog.sets.setCurrentIndex(dialog.sets.findData("short"))
    assert dialog.options().parts == preset("short").parts
    qtbot.waitUntil(lambda: not dialog.to_printer.isEnabled())
    qtbot.waitUntil(dialog.to_printer.isEnabled, timeout=30_000)
    number = dialog.preview.number
    number.setFocus()
    number.selectAll()
    qtbot.keyClicks(number, "2")
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert dialog.preview.view.page == 2
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, QPrintDialog) and one.isVisible()]
    dialog.to_printer.click()
    system = shown(qtbot, QPrintDialog, "printer")
    printer: QPrinter = system.printer()
    assert (system.minPage(), system.maxPage()) == (1, dialog.preview.view.count)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    system.accepted.emit(printer)
    system.done(0)
    qtbot.waitUntil((tmp_path / "out.pdf").exists)
    qtbot.waitUntil(lambda: dialog._printer._job is None, timeout=30_000)
    assert len(reading.page_sizes(tmp_path / "out.pdf")) == dialog.preview.view.count
    dialog.reject()
