"""The projector's pages: everything inside, nothing overlaps, at most eight cards, titles of at least 36 pixels."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count, pairwise
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cjeditor import texts
from cjeditor.layout.looks import Shared
from cjeditor.layout.primitives import Image, Line, Primitive, Rect, Text
from cjeditor.layout.room.content import LaneCards, RoomContent, Spotlight
from cjeditor.layout.room.head import draw_clock
from cjeditor.layout.room.page import DIMMED, TOUCH, Layer, RoomLayout, RoomPage, arrange_room, room_page
from cjeditor.layout.room.sheets import MOST_CARDS, Box
from cjeditor.model.cards import Card, DropOffPoint, Note, Touchpoint
from cjeditor.model.fields import Span
from cjeditor.model.journey_map import Lane, Phase
from cjeditor.model.project import Channel
from tests import strategies

FULL_HD, LAPTOP, BEAMER, WIDE, UPRIGHT = (1920, 1080), (1920.94, 1080), (1440, 1080), (2520, 1080), (1280, 1900)
GERMAN = "Donaudampfschifffahrtsgesellschaftskapitänspatentverlängerungsantrag"
WORDS = texts.of("de")
CHANNEL = Channel(id="ch_a", name="Kundenportal", icon="globe")


def touchpoint(number: int, title: str = "Wartet auf die Zusage und ruft dreimal an", **fields: Any) -> Touchpoint:
    return Touchpoint(id=f"tp_{number:03d}", number=number, step="st_a", lane="ln_a", rank="a0", title=title, **fields)


def note(number: int, lane: str = "ln_b", text: str = "Neun Tage Stille, kein Zwischenstand", **fields: Any) -> Note:
    return Note(id=f"nt_{number:03d}", number=number, step="st_a", lane=lane, rank="a0", text=text, **fields)


def lane(number: int, *cards: Card) -> LaneCards:
    kind = "touchpoints" if cards and isinstance(cards[0], Touchpoint) else "notes"
    return LaneCards(Lane(id=f"ln_{number}", rank="a0", name=f"Zeile {number}", kind=kind), cards)


def content(*lanes: LaneCards, phases: int = 5, headline: str = "Was bremst hier?", **fields: Any) -> RoomContent:
    made = tuple(Phase(id=f"ph_{i}", rank=f"a{i}", name=f"Phase {i} Entscheidung") for i in range(phases))
    current = made[0].id if made else ""
    shared = Shared({CHANNEL.id: CHANNEL}, {})
    given = {"title": "Die erste Wohnung", "current": current, "subline": "Still schreiben"} | fields
    return RoomContent(language="de", phases=made, headline=headline, lanes=lanes, shared=shared, **given)


def arranged(shown: RoomContent, form: tuple[float, float] = FULL_HD) -> RoomLayout:
    return arrange_room(shown, *form, WORDS)


def pages(layout: RoomLayout) -> list[RoomPage]:
    return [room_page(layout, number, None, frozen=True) for number in range(len(layout.pages))]


def said(page: RoomPage) -> list[str]:
    return [shape.text for layer in page.layers for shape in layer.shapes if isinstance(shape, Text)]


def shapes(layers: Sequence[Layer]) -> list[Primitive]:
    return [shape for layer in layers for shape in layer.shapes]


def apart(one: Box, other: Box) -> bool:
    return (
        one.x + one.width <= other.x + 0.01
        or other.x + other.width <= one.x + 0.01
        or one.y + one.height <= other.y + 0.01
        or other.y + other.height <= one.y + 0.01
    )


def extent(shape: Primitive) -> Box:
    """The box that a shape takes; letters from their capitals' height to a little below the baseline."""
    if isinstance(shape, Text):
        rise = shape.size if shape.face == "icon" else 0.75 * shape.size
        return Box(shape.x, shape.y - rise, shape.width, rise)
    if isinstance(shape, Line):
        left, top = min(shape.x1, shape.x2), min(shape.y1, shape.y2)
        return Box(left, top, abs(shape.x2 - shape.x1), abs(shape.y2 - shape.y1))
    assert isinstance(shape, Rect | Image)
    return Box(shape.x, shape.y, shape.width, shape.height)


