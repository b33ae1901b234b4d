"""Each row of the table of parts leads to what prints it, and the order asked for is the order printed."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from cjeditor.export.handout import write_handout
from cjeditor.export.options import HandoutOptions
from cjeditor.export.parts import ALL_FIGURES, PART_KEYS, PARTS, part, unfolded
from cjeditor.layout.charts.plan import FIGURES
from tests.export import reading
from tests.export.samples import mortgage


def test_every_row_leads_to_a_module() -> None:
    for spec in PARTS:
        if not spec.figure:
            assert callable(import_module(f"cjeditor.export.pdf.parts.{spec.module}").add), spec.key


def test_keys_are_there_once_and_none_is_called_like_all_figures() -> None:
    assert len(set(PART_KEYS)) == len(PART_KEYS)
    assert ALL_FIGURES not in PART_KEYS
    with pytest.raises(KeyError):
        part("nothing")


def test_all_figures_stand_for_each_of_them_once() -> None:
    found = unfolded(("map", "nps", ALL_FIGURES, "cover"))
    assert found[:2] == ("map", "nps")
    assert found[-1] == "cover"
    figures = {spec.id for spec in FIGURES}
    assert sorted(found[1:-1]) == sorted(key for key in PART_KEYS if key in figures)
    assert {"personas", "actions", "comparison", "nps"} < set(found)


def test_parts_are_printed_in_the_order_asked_for(tmp_path: Path) -> None:
    project = mortgage()
    path = tmp_path / "out.pdf"
    options = HandoutOptions(date="2026-11-27", parts=("legend", "cover", "notes", "touchpoints"))
    write_handout(project, project.maps[0].id, path, options)
    begun = [title for level, title, _ in reading.outline(path) if level == 0]
    assert begun == ["Legende", "Deckblatt", "Notizen", "Touchpoints"]
