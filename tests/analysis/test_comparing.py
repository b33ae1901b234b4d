"""What differs between two states: each thing once, in words that people use, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, get_args, get_origin

import pytest
from hypothesis import given, settings

from cjeditor import texts
from cjeditor.analysis.comparing import differences
from cjeditor.difference_wording import Describer, excerpts
from cjeditor.model.cards import Link, Note, Touchpoint
from cjeditor.model.edits.cards import add_touchpoint, delete_cards, set_touchpoint
from cjeditor.model.edits.maps import set_map, set_project
from cjeditor.model.edits.moves import move_cards
from cjeditor.model.edits.phases import set_phase
from cjeditor.model.edits.views import add_view, set_view
from cjeditor.model.fields import Span
from cjeditor.model.journey_map import JourneyMap, Lane, Phase
from cjeditor.model.project import Action, Channel, Project
from tests.builders import MAP, small_project
from tests.strategies import projects

BASE = small_project()


def sentences(after: Project, language: str = "en", before: Project = BASE) -> list[str]:
    describer = Describer(before, after, texts.of(language))
    return [describer.sentence(each) for each in differences(before, after)]


def test_the_same_has_no_differences() -> None:
    assert differences(BASE, BASE) == []


CASES: dict[str, tuple[Callable[[Project], Project], str, str]] = {
    "emotion": (
        lambda p: set_touchpoint(set_touchpoint(p, MAP, ["tp_a"], emotion=None), MAP, ["tp_a"], emotion=2),
        "Touchpoint 1 “Advert”: emotion +1 → +2",
        "Touchpoint 1 „Advert“: Gefühl +1 → +2",
    ),
    "title": (
        lambda p: set_touchpoint(p, MAP, ["tp_a"], title="Hears of it"),
        "Touchpoint 1 “Hears of it”: title “Advert” → “Hears of it”",
        "Touchpoint 1 „Hears of it“: Titel „Advert“ → „Hears of it“",
    ),
    "gone": (
        lambda p: delete_cards(p, MAP, ["tp_d"]),
        "Touchpoint 7 “Moves in” removed",
        "Touchpoint 7 „Moves in“ entfernt",
    ),
    "new": (
        lambda p: add_touchpoint(p, MAP, id="tp_x", step="st_a", lane="ln_a", title="New"),
        "“New” added",
        "„New“ hinzugefügt",
    ),
    "moved": (
        lambda p: move_cards(p, MAP, ["tp_a"], step="st_d", lane="ln_a", index=0),
        "Touchpoint 1 “Advert” moved: Need › Touchpoints → Use › Touchpoints",
        "Touchpoint 1 „Advert“ verschoben: Need › Touchpoints → Use › Touchpoints",
    ),
    "wait": (
        lambda p: set_touchpoint(p, MAP, ["tp_a"], expected_wait=Span(amount=2, unit="days")),
        "expected wait – → 2 days",
        "erwartete Wartezeit – → 2 Tage",
    ),
    "phase": (
        lambda p: set_phase(p, MAP, "ph_a", name="Want"),
        "Phase “Want”: name “Need” → “Want”",
        "Phase „Want“: Name „Need“ → „Want“",
    ),
    "map": (
        lambda p: set_map(p, MAP, status="approved"),
        "Map “A first home”: status Draft → Approved",
        "Map „A first home“: Status Entwurf → Freigegeben",
    ),
    "project": (
        lambda p: set_project(p, client="ACME"),
        "Project: client – → “ACME”",
        "Projekt: Auftraggeber – → „ACME“",
    ),
    "long": (
        lambda p: set_touchpoint(p, MAP, ["tp_a"], description="word " * 40),
        "description – → “word word word",
        "Beschreibung – → „word word word",
    ),
}


LONG = "She waits for three weeks until the bank calls her back. " * 9


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        (f"{LONG}Then she is happy.", f"{LONG}Then she is angry.", ("…Then she is happy.", "…Then she is angry.")),
        (f"One {LONG}", f"Two {LONG}", ("One She waits for…", "Two She waits for…")),
        (
            f"{LONG}{LONG}",
            f"{LONG}Meanwhile {LONG}",
            ("…her back. She waits for t…", "…her back. Meanwhile She waits for t…"),
        ),
        (LONG, "", ("She waits for three weeks until the bank calls her back. S…", "")),
        ("x" * 100, "x" * 101, ("…" + "x" * 15, "…" + "x" * 16)),
        ("short", "shorter", ("short", "shorter")),
    ],
)
def test_of_long_texts_the_part_is_shown_that_differs(first: str, second: str, shown: tuple[str, str]) -> None:
    assert excerpts(first, second, 60) == shown


@pytest.mark.parametrize("case", CASES)
def test_each_kind_is_said_in_both_languages(case: str) -> None:
    edit, english, german = CASES[case]
    after = edit(BASE)
    assert any(english in line for line in sentences(after)), sentences(after)
    assert any(german in line for line in sentences(after, "de")), sentences(after, "de")


def test_a_card_that_moved_and_changed_is_both() -> None:
    after = move_cards(
        set_touchpoint(BASE, MAP, ["tp_a"], moment_of_truth=True), MAP, ["tp_a"], step="st_d", lane="ln_a"
    )
    found = [(each.what, each.field) for each in differences(BASE, after) if each.record_id == "tp_a"]
    assert found == [("moved", ""), ("changed", "moment_of_truth")]


def test_what_a_saved_view_looks_for_is_said_in_words() -> None:
    before = add_view(BASE, view_id="vw_a", map=MAP, name="Pain")
    after = set_view(before, "vw_a", evidence=("assumption", "anecdotal"), channels=("", "ch_a"), emotions=(None, -2))
    said = "\n".join(sentences(after, "en", before))
    assert "evidence – → Assumption, Anecdotal" in said
    assert "channels – → –, Shop" in said
    assert "emotions – → 2" in said


@settings(max_examples=40, deadline=None)
@given(projects(), projects())
def test_anything_can_be_compared_and_said(before: Project, after: Project) -> None:
    for language in ("en", "de"):
        lines = sentences(after, language, before)
        assert bool(lines) or before == after or before.assets != after.assets
        for line in lines:
            assert "\n" not in line
            assert "{" not in line or "{" in before.model_dump_json() + after.model_dump_json()
            assert line.strip()


def test_every_fixed_value_of_every_field_is_worded() -> None:
    project = small_project()
    describer = Describer(project, project, texts.of("de"))
    raw = []
    for record in (Touchpoint, Note, Link, Phase, Lane, JourneyMap, Action, Channel):
        for name, field in record.model_fields.items():
            for value in _choices(field.annotation):
                said = describer.value(name, value)
                if value and value.strip("_") in said:
                    raw.append(f"{record.__name__}.{name}: {said}")
    assert raw == ["Channel.mode: online", "Channel.mode: offline"], "these are German words, too"


def _choices(annotation: object) -> list[str]:
    """The values of a field that has only some."""
    if get_origin(annotation) is Literal:
        return [each for each in get_args(annotation) if isinstance(each, str)]
    return [value for part in get_args(annotation) for value in _choices(part)]
