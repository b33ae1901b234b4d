"""The legend of a handout: all marks of the map and the tables, and no others."""

from __future__ import annotations

from pathlib import Path

from cjeditor import texts
from cjeditor.export.content import content
from cjeditor.export.legend_links import link_signs
from cjeditor.layout.primitives import Line
from cjeditor.layout.primitives import Path as Shape
from cjeditor.model.cards import Link, Touchpoint
from cjeditor.model.replace import replace
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
