"""How metrics look: figures in the language's form, and a bar that says how value and target lie to each other."""

from __future__ import annotations

from typing import Any

import pytest

from cjeditor import texts
from cjeditor.layout.draw_metric import metric_look
from cjeditor.layout.primitives import Rect, Text
from cjeditor.model.cards import Note

WIDTH = 182.0


def metric(**fields: Any) -> Note:
    return Note(id="nt_a", number=7, step="st_a", lane="ln_a", rank="a0", kind="metric", **fields)


def said(note: Note, language: str = "de", width: float = WIDTH) -> list[str]:
    shapes = metric_look(note, width, texts.of(language)).primitives
    return [shape.text for shape in shapes if isinstance(shape, Text)]


def bar(note: Note) -> list[Rect]:
    """The bar's ground, its filled part, and the tick: all boxes below the line of the value and the evidence."""
    shapes = metric_look(note, WIDTH, texts.of("de")).primitives[1:]
    return [one for one in shapes if isinstance(one, Rect) and one.y > 30]


@pytest.mark.parametrize(
    ("language", "fields", "expected"),
    [
        ("de", {"actual": 38.0, "target": 50.0, "unit": "%"}, ["38\u202f%", "7", "Name", "Ziel 50\u202f%"]),
        ("en", {"actual": 4210.5, "unit": "€"}, ["4,210.5\u00a0€", "7", "Name"]),
        ("de", {"actual": 4210.5, "target": -2.0}, ["4.210,5", "7", "Name", "Ziel −2"]),
        ("de", {"actual": 0.0042}, ["0,0042", "7", "Name"]),
        ("de", {"target": 2.0, "unit": " Tage "}, ["–", "7", "Name", "Ziel 2\u00a0Tage"]),
        ("de", {"votes": 3}, ["–", "7", "Name", "3 Stimmen"]),
    ],
)
def test_says_value_name_and_target(language: str, fields: dict[str, Any], expected: list[str]) -> None:
    assert said(metric(text="Name", **fields), language) == expected


def test_the_value_is_the_largest_text_and_a_long_unit_hides_neither_it_nor_the_target() -> None:
    note = metric(actual=1234567.89, target=2.0, unit="Kilowattstunden je Haushalt und Jahr", text="x")
    look = metric_look(note, WIDTH, texts.of("de"))
    value, unit, *_ = (shape for shape in look.primitives if isinstance(shape, Text))
    assert value.text == "1.234.567,89"
    assert value.face == "bold"
    assert unit.text.startswith("Kilo")
    assert unit.text.endswith("…")
    assert unit.size < value.size
    assert unit.y == value.y
    assert value.x + value.width < unit.x < unit.x + unit.width <= WIDTH - 10
    assert "Ziel 2" in said(note)
    assert "Ziel 2\u00a0Kilowattstunden" in said(metric(actual=3.0, target=2.0, unit="Kilowattstunden"))
    short = next(s for s in metric_look(metric(actual=1.0), WIDTH, texts.of("de")).primitives if isinstance(s, Text))
    assert (short.size, short.face) == (19.0, "bold")


@pytest.mark.parametrize("value", [1e300, -1e300, 1e-300, 123456789.123])
def test_no_value_leaves_the_card(value: float) -> None:
    look = metric_look(metric(actual=value, target=value, unit="Kreditwürdigkeitsprüfungen"), 112, texts.of("de"))
    for shape in look.primitives:
        assert 0 <= shape.x <= shape.x + shape.width <= 112 if isinstance(shape, Text | Rect) else True


@pytest.mark.parametrize(
    ("actual", "target", "filled", "tick"),
    [(25.0, 50.0, 0.5, 1.0), (9.0, 2.0, 1.0, 2 / 9), (50.0, 50.0, 1.0, 1.0)],
)
def test_the_bar_relates_value_and_target_either_way(actual: float, target: float, filled: float, tick: float) -> None:
    ground, full, mark = bar(metric(actual=actual, target=target))
    assert full.width == pytest.approx(ground.width * filled)
    assert mark.x == pytest.approx(min(ground.x + ground.width * tick, ground.x + ground.width - mark.width))
    assert mark.height > ground.height  # a mark, not a colour alone


@pytest.mark.parametrize("fields", [{"actual": 1.0}, {"target": 1.0}, {"actual": 1.0, "target": 0.0}, {}])
def test_there_is_no_bar_without_both(fields: dict[str, float]) -> None:
    assert bar(metric(**fields)) == []


@pytest.mark.parametrize("actual", [0.0, -5.0])
def test_nothing_reached_is_an_empty_bar(actual: float) -> None:
    ground, mark = bar(metric(actual=actual, target=5.0))
    assert mark.x > ground.x
