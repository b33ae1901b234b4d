"""A link is a line from card to card: where its cards are, broken where the hand-off is, named where there is room."""

from __future__ import annotations

from cjeditor import texts
from cjeditor.layout.arrange import arrange
from cjeditor.layout.draw_links import draw_link, link_area
from cjeditor.layout.primitives import Line, Move, Path, Text
from cjeditor.layout.whole_map import draw_map
from cjeditor.model.edits.cards import delete_cards, set_touchpoint
from cjeditor.model.edits.links import set_link
from tests.builders import MAP, small_project

WORDS = texts.of("en")


def lines(shapes: tuple[object, ...]) -> list[Path]:
    return [shape for shape in shapes if isinstance(shape, Path) and shape.stroke]


def test_a_line_leads_from_the_side_of_one_card_to_the_other() -> None:
    box = arrange(small_project(), MAP, WORDS).links["lk_a"]
    (line,) = lines(draw_link(box))
    start = line.segments[0]
    assert isinstance(start, Move)
    assert (start.x, start.y) == (box.source.x + box.source.width, box.source.y + box.source.height / 2)
    left, top, width, height = link_area(box)
    assert left <= start.x <= left + width
    assert top <= start.y <= top + height


def test_a_broken_hand_off_is_dashed_and_struck_through() -> None:
    links = arrange(small_project(), MAP, WORDS).links
    broken, plain = draw_link(links["lk_a"]), draw_link(links["lk_b"])
    assert lines(broken)[0].dash
    assert sum(isinstance(shape, Line) for shape in broken) == 2
    assert not lines(plain)[0].dash
    assert not any(isinstance(shape, Line) for shape in plain)


def test_the_name_is_drawn_when_asked_for() -> None:
    box = arrange(small_project(), MAP, WORDS).links["lk_a"]
    assert not [shape for shape in draw_link(box) if isinstance(shape, Text)]
    assert [shape.text for shape in draw_link(box, named=True) if isinstance(shape, Text)] == ["then"]


def test_what_has_not_changed_is_the_same_object() -> None:
    project = small_project()
    first = arrange(project, MAP, WORDS)
    second = arrange(set_touchpoint(project, MAP, ["tp_a"], emotion=2), MAP, WORDS, first)
    assert second.links["lk_b"] is first.links["lk_b"]
    assert second.links["lk_a"] is not first.links["lk_a"]
    third = arrange(set_link(project, MAP, "lk_b", label="x"), MAP, WORDS, first)
    assert third.links["lk_a"] is first.links["lk_a"]
    assert third.links["lk_b"].link.label == "x"


def test_a_link_goes_with_its_card() -> None:
    assert set(arrange(delete_cards(small_project(), MAP, ["tp_c"]), MAP, WORDS).links) == {"lk_b"}


def test_paper_has_the_links_beneath_the_cards() -> None:
    drawing = draw_map(arrange(small_project(), MAP, WORDS), WORDS)
    assert any(isinstance(shape, Path) and shape.dash for shape in drawing.clipped)
