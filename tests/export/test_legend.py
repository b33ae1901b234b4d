"""The legend of a handout: all marks of the map and the tables, and no others."""

from __future__ import annotations

from pathlib import Path

from cjeditor import resources, texts
from cjeditor.export.content import content
from cjeditor.export.legend import legend_pieces
from cjeditor.export.legend_links import link_signs
from cjeditor.layout.primitives import Line, Text
from cjeditor.layout.primitives import Path as Shape
from cjeditor.model.cards import Link, Touchpoint
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from cjeditor.storage.load import load
from tests.export import reading
from tests.export.samples import mortgage
from tests.export.test_handout import changed, handout


def test_the_legend_explains_what_map_and_tables_show(tmp_path: Path) -> None:
    project = mortgage()
    first, second, *others = project.maps[0].touchpoints
    some = (replace(first, votes=2, emotion=1, ratings=(0, 2)), replace(second, emotion=None), *others)
    project = changed(project, touchpoints=some)
    (page,) = reading.texts_of(handout(project, tmp_path / "out.pdf", parts=("legend",)))
    said = reading.squeezed(page)
    for wanted in ("Wahrscheinlichkeit × Auswirkung", "Streuung der Bewertungen", "2 Stimmen", "Noch kein Gefühl"):
        assert reading.squeezed(wanted) in said, wanted


def test_a_map_without_marks_has_no_legend(tmp_path: Path) -> None:
    bare = changed(mortgage(phases=1), touchpoints=(), notes=(), lanes=())
    pages = reading.texts_of(handout(bare, tmp_path / "out.pdf", parts=("map", "legend")))
    assert not any("Legende" in page for page in pages)
    assert reading.outline(tmp_path / "out.pdf")


def test_the_legend_explains_nothing_that_is_not_on_the_map(tmp_path: Path) -> None:
    project = mortgage(phases=1)
    journey = project.maps[0]
    plain = Touchpoint(id="tp_x", number=1, step=journey.steps[0].id, lane=journey.touchpoints[0].lane, rank="a0")
    bare = changed(project, touchpoints=(replace(plain, title="Anruf", emotion=1),), notes=())
    pages = reading.texts_of(handout(bare, tmp_path / "out.pdf", parts=("map", "legend")))
    said = reading.squeezed(" ".join(pages))
    for wanted in ("Annahme", "Touchpoint mit seiner Nummer"):
        assert reading.squeezed(wanted) in said, wanted
    for unwanted in (
        "Moment of Truth",
        "Abbruchpunkt",
        "Wartezeit",
        "über Dritte",
        "Stimmen",
        "Streuung",
        "Noch kein Gefühl",
    ):
        assert reading.squeezed(unwanted) not in said, unwanted


def said_of(project: Project) -> str:
    """Return all texts of the legend of a project's first map."""
    pieces = legend_pieces(content(project, project.maps[0], texts.of("en"), ""), 762.0, 4, 460.0)
    return " ".join(shape.text for piece in pieces for shape in piece.shapes if isinstance(shape, Text))


LANE_SIGNS = {
    "How long a phase takes": ("time", "marks"),
    "How long a step takes": ("time",),
    "Nobody said how long": ("time",),
    "Longest wait of the step": ("time",),
    "As long as expected, then too long": ("marks",),
    "Sales funnel": ("funnel",),
    "How many go on": ("funnel",),
    "Emotion of Cath Rowbotham": ("emotion",),
    "Emotion of Callum Osei": ("emotion",),
    "Channel: offline": ("channels",),
    "On to a channel of the same kind": ("channels",),
    "Line between two sides of the map": ("separator",),
    "What happens at the hand-off": ("marks",),
    "Leads to card 12 on another page": ("marks",),
}
"""What the sample's map shows beside cards, by the kinds of lanes that show it; marks stand on cards and phases."""


def test_what_lanes_draw_is_explained_as_long_as_they_are_there() -> None:
    project = load(resources.path("samples/coffee-loyalty.en.cjmap"))
    said = said_of(project)
    assert [wanted for wanted in LANE_SIGNS if wanted not in said] == []
    lanes = tuple(lane for lane in project.maps[0].lanes if lane.holds)
    bare = said_of(changed(project, lanes=lanes, links=()))
    assert [wanted for wanted, where in LANE_SIGNS.items() if "marks" not in where and wanted in bare] == []
    assert "hand-off" not in bare
    assert "another page" not in bare


def test_the_legend_stands_in_columns_of_even_height_and_in_rows_where_a_page_is_low() -> None:
    project = load(resources.path("samples/coffee-loyalty.en.cjmap"))
    about = content(project, project.maps[0], texts.of("en"), "")
    (together,) = legend_pieces(about, 762.0, 4, 460.0)
    rows = legend_pieces(about, 762.0, 4, 200.0)
    assert together.height <= 460.0
    assert len(rows) == 2
    assert together.height < sum(piece.height for piece in rows)


def test_the_legend_shows_the_lines_of_the_hand_offs_that_occur(tmp_path: Path) -> None:
    project = mortgage()
    one, two, three, *_ = project.maps[0].touchpoints
    broken = Link(id="lk_x", source=one.id, target=two.id, hand_off="broken")
    seamless = Link(id="lk_y", source=two.id, target=three.id, hand_off="seamless")
    linked = changed(project, links=(broken, seamless))
    pages = reading.texts_of(handout(linked, tmp_path / "out.pdf", parts=("map", "legend")))
    for page in (pages[0], pages[-1]):
        said = reading.squeezed(page)
        assert reading.squeezed("Nahtlose Übergabe") in said
        assert reading.squeezed("nicht bewertet") not in said
    signs = link_signs(content(linked, linked.maps[0], texts.of("de"), ""), 6.5)
    shapes = [[type(shape) for shape in sign.shapes] for sign in signs]
    assert shapes == [[Shape, Shape], [Shape, Line, Line, Shape]]  # a broken line has two strokes in its gap
