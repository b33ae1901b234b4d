"""The real program in a real window with real keys and a real mouse."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from cjeditor.catalogue.frameworks import framework
from cjeditor.layout.theme import LIGHT
from cjeditor.model.lookup import ordered_steps
from cjeditor.storage.load import load
from tests.end_to_end.desktop import Colour, Desktop, middle

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(not os.environ.get("DISPLAY"), reason="needs an X server"),
    pytest.mark.skipif(shutil.which("xdotool") is None, reason="needs xdotool"),
]


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    (tmp_path / "person").mkdir()
    made = Desktop(tmp_path / "home", tmp_path / "person")
    yield made
    made.kill()


def rgb(colour: str) -> Colour:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def band(number: int) -> Colour:
    """The colour of a phase of the nine-phase template, counted from 0."""
    known = framework("nine-phases")
    assert known is not None
    return rgb(known.phases[number].colour)


RING = rgb(LIGHT.colour("selection"))


def new_map(desktop: Desktop, title: str) -> str:
    """Start, and create a map from the nine-phase template; return the window."""
    desktop.start()
    return begin(desktop, title)


def begin(desktop: Desktop, title: str) -> str:
    """Create a map from the nine-phase template in the program that was just started; return the window."""
    desktop.enter("New project")
    desktop.write(title)
    desktop.keys("Return")
    window = desktop.enter(f"{title}.* – cjeditor")
    desktop.move_window(window, 0, 0, 1500, 940)
    return window


def add_card(desktop: Desktop, title: str) -> None:
    """Type a card into the focused cell."""
    desktop.write(title)
    desktop.keys("Escape")


def save_as(desktop: Desktop, file: Path) -> None:
    desktop.keys("ctrl+s")
    desktop.enter("Save project as")
    desktop.write(str(file))
    desktop.keys("Return")
    desktop.until_gone("Save project as")
    desktop.until(file.is_file, "the saved file")


def test_from_template_to_paper(desktop: Desktop, tmp_path: Path) -> None:
    new_map(desktop, "First home")
    add_card(desktop, "Second child")
    file = tmp_path / "first-home.cjmap"
    save_as(desktop, file)
    (before,) = load(file).maps[0].touchpoints
    assert before.title == "Second child"

    # Drag the card by its middle to the third phase.
    desktop.enter("first-home.cjmap – cjeditor")
    card = middle(desktop.place_on_map(RING))
    third = middle(desktop.place_on_map(band(2)))
    desktop.picture("before-drag")
    desktop.drag(card, (third[0], card[1]), drop=False)
    desktop.picture("during-drag")
    desktop.drag((third[0], card[1]), (third[0], card[1] + 2))
    desktop.window(r"first-home.cjmap\* – cjeditor")
    desktop.picture("after-drag")
    desktop.keys("ctrl+s")
    desktop.window("first-home.cjmap – cjeditor")
    saved = load(file).maps[0]
    (after,) = saved.touchpoints
    assert after.id == before.id
    assert after.step == ordered_steps(saved)[2].id
    desktop.keys("ctrl+q")
    assert desktop.wait_for_end() == 0

    # Open it again by name, and print.
    desktop.start(str(file))
    desktop.enter("first-home.cjmap – cjeditor")
    desktop.keys("ctrl+e")
    desktop.enter("Handout")
    pdf = tmp_path / "printed.pdf"
    desktop.keys("alt+i")  # File
    desktop.keys("ctrl+a")
    desktop.write(str(pdf))
    desktop.keys("Return")
    desktop.until(pdf.is_file, "the handout")
    text = " ".join(page.extract_text() for page in PdfReader(pdf).pages)
    assert "Second child" in text
    assert "First home" in text
    assert "Traceback" not in desktop.log()


def test_work_comes_back_after_a_kill(desktop: Desktop, tmp_path: Path) -> None:
    new_map(desktop, "First home")
    file = tmp_path / "first-home.cjmap"
    save_as(desktop, file)
    desktop.enter("first-home.cjmap – cjeditor")
    add_card(desktop, "Not saved")
    desktop.until(lambda: any((tmp_path / "home").rglob("header.json")), "a snapshot")
    desktop.kill()
    assert load(file).maps[0].touchpoints == ()

    desktop.start()
    desktop.enter("Unsaved work")
    desktop.picture("recovery")
    desktop.keys("Return")
    desktop.enter(r"first-home.cjmap\* – cjeditor")
    assert load(file).maps[0].touchpoints == (), "nothing is written to the file by itself"
    desktop.keys("ctrl+s")
    desktop.window("first-home.cjmap – cjeditor")
    (touchpoint,) = load(file).maps[0].touchpoints
    assert touchpoint.title == "Not saved"
    desktop.keys("ctrl+q")
    assert desktop.wait_for_end() == 0
    assert not any((tmp_path / "home").rglob("header.json"))


def test_a_block_is_searched_and_dragged_onto_the_map(desktop: Desktop, tmp_path: Path) -> None:
    new_map(desktop, "First home")
    # What is found first is the touchpoint.
    desktop.keys("ctrl+shift+f")
    desktop.write("touchpoint")
    second = middle(desktop.place_on_map(band(1)))
    desktop.drag((90, 180), (second[0], second[1] + 110))
    desktop.window(r"First home\* – cjeditor")
    desktop.write("Dropped here")
    desktop.keys("Escape")
    file = tmp_path / "x.cjmap"
    save_as(desktop, file)
    saved = load(file).maps[0]
    (touchpoint,) = saved.touchpoints
    assert touchpoint.title == "Dropped here"
    assert touchpoint.step == ordered_steps(saved)[1].id


def test_a_request_to_end_keeps_the_work(desktop: Desktop, tmp_path: Path) -> None:
    new_map(desktop, "First home")
    add_card(desktop, "Not saved")
    assert desktop._process is not None
    desktop._process.terminate()
    assert desktop.wait_for_end() == 0
    assert any((tmp_path / "home").rglob("header.json"))


BROKEN = """
from pathlib import Path
from cjeditor.window import panes
from cjeditor.window.application import run