long_texts = st.sampled_from([GERMAN, " ".join([GERMAN] * 9), "Kurz", "", "eins\nzwei\ndrei\nvier\nfünf"])
any_text = strategies.texts(60) | long_texts
one_line = any_text.map(lambda text: text.replace("\n", " "))
TOUCHPOINT_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "title": one_line,
    "contact": st.sampled_from(["direct", "third_party", "none"]),
    "channel": st.sampled_from([None, "ch_a"]),
    "emotion": strategies.maybe(strategies.emotions()),
    "moment_of_truth": st.booleans(),
    "drop_off_points": st.sampled_from([(), (DropOffPoint(id="do_a"),)]),
    "expected_wait": strategies.maybe(strategies.spans()),
    "actual_wait": strategies.maybe(strategies.spans()),
    "votes": st.integers(0, 99_999),
}
NOTE_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "text": any_text,
    "kind": st.sampled_from(["pain_point", "quote", "opportunity", "metric", "image"]),
    "votes": st.integers(0, 3),
    "unit": one_line,
    "target": strategies.maybe(strategies.figures()),
    "actual": strategies.maybe(strategies.figures()),
    "picture": st.sampled_from([None, "ab" * 32]),
}


@st.composite
def contents(draw: st.DrawFn) -> RoomContent:
    numbers = count(draw(st.sampled_from([1, 98, 99_900])))
    touchpoints = st.lists(st.fixed_dictionaries(TOUCHPOINT_FIELDS), min_size=1, max_size=9)
    notes = st.lists(st.fixed_dictionaries(NOTE_FIELDS), min_size=1, max_size=9)
    lanes = [
        lane(i, *[touchpoint(next(numbers), **fields) for fields in draw(touchpoints)])
        if i == 0
        else lane(i, *[note(next(numbers), **fields) for fields in draw(notes)])
        for i in range(draw(st.integers(0, 4)))
    ]
    phases = draw(st.integers(1, 15))
    return content(*lanes, phases=phases, headline=draw(one_line), subline=draw(one_line), timed=draw(st.booleans()))


forms = st.sampled_from([FULL_HD, LAPTOP, BEAMER, WIDE, UPRIGHT])


@settings(max_examples=60)
@given(contents(), forms)
@example(content(lane(0, *[touchpoint(n, GERMAN * 3, channel="ch_a") for n in range(1, 10)])), FULL_HD)
def test_all_cards_are_shown_once_inside_apart_and_large_enough(shown: RoomContent, form: tuple[float, float]) -> None:
    layout = arranged(shown, form)

    placed = [card for page in layout.pages for card in page.cards]
    assert [one.card for one in placed] == [card for each in shown.lanes for card in each.cards]
    for sheet, page in zip(layout.pages, pages(layout), strict=True):
        assert len(sheet.cards) <= MOST_CARDS
        boxes = [one.box for one in sheet.cards] + [one.box for one in sheet.headings]
        assert all(apart(one, other) for i, one in enumerate(boxes) for other in boxes[:i])
        assert all(one.y >= layout.head.height - 0.01 for one in boxes)
        assert all(one.y + one.height <= layout.height - 72 + 0.01 for one in boxes)
        for shape in (*shapes(page.layers), *page.edges):
            box = extent(shape)
            assert box.x >= -0.01, shape
            assert box.x + box.width <= form[0] + 0.01, shape
            assert box.y >= -0.01, shape
            assert box.y + box.height <= form[1] + 0.01, shape
            if isinstance(shape, Text) and shape.face != "icon":
                assert shape.size >= 26
    for one in placed:
        inside = [extent(shape) for shape in one.shapes if isinstance(shape, Text)]
        assert all(box.x >= -0.01 and box.x + box.width <= one.box.width + 0.01 for box in inside)
        titles = [shape for shape in one.shapes if isinstance(shape, Text) and shape.face in ("medium", "regular")]
        text = one.card.title if isinstance(one.card, Touchpoint) else one.card.text
        if text.strip() and (isinstance(one.card, Touchpoint) or one.card.kind not in ("metric", "image")):
            assert max(shape.size for shape in titles) >= 36


@settings(max_examples=60)
@given(contents(), forms)
def test_what_is_clicked_lies_apart_and_is_large_at_the_edges(shown: RoomContent, form: tuple[float, float]) -> None:
    for page in pages(arranged(shown, form)):
        boxes = [area.box for area in page.areas]
        assert all(apart(one, other) for i, one in enumerate(boxes) for other in boxes[:i])
        for area in page.areas:
            if area.kind in ("back", "on", "phase", "page"):
                assert area.box.height >= TOUCH
                assert area.box.width >= TOUCH
            middle = (area.box.x + area.box.width / 2, area.box.y + area.box.height / 2)
            assert page.area_at(*middle) == area


