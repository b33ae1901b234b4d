"""A link is a line from card to card: around all cards, broken where the hand-off is, named where there is room."""

from __future__ import annotations

from cjeditor import texts
from cjeditor.layout.arrange import arrange
from cjeditor.layout.arrangement import CardBox, LinkBox
from cjeditor.layout.draw_links import distance_to, draw_link, draw_name, draw_name_over, link_area, name_rect
from cjeditor.layout.primitives import Close, Line, LineTo, Move, Path, Text
from cjeditor.layout.whole_map import Stretch, draw_map
from cjeditor.model.cards import Link
from cjeditor.model.edits.cards import delete_cards, set_touchpoint
from cjeditor.model.edits.links import set_link
from cjeditor.model.lookup import map_of
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from tests.builders import MAP, big_project, small_project

WORDS = texts.of("en")


def lines(shapes: tuple[object, ...]) -> list[Path]:
    return [shape for shape in shapes if isinstance(shape, Path) and shape.stroke]


def linked(project: Project, *ends: tuple[str, str], **fields: str) -> Project:
    journey = map_of(project, MAP)
    links = tuple(
        Link(id=f"lk_{i:03}", source=source, target=target, **fields)  # type: ignore[arg-type]  # fields by name
        for i, (source, target) in enumerate(ends)
    )
    changed = replace(journey, links=links)
    return replace(project, maps=tuple(changed if one is journey else one for one in project.maps))


def test_a_line_leads_from_the_border_of_one_card_to_that_of_the_other() -> None:
    box = arrange(small_project(), MAP, WORDS).links["lk_a"]
    line = lines(draw_link(box))[0]
    start, end = line.segments[0], line.segments[-1]
    assert isinstance(start, Move)
    assert isinstance(end, LineTo)
    assert start.x in (box.source.x, box.source.x + box.source.width)
    assert end.x in (box.target.x, box.target.x + box.target.width)
    left, top, width, height = link_area(box)
    assert left <= start.x <= left + width
    assert top <= start.y <= top + height
    assert distance_to(box, start.x, start.y) == 0.0
    assert distance_to(box, start.x, top - 50.0) > 50.0


def test_the_hand_off_is_told_by_shape() -> None:
    """Broken: two strokes. Seamless: a full head. Nothing said: an open head."""
    project = small_project()
    drawn = {
        hand_off: draw_link(arrange(set_link(project, MAP, "lk_a", hand_off=hand_off), MAP, WORDS).links["lk_a"])
        for hand_off in ("", "seamless", "broken")
    }
    strokes = {name: sum(isinstance(shape, Line) for shape in shapes) for name, shapes in drawn.items()}
    assert strokes == {"": 0, "seamless": 0, "broken": 2}
    full = {
        name: any(isinstance(shape, Path) and Close() in shape.segments for shape in shapes)
        for name, shapes in drawn.items()
    }
    assert full == {"": False, "seamless": True, "broken": True}


def test_a_broken_line_has_a_gap_where_it_is_long() -> None:
    project = big_project(100)
    cards = list(arrange(project, MAP, WORDS).cards.values())
    far = linked(project, (cards[0].id, cards[-1].id), hand_off="broken")
    line = lines(draw_link(arrange(far, MAP, WORDS).links["lk_000"]))[0]
    assert sum(isinstance(segment, Move) for segment in line.segments) == 2


def test_a_name_stands_where_it_hides_no_card() -> None:
    project = big_project(100)
    cards = list(arrange(project, MAP, WORDS).cards.values())
    said = "A label of more than a few words, and all of it"
    named = linked(project, (cards[0].id, cards[-1].id), label=said)
    arrangement = arrange(named, MAP, WORDS)
    box = arrangement.links["lk_000"]
    (text,) = (shape for shape in draw_link(box, named=True) if isinstance(shape, Text))
    assert text.text == said
    assert not [shape for shape in draw_link(box) if isinstance(shape, Text)]
    assert all(
        text.x + text.width <= card.x or card.x + card.width <= text.x or not card.y < text.y < card.y + card.height
        for card in arrangement.cards.values()
    )


def test_names_keep_off_each_other() -> None:
    project = big_project(100)
    cards = list(arrange(project, MAP, WORDS).cards.values())
    pairs = [(cards[i].id, cards[-1 - i].id) for i in range(8)]
    boxes = arrange(linked(project, *pairs, label="the same"), MAP, WORDS).links.values()
    names = [box.name_at for box in boxes if box.name_at is not None]
    assert len(names) > 2
    assert len(set(names)) == len(names)


def test_between_neighbours_a_name_lies_on_the_lower_edges_of_the_cards() -> None:
    arrangement = arrange(small_project(), MAP, WORDS)
    box = arrangement.links["lk_a"]
    assert box.name_at is not None
    assert box.name_at.over
    assert not [shape for shape in draw_link(box, named=True) if isinstance(shape, Text)]
    for shapes in (draw_name_over(box), draw_name(box)):
        assert [shape.text for shape in shapes if isinstance(shape, Text)] == ["then"]
    left, top, width, height = name_rect(box)
    for card in arrangement.cards.values():
        foot = card.y + card.height - 8.0
        assert left + width <= card.x or card.x + card.width <= left or top + height <= card.y or foot <= top


LONG = "hands all of the papers over to the bank"