def fail(self, by):
    raise RuntimeError("a mistake of ours")

panes.Panes.next_pane = fail
raise SystemExit(run([]))
"""


def test_a_mistake_of_ours_leads_to_one_dialogue_and_work_goes_on(desktop: Desktop, tmp_path: Path) -> None:
    desktop.start_code(BROKEN)
    begin(desktop, "First home")
    add_card(desktop, "Kept")
    desktop.keys("F6", "F6")
    desktop.enter("Something unexpected")
    desktop.until(lambda: any((tmp_path / "home").rglob("header.json")), "a snapshot")
    desktop.keys("o", "space", "Return")  # somebody was typing
    desktop.picture("crash")
    assert desktop.is_shown("Something unexpected")
    time.sleep(0.8)  # and has looked up
    desktop.keys("Return")
    desktop.until_gone("Something unexpected")
    desktop.enter("First home.* – cjeditor")
    file = tmp_path / "x.cjmap"
    save_as(desktop, file)
    assert [one.title for one in load(file).maps[0].touchpoints] == ["Kept"]
    records = (tmp_path / "home" / "state" / "log" / "cjeditor.log").read_text()
    assert "a mistake of ours" in records


def test_the_menu_key_opens_a_menu_at_the_card(desktop: Desktop, tmp_path: Path) -> None:
    new_map(desktop, "First home")
    add_card(desktop, "Thrice")
    for key in ("shift+F10", "Menu"):
        desktop.keys(key)
        desktop.until(lambda: desktop.windows() > 1, "the menu")
        desktop.picture("menu")
        # Duplicate, by its letter.
        desktop.keys("l")
        desktop.until(lambda: desktop.windows() == 1, "no menu")
    desktop.keys("Escape")
    file = tmp_path / "x.cjmap"
    save_as(desktop, file)
    assert [one.title for one in load(file).maps[0].touchpoints] == ["Thrice"] * 3


def test_closing_with_unsaved_work_asks(desktop: Desktop, tmp_path: Path) -> None:
    new_map(desktop, "First home")
    add_card(desktop, "Not saved")
    desktop.keys("ctrl+q")
    desktop.until(lambda: desktop.windows() > 1, "the question")
    desktop.picture("question")
    desktop.keys("Escape")
    desktop.until(lambda: desktop.windows() == 1, "no question")
    desktop.enter("First home.* – cjeditor")
    file = tmp_path / "x.cjmap"
    save_as(desktop, file)
    desktop.enter("x.cjmap – cjeditor")
    desktop.keys("ctrl+q")
    assert desktop.wait_for_end() == 0