@settings(max_examples=40)
@given(contents(), forms, st.integers(0, 44))
def test_the_card_in_the_spotlight_is_the_largest_and_all_else_dimmed(
    shown: RoomContent, form: tuple[float, float], which: int
) -> None:
    layout = arranged(shown, form)
    ids = layout.card_ids()
    if not ids:
        return
    spotlight = Spotlight("card", ids[which % len(ids)])
    number = layout.page_of(spotlight)
    assert number is not None

    page = room_page(layout, number, spotlight, frozen=False)

    dim, plain, large = page.layers
    assert dim.opacity == DIMMED
    assert (plain.opacity, large.opacity) == (1.0, 1.0)
    (box,) = [area.box for area in page.areas if area.id == spotlight.id][:1]
    small = next(one.box for one in layout.pages[number].cards if one.card.id == spotlight.id)
    assert box.width > small.width or box.height > small.height
    assert layout.head.height - 0.01 <= box.y
    assert box.y + box.height <= form[1] - 72 + 0.01
    assert box.x >= 72 - 0.01
    assert all(extent(shape).x >= box.x - 0.01 for shape in large.shapes if isinstance(shape, Text))


def test_lanes_have_a_column_each_as_long_as_there_are_enough() -> None:
    pains = [note(n, kind="pain_point") for n in (3, 4, 5)]
    chances = [note(n, kind="opportunity") for n in (6, 7)]
    (sheet,) = arranged(content(lane(0, touchpoint(1), touchpoint(2)), lane(1, *pains), lane(2, *chances))).pages

    columns = {one.box.x: [card.card.number for card in sheet.cards if card.box.x == one.box.x] for one in sheet.cards}
    assert list(columns.values()) == [[1, 2], [3, 4, 5], [6, 7]]
    assert len({heading.box.y for heading in sheet.headings}) == 1
    assert [heading.lane.name for heading in sheet.headings] == ["Zeile 0", "Zeile 1", "Zeile 2"]


def test_pages_break_where_no_lane_is_torn_apart_if_that_costs_no_page() -> None:
    lanes = [lane(i, *[note(10 * i + n, text="Kurz") for n in range(1, 4)]) for i in range(3)]
    layout = arranged(content(*lanes))
    assert [len(sheet.cards) for sheet in layout.pages] == [6, 3]


def test_a_headline_of_one_line_is_larger_than_one_of_two() -> None:
    def headline(text: str) -> list[Text]:
        question = arranged(content(headline=text)).head.question
        return [shape for shape in question if isinstance(shape, Text) and shape.face == "bold"]

    (short,) = headline("Was bremst Familie Brandt hier?")
    assert short.size >= 60
    long = headline("Welche Schritte liegen zwischen Wollen und Bezahlen, und welcher könnte ohne Schaden entfallen?")
    assert len(long) == 2
    assert {line.size for line in long} == {52.0}
    assert min(line.width for line in long) > 0.7 * max(line.width for line in long)
    endless = headline("Und warum " * 60)
    assert len(endless) == 2
    assert endless[-1].text.endswith("…")


def test_the_strip_shows_the_phases_around_the_current_one() -> None:
    shown = content(phases=40)
    for current, first, last in (("ph_0", 1, 12), ("ph_20", 15, 26), ("ph_39", 29, 40)):
        (page,) = pages(arranged(content(phases=40, current=current)))
        numbers = [one.partition("\N{NO-BREAK SPACE}")[0] for one in said(page) if "\N{NO-BREAK SPACE}" in one]
        assert numbers == [str(number) for number in range(first, last + 1)]
    assert len(shown.phases) == 40


def test_the_current_phase_is_bold_and_in_the_spotlight_the_others_are_dimmed() -> None:
    layout = arranged(content(lane(0, touchpoint(1))))
    shown = [one for one in shapes(pages(layout)[0].layers) if isinstance(one, Text) and one.size == 26]
    bold = [one.text for one in shown if one.face == "bold"]
    assert bold == ["1\N{NO-BREAK SPACE}Phase 0 Entscheidung"]

    dim, plain = room_page(layout, 0, Spotlight("phase", "ph_0"), frozen=False).layers
    assert {one.text[0] for one in dim.shapes if isinstance(one, Text)} == {"2", "3", "4", "5"}
    assert bold[0] in [one.text for one in plain.shapes if isinstance(one, Text)]


def test_a_lane_in_the_spotlight_stays_with_its_name() -> None:
    layout = arranged(content(lane(0, touchpoint(1, "Ruft an")), lane(1, note(2, text="Stille"))))
    dim, plain = room_page(layout, 0, Spotlight("lane", "ln_1"), frozen=False).layers
    assert {"Ruft an", "Zeile 0"} <= {one.text for one in dim.shapes if isinstance(one, Text)}
    assert {"Stille", "Zeile 1"} <= {one.text for one in plain.shapes if isinstance(one, Text)}
    assert "Ruft an" not in {one.text for one in plain.shapes if isinstance(one, Text)}


def test_pages_are_dots_and_figures_and_many_pages_figures_only() -> None:
    cards = [touchpoint(n) for n in range(1, 20)]
    layout = arranged(content(lane(0, *cards)))
    page = pages(layout)[1]
    assert f"2/{len(layout.pages)}" in said(page)
    assert [area.id for area in page.areas if area.kind == "page"] == [str(i) for i in range(len(layout.pages))]

    many = pages(arranged(content(lane(0, *[touchpoint(n) for n in range(1, 121)]))))
    assert f"1/{len(many)}" in said(many[0])
    assert not [area for area in many[0].areas if area.kind == "page"]


