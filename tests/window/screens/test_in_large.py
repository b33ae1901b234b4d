"""On a sharp screen of a system with large letters everything is shown whole: in German, whose words are long."""

from __future__ import annotations

from pathlib import Path

from tests.storage.processes import in_a_process

SCRIPT = "import sys; from tests.window.screens import in_large; in_large.main(*sys.argv[1:])"


def test_window_panes_and_dialogue_show_everything_whole(tmp_path: Path) -> None:
    seen = in_a_process(SCRIPT, "de", str(tmp_path))
    assert (seen["scale"], seen["letters"]) == (2.0, 20)
    assert seen["faults"] == []
