"""Figures in the handout, read back from the PDF."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from cjeditor import texts
from cjeditor.export.figure_picture import write_charts
from cjeditor.export.handout import write_handout
from cjeditor.export.options import HandoutOptions
from cjeditor.export.problems import ExportRefused
from cjeditor.layout.charts.chart import Subject
from cjeditor.layout.charts.realms import drawn
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.journey_map import JourneyMap
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
    assert text.count(reading.squeezed("Realms of experience")) == 1, (
        "the heading; the first chart needs no name, and no table since it tells all"
    )


def test_titles_too_long_for_their_chips_are_in_the_table(tmp_path: Path) -> None:
    title = "Compares what the three offers cost over the years with a colleague " * 8
    long = set_touchpoint(small_project(), MAP, ["tp_b"], title=title, realms=("escapist",))
    text = printed(long, tmp_path / "out.pdf")
    assert text.count(reading.squeezed("Realms of experience")) == 2
    assert reading.squeezed(title) in text


def test_all_figures_of_a_map_without_any_are_refused(tmp_path: Path) -> None:
    """They were one empty page, and nobody was told."""
    bare = Project(language="en", maps=(JourneyMap(id=MAP, rank="a0", title="Bare"),))
    path = tmp_path / "out.pdf"
    with pytest.raises(ExportRefused) as refused:
        write_handout(bare, MAP, path, HandoutOptions(parts=("figures",), audience="client", date="2026-11-27"))
    assert refused.value.problem.params == {"parts": "Figures"}
    assert not path.exists()


def test_what_has_no_data_is_left_out(tmp_path: Path) -> None:
    cards = [one.id for one in map_of(small_project(), MAP).touchpoints]
    bare = set_touchpoint(small_project(), MAP, cards, realms=())
    assert reading.squeezed("Realms of experience") not in printed(bare, tmp_path / "out.pdf")


@pytest.mark.parametrize("suffix", [".svg", ".png"])
def test_charts_are_saved_as_a_picture_of_their_own(suffix: str, tmp_path: Path) -> None:
    project = small_project()
    found = drawn(Subject(project, map_of(project, MAP), texts.of("en")), 600)
    path = tmp_path / f"realms{suffix}"
    assert write_charts(found.charts, "Realms of experience", found.sentences[0], path) == ()
    if suffix == ".svg":
        text = path.read_text(encoding="utf-8")
        assert "Passive participation" in text
        assert found.sentences[0] in text, "for those who cannot see it"
    else:
        with Image.open(path) as image:
            assert image.width == ((600 + 40) * 2)


def test_no_other_kind_of_picture_is_written(tmp_path: Path) -> None:
    with pytest.raises(ExportRefused):
        write_charts((), "", "", tmp_path / "realms.gif")
