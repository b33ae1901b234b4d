"""Places in a file have names that people find again: titles of maps and ids of records."""

from __future__ import annotations

from cjeditor.model.problem import Problem
from cjeditor.storage import places

DOCUMENT = {
    "title": "P",
    "personas": [{"id": "ps_a", "preferred_channels": ["ch_a", 5]}, {"name": "nameless"}],
    "maps": [
        {"id": "map_a", "title": "Buying", "touchpoints": [{"id": "tp_a", "kpis": [{"id": "kp_a", "unit": 3}]}]},
        {"id": "map_b", "title": "", "notes": [{"id": "nt_a"}]},
        "no map",
    ],
}


def test_of_positions() -> None:
    def place(*location: str | int) -> tuple[str | int, ...]:
        return places.of_location(DOCUMENT, location)

    assert place("title") == ("title",)
    assert place("personas", 0, "preferred_channels", 1) == ("personas", "ps_a", "preferred_channels", 1)
    assert place("personas", 1, "id") == ("personas", 1, "id")
    assert place("maps", 0, "touchpoints", 0, "kpis", 0, "unit") == (
        "maps", "Buying", "touchpoints", "tp_a", "kpis", "kp_a", "unit",
    )  # fmt: skip
    assert place("maps", 1, "notes", 0) == ("maps", "map_b", "notes", "nt_a")
    assert place("maps", 2) == ("maps", 2)
    assert place("maps", 9, "notes", 9) == ("maps", 9, "notes", 9)


def test_of_records() -> None:
    problems = [
        Problem("a", ("kp_a", "unit")),
        Problem("b", ("map_b",)),
        Problem("c", ("settings", "paper")),
        Problem("d", (), {"key": "x"}),
        Problem("e", ("zz_z",)),
    ]
    assert places.from_records(DOCUMENT, problems) == (
        Problem("a", ("maps", "Buying", "touchpoints", "tp_a", "kpis", "kp_a", "unit")),
        Problem("b", ("maps", "map_b")),
        Problem("c", ("settings", "paper")),
        Problem("d", (), {"key": "x"}),
        Problem("e", ("zz_z",)),
    )
