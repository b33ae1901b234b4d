"""A second screen is respected: windows, panes and dialogues come back on it, and to the first one when it is gone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect, QSize

from cjeditor.window.places import TITLE_BAR
from tests.storage.processes import in_a_process

LEFT, RIGHT = QRect(0, 0, 1366, 768), QRect(1366, 100, 1920, 1080)
SCRIPT = "import sys; from tests.window.screens import visit; visit.main(*sys.argv[1:])"

Visit = Callable[[str, list[QRect]], Any]


@pytest.fixture
def visit(tmp_path: Path) -> Visit:
    """Return what starts the program on these screens with the settings of the visit before."""

    def begin(doing: str, screens: list[QRect]) -> Any:
        described = [
            {"name": name, "x": one.x(), "y": one.y(), "width": one.width(), "height": one.height()}
            | {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
            for name, one in zip(("left", "right"), screens, strict=False)
        ]
        file = tmp_path / "screens.json"
        file.write_text(json.dumps({"screens": described}), encoding="utf-8")
        return in_a_process(SCRIPT, str(file), doing, str(tmp_path / "home"))

    return begin


def reachable(seen: dict[str, Any], screen: QRect) -> bool:
    """Whether all of a window with its frame lies on a screen."""
    return screen.contains(QRect(*seen["frame"]))


def _with_bar(seen: dict[str, Any]) -> QRect:
    """Return where a dialogue is with a title bar as high as they come."""
    return QRect(*seen["place"]).adjusted(0, -TITLE_BAR, 0, 0)


def fills(seen: dict[str, Any], screen: QRect) -> bool:
    """Whether a window with its frame takes a whole screen."""
    return bool(seen["maximised"]) and QRect(*seen["window"]["frame"]) == screen


def test_window_and_detached_pane_come_back_on_the_second_screen_or_without_it_on_the_first(visit: Visit) -> None:
    left = visit("leave_right", [LEFT, RIGHT])
    assert (left["window"]["screen"], left["window"]["place"]) == ("right", [1516, 190, 1000, 700])
    assert (left["outline"]["screen"], left["outline"]["place"]) == ("right", [1666, 500, 600, 300])
    assert visit("look", [LEFT, RIGHT]) == left
    seen = visit("look", [LEFT])
    assert {seen["window"]["screen"], seen["outline"]["screen"]} == {"left"}
    assert reachable(seen["window"], LEFT)
    assert reachable(seen["outline"], LEFT)
    assert seen["window"]["place"][2:] == [1000, 700]


@pytest.mark.long
def test_a_window_that_filled_the_second_screen_fills_what_is_there(visit: Visit) -> None:
    assert visit("leave_maximised", [LEFT, RIGHT])["window"]["screen"] == "right"
    assert fills(visit("look", [LEFT, RIGHT]), RIGHT)
    assert fills(visit("look", [LEFT]), LEFT)


def test_dialogues_open_on_the_screen_of_their_window_and_fit_there(visit: Visit) -> None:
    low = QRect(RIGHT.topLeft(), QSize(1280, 640))
    seen = visit("ask_everything", [LEFT, low])
    elsewhere = {row_id: one for row_id, one in seen["dialogues"].items() if not low.contains(_with_bar(one))}
    assert elsewhere == {}
    assert {one["screen"] for one in seen["dialogues"].values()} == {"right"}


def test_the_room_view_fills_the_screen_that_the_window_is_not_on_and_comes_back_when_it_is_unplugged(
    visit: Visit,
) -> None:
    seen = visit("show_room", [LEFT, RIGHT])
    left, right, unplugged = seen["from left"], seen["from right"], seen["unplugged"]
    assert (left["screen"], QRect(*left["place"]), left["full"], left["keyboard"]) == ("right", RIGHT, True, False)
    assert (right["screen"], QRect(*right["place"]), right["full"]) == ("left", LEFT, True)
    assert (unplugged["screen"], unplugged["full"]) == ("left", False)
    assert reachable(unplugged, LEFT)


def test_on_one_screen_the_room_view_is_an_ordinary_window(visit: Visit) -> None:
    seen = visit("show_room", [LEFT])["from left"]
    assert not seen["full"]
    assert reachable(seen, LEFT)
    assert seen["place"][2] < LEFT.width()