def test_a_long_name_stands_whole_below_its_card_and_above_the_cards_on_paper() -> None:
    """In lines that are as good as equally long; other cards make room."""
    project = set_link(small_project(), MAP, "lk_a", label=LONG)
    drawing = draw_map(arrange(project, MAP, WORDS), WORDS)
    shown = [shape for shape in drawing.front if isinstance(shape, Text) and shape.text in LONG]
    assert " ".join(shape.text for shape in shown) == LONG
    assert len(shown) == 2
    assert min(shape.width for shape in shown) > 0.6 * max(shape.width for shape in shown)
    left, top, width, height = drawing.body
    assert all(left <= one.x and one.x + one.width <= left + width for one in shown)
    assert all(top <= one.y <= top + height for one in shown)
    sheet = draw_map(arrange(project, MAP, WORDS), WORDS, Stretch(0, 2, 0, 1))
    assert [shape.text for shape in sheet.front if isinstance(shape, Text)].count(shown[0].text) == 1


def test_the_card_below_makes_room_for_a_long_name_once_it_is_written() -> None:
    """The same whether the map was arranged before or not."""
    project = big_project(100)
    first = arrange(project, MAP, WORDS)
    cell = next(boxes for boxes in first.cells.values() if len(boxes) > 1 and boxes[0].x == boxes[1].x)
    other = next(box for box in first.cards.values() if box.x > cell[0].x + cell[0].width)
    named = linked(project, (cell[0].id, other.id), label=" ".join([LONG] * 8))
    later = arrange(named, MAP, WORDS, first)
    assert later.cards[cell[1].id].y > cell[1].y + 60.0
    assert later.cards == arrange(named, MAP, WORDS).cards
    assert arrange(project, MAP, WORDS, later).cards == first.cards


def test_every_name_along_the_upper_edge_of_a_full_lane_is_shown() -> None:
    project = big_project(100)
    arrangement = arrange(project, MAP, WORDS)
    row = [cell[0] for (_, lane), cell in arrangement.cells.items() if lane == "ln_a"]
    box = arrange(linked(project, (row[-1].id, row[0].id), label="again"), MAP, WORDS).links["lk_000"]
    shapes = (*draw_link(box, named=True), *draw_name_over(box))
    assert [shape.text for shape in shapes if isinstance(shape, Text)] == ["again"]


def test_the_head_between_neighbours_is_larger_than_that_of_a_long_line() -> None:
    project = big_project(100)
    arrangement = arrange(project, MAP, WORDS)
    row = [cell[0].id for (_, lane), cell in arrangement.cells.items() if lane == "ln_a"]
    heads = []
    for ends in ((row[0], row[1]), (row[0], row[4])):
        box = arrange(linked(project, ends, hand_off="seamless"), MAP, WORDS).links["lk_000"]
        (head,) = (one for one in draw_link(box) if isinstance(one, Path) and Close() in one.segments)
        ys = [one.y for one in head.segments if not isinstance(one, Close)]
        heads.append(max(ys) - min(ys))
    assert heads[0] >= 1.5 * heads[1]


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
    assert any(isinstance(shape, Path) and shape.stroke == "warning" for shape in drawing.links)


def on_sheet(source: CardBox, target: CardBox, project: Project, columns: tuple[int, int]) -> list[Text]:
    arrangement = arrange(linked(project, (source.id, target.id)), MAP, WORDS)
    drawing = draw_map(arrangement, WORDS, Stretch(*columns, 0, len(arrangement.lanes)))
    left, _, width, _ = drawing.body
    texts_ = [shape for shape in drawing.links if isinstance(shape, Text) and "→" in shape.text]
    assert all(left <= one.x and one.x + one.width <= left + width for one in texts_)
    return texts_


def test_on_a_sheet_a_link_to_another_one_ends_with_the_number_of_its_card() -> None:
    project = big_project(100)
    cards = list(arrange(project, MAP, WORDS).cards.values())
    first, last = cards[0], cards[-1]
    forwards = on_sheet(first, last, project, (0, 2))
    assert [one.text for one in forwards] == [f"→ {last.record.number}"]
    arriving = on_sheet(last, first, project, (0, 2))
    assert [one.text for one in arriving] == [f"{last.record.number} →"]
    assert on_sheet(first, last, project, (1, 2)) == []


def test_on_a_sheet_a_link_to_another_one_still_says_its_name() -> None:
    project = big_project(100)
    cards = list(arrange(project, MAP, WORDS).cards.values())
    arrangement = arrange(linked(project, (cards[0].id, cards[-1].id), label=LONG), MAP, WORDS)
    for columns, shown in (((0, 2), True), ((1, 2), False), ((len(arrangement.columns) - 1, None), False)):
        first, end = columns[0], columns[1] or len(arrangement.columns)
        drawing = draw_map(arrangement, WORDS, Stretch(first, end, 0, len(arrangement.lanes)))
        said = " ".join(shape.text for shape in drawing.front if isinstance(shape, Text))
        assert (LONG in said) == shown, columns


def test_a_loop_runs_above_or_below_the_cards() -> None:
    project = big_project(100)
    arrangement = arrange(project, MAP, WORDS)
    row = [cell[0] for (_, lane), cell in arrangement.cells.items() if lane == "ln_a"]
    box: LinkBox = arrange(linked(project, (row[-1].id, row[0].id)), MAP, WORDS).links["lk_000"]
    (level,) = (run.at for run in box.runs if not run.upright)
    assert level in (4.0, arrangement.lanes[0].height)
