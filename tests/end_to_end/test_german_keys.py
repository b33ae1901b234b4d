"""A German keyboard with dead keys: what is typed on the canvas arrives as typed, from a card's first letter on."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from cjeditor.model.lookup import known
from cjeditor.storage.load import load
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.test_real_window import RING, new_map, save_as

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(not os.environ.get("DISPLAY"), reason="needs an X server"),
    pytest.mark.skipif(shutil.which("xdotool") is None, reason="needs xdotool"),
    pytest.mark.skipif(shutil.which("setxkbmap") is None, reason="needs setxkbmap"),
]


@pytest.fixture
def german(tmp_path: Path) -> Iterator[Desktop]:
    """Return a desktop whose keyboard is German, with dead keys."""
    (tmp_path / "person").mkdir()
    made = Desktop(tmp_path / "home", tmp_path / "person")
    with made.keyboard("de"):
        yield made
        made.kill()


def titles(file: Path) -> list[str]:
    return [one.title for one in sorted(load(file).maps[0].touchpoints, key=lambda one: one.number)]


def test_dead_keys_sharp_s_and_at_begin_cards_and_end_them(german: Desktop, tmp_path: Path) -> None:
    new_map(german, "Weg")
    german.slowly("1", "Escape")
    german.place_on_map(RING)  # the window has the keyboard, and has come to rest
    # A dead key begins a card; ´ and e are two keys.
    german.slowly("dead_acute", "e", "t", "udiaeresis", "Escape")
    # ß begins one.
    german.slowly("ssharp", "x", "Escape")
    # @ is AltGr and Q. Behind a letter it is a letter.
    german.slowly("a")
    german.hold("ISO_Level3_Shift", "q")
    german.slowly("b", "Escape")
    # As a mark it brings the list; the channel is chosen, and the card goes on.
    german.slowly("c", "space")
    german.hold("ISO_Level3_Shift", "q")
    german.slowly("t", "e", "l", "e", "f")
    german.picture("list")
    german.slowly("Tab", "dead_acute", "e", "Escape")
    # It begins a card, too: the list is closed, and it is a letter.
    german.hold("ISO_Level3_Shift", "q")
    german.picture("list-first")
    german.slowly("Escape", "x", "Escape")
    german.picture("written")
    file = tmp_path / "weg.cjmap"
    save_as(german, file)
    assert titles(file) == ["1", "étü", "ßx", "a@b", "c é", "@x"]
    project = load(file)
    (marked,) = [one for one in project.maps[0].touchpoints if one.channel is not None]
    assert (marked.title, known(project.channels, marked.channel or "").name) == ("c é", "Phone")
    assert "Traceback" not in german.log()
