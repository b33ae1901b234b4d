"""Figures in the handout, read back from the PDF."""

from __future__ import annotations

from pathlib import Path

from cjeditor.export.handout import write_handout
from cjeditor.export.options import HandoutOptions
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.lookup import map_of
from cjeditor.model.project import Project
from tests.builders import MAP, small_project
from tests.export import reading


def printed(project: Project, path: Path) -> str:
    """Print the figures of the small project and return what is to be read there, without spaces."""
    assert write_handout(project, MAP, path, HandoutOptions(parts=("figures",), date="2026-11-27")) == ()
    return reading.squeezed(" ".join(reading.texts_of(path)))


def test_a_figure_has_heading_sentences_chart_and_table(tmp_path: Path) -> None:
    text = printed(small_project(), tmp_path / "out.pdf")
    for wanted in (
        "Missing on the whole map: Entertainment, Education, Aesthetic.",
        "Passive participation",
        "Realms by phase",
    ):
        assert reading.squeezed(wanted) in text
    assert text.count(reading.squeezed("Realms of experience")) == 2, (
        "the heading and the table's name; the first chart needs none"
    )


def test_what_has_no_data_is_left_out(tmp_path: Path) -> None:
    cards = [one.id for one in map_of(small_project(), MAP).touchpoints]
    bare = set_touchpoint(small_project(), MAP, cards, realms=())
    assert reading.squeezed("Realms of experience") not in printed(bare, tmp_path / "out.pdf")