@pytest.mark.parametrize(
    ("shown", "sentence"),
    [
        (content(), "In dieser Phase gibt es noch keine Karten."),
        (content(phases=0, headline="Die erste Wohnung"), "Diese Map hat noch keine Phasen."),
    ],
)
def test_an_empty_page_says_so_kindly(shown: RoomContent, sentence: str) -> None:
    (page,) = pages(arranged(shown))
    assert sentence in said(page)


def test_a_card_that_stays_the_same_is_not_drawn_again() -> None:
    first, second = touchpoint(1), touchpoint(2)
    before = arranged(content(lane(0, first, second)))
    other = touchpoint(2, "Anders")
    after = arrange_room(content(lane(0, first, other)), *FULL_HD, WORDS, before)
    assert after.looks[first.id][1] is before.looks[first.id][1]
    assert after.looks[other.id][1] is not before.looks[second.id][1]
    narrower = arrange_room(content(lane(0, first)), *BEAMER, WORDS, before)
    assert narrower.looks[first.id][1] is not before.looks[first.id][1]


@pytest.mark.parametrize("time", ["4:37", "0:00", "−12:34", "1:23:45", "−123:45:00"])
def test_the_clock_stays_in_its_box(time: str) -> None:
    layout = arranged(content(timed=True))
    box = layout.head.clock
    clock = draw_clock(time, "Schritt 3 von 7 " * 9, box)
    for shape in clock:
        inner = extent(shape)
        assert box.x - 0.01 <= inner.x
        assert inner.x + inner.width <= box.x + box.width + 0.01
        assert box.y <= inner.y
        assert inner.y + inner.height <= box.y + box.height
    headline = [extent(shape) for shape in layout.head.question]
    assert all(one.x + one.width <= box.x for one in headline)


def test_waiting_votes_and_warnings_are_on_the_card() -> None:
    late = touchpoint(
        14,
        channel="ch_a",
        emotion=-2,
        moment_of_truth=True,
        drop_off_points=(DropOffPoint(id="do_a"), DropOffPoint(id="do_b")),
        expected_wait=Span(amount=2, unit="days"),
        actual_wait=Span(amount=9, unit="days"),
        votes=7,
    )
    (page,) = pages(arranged(content(lane(0, late))))
    assert {"14", "Kundenportal", "−2", "2", "2 → 9 Tage", "7 Stimmen"} <= set(said(page))


def test_columns_of_a_page_are_filled_from_left_to_right() -> None:
    (sheet, *_) = arranged(content(lane(0, *[touchpoint(n) for n in range(1, 7)]))).pages
    places = [(one.box.x, one.box.y) for one in sheet.cards]
    assert all(one < other for one, other in pairwise(places))


def _long(lines: int) -> str:
    return " ".join(["Neun Tage Stille, dann ein Anruf."] * lines)


@pytest.mark.parametrize("form", [FULL_HD, BEAMER, UPRIGHT])
def test_a_card_shows_all_of_its_text_where_there_is_room(form: tuple[float, float]) -> None:
    shown = content(lane(0, touchpoint(1, _long(5))), lane(1, note(2, text=_long(7))))
    (page,) = pages(arranged(shown, form))
    assert not any(one.endswith("…") for one in said(page))
    assert " ".join(said(page)).count("Anruf") == 12
    cards = [area.box for area in page.areas if area.kind == "card"]
    body = arranged(shown, form).body
    assert all(box.y + box.height <= body.y + body.height + 0.01 for box in cards)
    assert apart(*cards)


def test_on_a_full_page_long_texts_are_cut_as_before() -> None:
    shown = content(*(lane(at, note(at, lane=f"ln_{at}", text=_long(30))) for at in range(1, 7)))
    layout = arranged(shown)
    for number, page in enumerate(pages(layout)):
        assert any(one.endswith("…") for one in said(page))
        assert {area.id for area in page.areas if area.kind == "card"} == {
            placed.card.id for placed in layout.pages[number].cards
        }
        for shape in shapes(page.layers):
            if isinstance(shape, Text) and "Anruf" in shape.text:
                assert shape.size >= 36


def test_how_often_a_thought_was_named_stands_on_its_card() -> None:
    shown = content(
        lane(0, touchpoint(1, tags=("12×",))), lane(1, note(2, tags=("3×",), votes=2), note(3, tags=("1×",)))
    )
    (page,) = pages(arranged(shown))
    assert {"12×", "3× · 2 Stimmen"} <= set(said(page))
    assert "1×" not in said(page)
